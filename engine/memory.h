/* Memory that cannot fail: when there is none left, one message and exit code 70, in this one
 * place. */
#ifndef ENGINE_MEMORY_H
#define ENGINE_MEMORY_H

#include <stdarg.h>
#include <stddef.h>

void *memory_new(size_t count, size_t size); /* zeroed */
void *memory_rows(size_t rows);              /* rows of LANES doubles, 64-byte aligned, zeroed */
void *memory_grow(void *old, size_t count, size_t size); /* realloc */
char *memory_text(const char *text);                     /* strdup; NULL gives NULL */
__attribute__((format(printf, 1, 2))) char *memory_format(const char *format, ...);
__attribute__((format(printf, 1, 0))) char *memory_format_list(const char *format,
                                                               va_list arguments);

#endif
