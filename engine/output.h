/* Files for the user: they appear whole, or not at all.
 *
 * A file is written under a temporary name beside its own, synced and then renamed; one that it
 * replaces leaves it its permissions. Standard output, and what is no regular file (a device, a
 * pipe), is written in place. */
#ifndef ENGINE_OUTPUT_H
#define ENGINE_OUTPUT_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct output {
    FILE *stream;    /* where to write; errors stay with it until output_close */
    char *path;      /* owned: where the file will be, links followed, also those to nothing */
    char *temporary; /* owned; NULL: written in place */
    bool fresh;      /* it must not replace a file */
    int reason;      /* errno of the first output_write that failed; 0: none did */
};

/* Whether a path stands for standard output: "-", "/dev/stdout", or what is the same file. */
bool output_is_standard(const char *path);
/* Whether two paths lead to the same file, which exists. */
bool output_is_same(const char *path, const char *other);

/* Opens a file to write. Where `fresh`, one that exists is a fault, but for standard output. False,
 * with a message on standard error and nothing to close, where it cannot be created (exit code
 * EX_CANTCREAT). */
bool output_open(struct output *output, const char *path, bool fresh);

/* Opens a file that grows over several runs of the program, under its own name, cut off behind
 * `length` bytes. False, with a message, where it cannot be opened, or is shorter than that. */
bool output_continue(struct output *output, const char *path, uint64_t length);

/* Like output_open, but the temporary name is the path's with ".part" behind it: what a killed
 * process has left is written over. Only for a place where no other process writes. */
bool output_part(struct output *output, const char *path);

/* Makes what was written last: it is on the disk when this returns. *length: the bytes of the file.
 * False where that failed, now or before: output_close tells why. */
bool output_settle(struct output *output, uint64_t *length);

/* Writes so many bytes. False where that failed, now or before: writing on is in vain, and
 * output_close tells why. */
bool output_write(struct output *output, const char *bytes, size_t length);

/* Closes it and puts it in its place. False, with a message on standard error, where it could not
 * be written (exit code EX_IOERR): then there is no file, or the one that was there before. */
bool output_close(struct output *output);

/* Closes it and leaves no file, or the one that was there before. */
void output_discard(struct output *output);

#endif
