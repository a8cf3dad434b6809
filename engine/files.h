/* Files and folders that the command line names. */
#ifndef ENGINE_FILES_H
#define ENGINE_FILES_H

#include <stdbool.h>
#include <stddef.h>

struct files {
    int count;
    char **path;
};

/* Adds what a path stands for: a folder stands for the .cfg files in it, in order of name (none is
 * a fault, and so is a folder that cannot be read); anything else stands for itself, whether it
 * exists or not. On a fault: false, with a message on standard error. */
bool files_add(struct files *files, const char *path);
void files_free(struct files *files);

/* The scenario file beside a path where there is nothing that its name most resembles, for the
 * caller to free; NULL where there is none. */
char *files_nearest(const char *path);

/* The bytes of a regular file and a '\0', `most` of them and one more at most; the caller frees
 * them. NULL where it cannot be read, or is a pipe or a device, which could block for ever: *absent
 * is then the reason ("Is a directory"). */
char *files_load(const char *path, size_t most, size_t *size, const char **absent);

#endif
