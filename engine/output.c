#include "engine/output.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/memory.h"
#include "engine/text.h"

enum { OUTPUT_LINKS = 40 }; /* followed in a row, as Linux does */

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

/* What a plain fopen would have given the file, or what the one that it replaces has. */
static void output_permit(int file, const char *path)
{
    struct stat status;
    mode_t mask = umask(0);
    umask(mask);
    fchmod(file, stat(path, &status) == 0 ? status.st_mode & 07777 : 0666 & ~mask);
}

static FILE *output_temporary(struct output *output)
{
    output->temporary = memory_format("%s.XXXXXX", output->path);
    int file = mkstemp(output->temporary);
    if (file < 0)
        return NULL;
    output_permit(file, output->path);
    return fdopen(file, "w");
}

/* Standard output as it stands: opened anew by its name, a file that the shell appends to would be
 * written from its beginning. One that the caller closed is held by a descriptor that can only be
 * read (engine/main.c): then writing fails, not opening. */
static FILE *output_standard(void)
{
    int file = dup(STDOUT_FILENO);
    bool closed = file >= 0 && (fcntl(file, F_GETFL) & O_ACCMODE) == O_RDONLY;
    return file < 0 ? NULL : fdopen(file, closed ? "r" : "w");
}

static bool output_is_file(const struct stat *one, const struct stat *other)
{
    return one->st_dev == other->st_dev && one->st_ino == other->st_ino;
}

bool output_is_standard(const char *path)
{
    struct stat status, standard;
    return strcmp(path, "-") == 0 || strcmp(path, "/dev/stdout") == 0 ||
           (stat(path, &status) == 0 && fstat(STDOUT_FILENO, &standard) == 0 &&
            output_is_file(&status, &standard));
}

bool output_is_same(const char *path, const char *other)
{
    struct stat one, two;
    return stat(path, &one) == 0 && stat(other, &two) == 0 && output_is_file(&one, &two);
}

/* Where a path leads. realpath does not follow a link to what is not there yet. */
static char *output_resolve(const char *path)
{
    char target[PATH_MAX];
    ssize_t length;
    char *place = realpath(path, NULL);
    if (place != NULL)
        return place;
    place = memory_text(path);
    for (int links = 0; links < OUTPUT_LINKS; links++) {
        length = readlink(place, target, sizeof target);
        if (length < 0 || length == sizeof target)
            break;
        const char *slash = target[0] == '/' ? NULL : strrchr(place, '/');
        char *next = memory_format("%.*s%.*s", slash == NULL ? 0 : (int)(slash + 1 - place), place,
                                   (int)length, target);
        free(place);
        place = next;
    }
    return place;
}

/* What is in the way of a file: an errno; 0: nothing. */
static int output_obstacle(const char *path, bool fresh, bool *place)
{
    struct stat status;
    bool there = stat(path, &status) == 0;
    if (!there && errno != ENOENT)
        return errno;
    *place = there && !S_ISREG(status.st_mode);
    return !there ? 0 : fresh ? EEXIST : S_ISDIR(status.st_mode) ? EISDIR : 0;
}

bool output_open(struct output *output, const char *path, bool fresh)
{
    bool standard = output_is_standard(path), place = false;
    int obstacle = standard ? 0 : output_obstacle(path, fresh, &place);
    *output = (struct output){ .fresh = fresh };
    if (obstacle != 0)
        return output_fault(path, "cannot create", obstacle);
    output->path = standard ? memory_text("standard output") : output_resolve(path);
    output->stream = standard ? output_standard()
                     : place  ? fopen(output->path, "w")
                              : output_temporary(output);
    if (output->stream != NULL)
        return true;
    output_fault(path, "cannot create", errno);
    output_free(output);
    return false;
}

bool output_continue(struct output *output, const char *path, uint64_t length)
{
    struct stat status;
    int file = open(path, O_WRONLY | O_CREAT, 0666);
    *output = (struct output){ 0 };
    if (file < 0)
        return output_fault(path, "cannot create", errno);
    bool whole = fstat(file, &status) == 0 && (uint64_t)status.st_size >= length;
    if (!whole || ftruncate(file, (off_t)length) != 0 || lseek(file, 0, SEEK_END) < 0) {
        output_fault(path, whole ? "cannot write" : "lacks what was written", whole ? errno : EIO);
        close(file);
        return false;
    }
    output->path = memory_text(path);
    output->stream = fdopen(file, "w");
    return true;
}

bool output_part(struct output *output, const char *path)
{
    char *part = memory_format("%s.part", path);
    bool good = output_continue(output, part, 0);
    free(part);
    if (good) {
        output->temporary = output->path;
        output->path = memory_text(path);
    }
    return good;
}

bool output_settle(struct output *output, uint64_t *length)
{
    errno = 0;
    if (output->reason == 0 && (fflush(output->stream) != 0 || fsync(fileno(output->stream)) != 0))
        output->reason = errno != 0 ? errno : EIO;
    off_t end = output->reason == 0 ? lseek(fileno(output->stream), 0, SEEK_CUR) : 0;
    *length = (uint64_t)end;
    return output->reason == 0;
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

void output_discard(struct output *output)
{
    fclose(output->stream);
    if (output->temporary != NULL)
        unlink(output->temporary);
    output_free(output);
}
