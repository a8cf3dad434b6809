/* replay FOLDER...: tries every file of the folders as libFuzzer would, in any build. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "engine/memory.h"
#include "tests/fuzz/fuzz.h"

static int replay_count;

static void replay_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
        perror(path);
        exit(EXIT_FAILURE);
    }
    size_t size = (size_t)ftell(file);
    rewind(file);
    uint8_t *bytes = memory_new(size + 1, 1);
    if (fread(bytes, 1, size, file) != size) {
        perror(path);
        exit(EXIT_FAILURE);
    }
    fclose(file);
    fprintf(stderr, "%s\n", path);
    LLVMFuzzerTestOneInput(bytes, size);
    free(bytes);
    replay_count++;
}

static void replay_folder(const char *path)
{
    struct dirent **entry;
    int count = scandir(path, &entry, NULL, alphasort);
    if (count < 0) {
        perror(path);
        exit(EXIT_FAILURE);
    }
    for (int i = 0; i < count; i++) {
        char *file = memory_format("%s/%s", path, entry[i]->d_name);
        if (entry[i]->d_name[0] != '.')
            replay_file(file);
        free(file);
        free(entry[i]);
    }
    free(entry);
}

int main(int count, char **folders)
{
    for (int i = 1; i < count; i++)
        replay_folder(folders[i]);
    printf("%d inputs\n", replay_count);
    return replay_count > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
