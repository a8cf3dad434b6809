#include "engine/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "models/block.h"

static void *memory_check(void *memory)
{
    if (memory == NULL) {
        fputs("zopa: error: out of memory\n", stderr);
        exit(70);
    }
    return memory;
}

void *memory_new(size_t count, size_t size)
{
    return memory_check(calloc(count == 0 ? 1 : count, size));
}

void *memory_rows(size_t rows)
{
    size_t bytes = (rows == 0 ? 1 : rows) * LANES * sizeof(double);
    return memset(memory_check(aligned_alloc(64, bytes)), 0, bytes);
}

void *memory_grow(void *old, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        return memory_check(NULL);
    return memory_check(realloc(old, count * size));
}

char *memory_text(const char *text)
{
    if (text == NULL)
        return NULL;
    size_t bytes = strlen(text) + 1;
    return memcpy(memory_new(bytes, 1), text, bytes);
}

char *memory_format_list(const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *text = memory_new((size_t)length + 1, 1);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    return text;
}

char *memory_format(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = memory_format_list(format, arguments);
    va_end(arguments);
    return text;
}
