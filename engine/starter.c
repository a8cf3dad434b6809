#include "engine/starter.h"

#include <stdlib.h>
#include <string.h>

#include "engine/label.h"

void starter_write(FILE *out, const char *name, const char *file)
{
    static const char named[] = "\"starter\"", filed[] = "starter.cfg";
    char *word = label_word(file);
    for (const char *at = (const char *)starter_text; *at != '\0';) {
        if (strncmp(at, named, sizeof named - 1) == 0) {
            fprintf(out, "\"%s\"", name);
            at += sizeof named - 1;
        } else if (strncmp(at, filed, sizeof filed - 1) == 0) {
            fputs(word, out);
            at += sizeof filed - 1;
        } else {
            putc(*at++, out);
        }
    }
    free(word);
}
