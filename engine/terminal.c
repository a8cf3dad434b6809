#include "engine/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "engine/options.h"

/* The first of the variables that is set and not empty decides (POSIX.1, Environment Variables). */
bool terminal_utf8(void)
{
    static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };
    for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
        const char *value = getenv(names[k]);
        if (value == NULL || *value == '\0')
            continue;
        const char *charset = strchr(value, '.');
        return charset != NULL &&
               (strncasecmp(charset, ".utf-8", 6) == 0 || strncasecmp(charset, ".utf8", 5) == 0);
    }
    return false;
}

bool terminal_is(FILE *stream)
{
    const char *term = getenv("TERM");
    return isatty(fileno(stream)) && (term == NULL || strcmp(term, "dumb") != 0);
}

struct terminal terminal_output(int color)
{
    const char *plain = getenv("NO_COLOR");
    bool welcome = terminal_is(stdout) && (plain == NULL || *plain == '\0');
    return (struct terminal){
        .colour = color == COLOR_ALWAYS || (color == COLOR_AUTO && welcome),
        .utf8 = terminal_utf8(),
    };
}

int terminal_width(FILE *stream)
{
    struct winsize size = { 0 };
    if (ioctl(fileno(stream), TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return 80;
    return size.ws_col;
}
