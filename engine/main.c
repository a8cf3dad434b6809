#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "bench/rival.h"
#include "engine/command.h"

/* A standard stream that the caller closed would be reused by the next file opened. Held by a
 * descriptor that cannot be written to, writing to it fails as it should. So does a file that
 * outgrows its limit, instead of ending the program. */
static void main_guard(void)
{
    signal(SIGXFSZ, SIG_IGN);
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++)
        if (fcntl(stream, F_GETFD) < 0 && errno == EBADF && open("/dev/null", O_RDONLY) != stream)
            exit(EX_OSERR);
}

/* A command behind flags of its own that stand first; NULL where there is none. */
static const char *main_late(int count, char **arguments)
{
    static const char *const whole[] = { "-h", "--help", "--version" };
    for (size_t index = 0; index < sizeof whole / sizeof *whole; index++)
        if (strcmp(arguments[1], whole[index]) == 0)
            return NULL;
    for (int index = 2; index < count; index++)
        if (command_find(arguments[index]) != NULL)
            return arguments[index];
    return NULL;
}

static int main_version(bool as_json)
{
    if (!as_json)
        return printf("zopa %s\n", ZOPA_VERSION) < 0 ? EX_IOERR : EX_OK;
    struct json json = json_start(stdout);
    json_object(&json, NULL);
    json_text(&json, "schema", "zopa.version/1");
    json_text(&json, "version", ZOPA_VERSION);
    json_end(&json);
    return EX_OK;
}

/* The verb that the command line asks for. The flags that ask for help or the version stand for
 * one. */
static int main_command(int count, char **arguments)
{
    const char *verb = count > 1 ? arguments[1] : "";
    if (verb[0] == '\0') {
        fputs("usage: zopa COMMAND [FLAGS] [ARGUMENTS]; \"zopa help\" tells more\n", stderr);
        return EX_USAGE;
    }
    bool flag = verb[0] == '-';
    if (flag && main_late(count, arguments) != NULL)
        return command_misuse("found the flag %s before the command, expected the command first: "
                              "zopa %s %s ...",
                              verb, main_late(count, arguments), verb);
    const struct command *command = command_find(flag ? "help" : verb);
    if (command == NULL)
        return command_unknown(verb);
    struct options options;
    bool good =
        options_parse(&options, command->name, count - (flag ? 1 : 2), arguments + (flag ? 1 : 2));
    int status = EX_USAGE;
    options.rivals = rivals;
    options.rival_count = rival_count;
    if (good && options.version)
        status = main_version(options.json);
    else if (good && options.help)
        status = command_help_tell(flag ? NULL : command, options.json);
    else if (good)
        status = command->run(&options);
    options_free(&options);
    return status;
}

int main(int count, char **arguments)
{
    main_guard();
    int status = main_command(count, arguments);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        fprintf(stderr, "zopa: error: cannot write standard output: %s\n", strerror(errno));
        return EX_IOERR;
    }
    return status;
}
