#include "engine/output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/memory.h"
#include "engine/text.h"

static bool output_fault(const char *path, const char *what, int reason)
{
    char *shown = text_printable(path);
    fprintf(stderr, "zopa: error: %s: %s: %s\n", shown, what, strerror(reason));
    free(shown);
    return false;
}

static void output_free(struct output *output)
{
    free(output->temporary);
    free(output->path);
    *output = (struct output){ 0 };
}

/* What a plain fopen would have given the file. */
static void output_permit(int file)
{
    mode_t mask = umask(0);
    umask(mask);
    fchmod(file, 0666 & ~mask);
}

static FILE *output_temporary(struct output *output)
{
    output->temporary = memory_format("%s.XXXXXX", output->path);
    int file = mkstemp(output->temporary);
    if (file < 0)
        return NULL;
    output_permit(file);
    return fdopen(file, "w");
}

/* Standard output as it stands: opened anew by its name, a file that the shell appends to would be
 * written from its beginning. */
static FILE *output_standard(void)
{
    int file = dup(STDOUT_FILENO);
    return file < 0 ? NULL : fdopen(file, "w");
}

static FILE *output_stream(struct output *output, bool place)
{
    if (strcmp(output->path, "/dev/stdout") == 0)
        return output_standard();
    return place ? fopen(output->path, "w") : output_temporary(output);
}

bool output_open(struct output *output, const char *path, bool fresh)
{
    struct stat status;
    bool there = stat(path, &status) == 0;
    *output = (struct output){ .fresh = fresh };
    if (there && fresh)
        return output_fault(path, "cannot create", EEXIST);
    if (there && S_ISDIR(status.st_mode))
        return output_fault(path, "cannot create", EISDIR);
    bool standard = strcmp(path, "/dev/stdout") == 0;
    char *real = there && !standard ? realpath(path, NULL) : NULL;
    output->path = real != NULL ? real : memory_text(path);
    bool place = there && !S_ISREG(status.st_mode);
    output->stream = output_stream(output, place);
    if (output->stream != NULL)
        return true;
    output_fault(path, "cannot create", errno);
    output_free(output);
    return false;
}

/* A hard link never replaces a file; where a file system has none, a rename must do. */
static bool output_place(const struct output *output)
{
    if (output->fresh && link(output->temporary, output->path) == 0) {
        unlink(output->temporary);
        return true;
    }
    if (output->fresh && errno == EEXIST)
        return false;
    return rename(output->temporary, output->path) == 0;
}

bool output_write(struct output *output, const char *bytes, size_t length)
{
    errno = 0;
    if (output->reason == 0 && fwrite(bytes, 1, length, output->stream) != length)
        output->reason = errno != 0 ? errno : EIO;
    return output->reason == 0;
}

bool output_close(struct output *output)
{
    int reason = output->reason;
    bool sync = output->temporary != NULL;
    errno = 0;
    if (reason == 0 && (fflush(output->stream) != 0 || ferror(output->stream) ||
                        (sync && fsync(fileno(output->stream)) != 0)))
        reason = errno != 0 ? errno : EIO;
    if (fclose(output->stream) != 0 && reason == 0)
        reason = errno;
    if (reason == 0 && sync && !output_place(output))
        reason = errno;
    if (reason != 0 && sync)
        unlink(output->temporary);
    if (reason != 0)
        output_fault(output->path, "cannot write", reason);
    output_free(output);
    return reason == 0;
}

void output_abandon(struct output *output)
{
    if (output->stream == NULL)
        return;
    fclose(output->stream);
    if (output->temporary != NULL)
        unlink(output->temporary);
    output_free(output);
}
