#include "engine/files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/fault.h"
#include "engine/memory.h"

static void files_append(struct files *files, char *path)
{
    files->path = memory_grow(files->path, (size_t)files->count + 1, sizeof *files->path);
    files->path[files->count++] = path;
}

static bool files_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool files_scenario(const char *name)
{
    size_t length = strlen(name);
    return name[0] != '.' && length > 4 && strcmp(name + length - 4, ".cfg") == 0;
}

static int files_compare(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

static void files_read(struct files *files, DIR *folder, const char *path)
{
    size_t length = strlen(path);
    const char *slash = length == 0 || path[length - 1] == '/' ? "" : "/";
    for (struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        if (!files_scenario(entry->d_name))
            continue;
        char *file = memory_format("%s%s%s", path, slash, entry->d_name);
        if (files_folder(file))
            free(file);
        else
            files_append(files, file);
    }
}

char *files_nearest(const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash == NULL ? path : slash + 1;
    char *folder = memory_format("%.*s", (int)(name - path), path);
    DIR *open = access(path, F_OK) == 0 ? NULL : opendir(slash == NULL ? "." : folder);
    struct files beside = { 0, NULL };
    if (open != NULL) {
        files_read(&beside, open, "");
        closedir(open);
    }
    if (beside.count > 0)
        qsort(beside.path, (size_t)beside.count, sizeof *beside.path, files_compare);
    const char *nearest = fault_nearest(name, (const char *const *)beside.path, beside.count);
    char *found = nearest == NULL ? NULL : memory_format("%s%s", folder, nearest);
    files_free(&beside);
    free(folder);
    return found;
}

bool files_add(struct files *files, const char *path)
{
    if (!files_folder(path)) {
        files_append(files, memory_text(path));
        return true;
    }
    DIR *folder = opendir(path);
    if (folder == NULL) {
        fprintf(stderr, "zopa: error: %s: %s\n", path, strerror(errno));
        return false;
    }
    int before = files->count;
    files_read(files, folder, path);
    closedir(folder);
    if (files->count == before) {
        fprintf(stderr, "zopa: error: %s: found a folder without .cfg files, expected scenarios\n",
                path);
        return false;
    }
    qsort(files->path + before, (size_t)(files->count - before), sizeof *files->path,
          files_compare);
    return true;
}

void files_free(struct files *files)
{
    for (int index = 0; index < files->count; index++)
        free(files->path[index]);
    free(files->path);
    *files = (struct files){ 0 };
}

/* A regular file, open for reading: a pipe could wait for ever, and a device act on being read. */
static FILE *files_open(const char *path, const char **absent)
{
    struct stat status;
    int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    *absent = NULL;
    if (descriptor < 0 || fstat(descriptor, &status) != 0)
        *absent = strerror(errno);
    else if (!S_ISREG(status.st_mode))
        *absent = S_ISDIR(status.st_mode) ? strerror(EISDIR) : "Not a regular file";
    FILE *file = *absent == NULL ? fdopen(descriptor, "rb") : NULL;
    if (file == NULL && *absent == NULL)
        *absent = strerror(errno);
    if (file == NULL && descriptor >= 0)
        close(descriptor);
    return file;
}

char *files_load(const char *path, size_t most, size_t *size, const char **absent)
{
    FILE *file = files_open(path, absent);
    if (file == NULL)
        return NULL;
    errno = 0;
    char *bytes = memory_new(most + 2, 1);
    *size = fread(bytes, 1, most + 1, file);
    *absent = ferror(file) ? strerror(errno) : NULL;
    fclose(file);
    if (*absent == NULL)
        return bytes;
    free(bytes);
    return NULL;
}
