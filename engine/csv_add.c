#include "engine/csv.h"

#include <string.h>

void csv_add(struct text *text, const char *field)
{
    bool quoted = field[0] == '\0' || strpbrk(field, ",\"\r\n") != NULL;
    if (quoted)
        text_append(text, "\"", 1);
    while (*field != '\0') {
        size_t length = text_character(field);
        if (*field == '"')
            text_append(text, "\"", 1);
        text_append(text, length > 0 ? field : "\xef\xbf\xbd", length > 0 ? length : 3);
        field += length > 0 ? length : 1;
    }
    if (quoted)
        text_append(text, "\"", 1);
}
