/* Text: one that grows, UTF-8, and what may safely be shown on a terminal. */
#ifndef ENGINE_TEXT_H
#define ENGINE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* A text that grows; { 0 } is empty. `bytes` ends in '\0' once something was added; the owner frees
 * it. */
struct text {
    char *bytes;
    size_t length, room;
};

__attribute__((format(printf, 2, 3))) void text_add(struct text *text, const char *format, ...);
void text_append(struct text *text, const char *bytes, size_t length);

/* The bytes of the UTF-8 character that begins here (RFC 3629: no overlong forms, no surrogates),
 * or 0 where none does. */
size_t text_character(const char *text);
/* Whether the character here is a control character: C0, DEL or C1 in its UTF-8 form. */
bool text_is_control(const char *text);
/* The columns that `bytes` bytes of UTF-8 take on a terminal: 2 for East Asian characters and
 * pictographs, none for combining ones, else 1. By ranges of blocks: good enough for alignment. */
int text_columns(const char *text, size_t bytes);
/* A copy in which control characters and bytes that are no UTF-8 stand as \xNN. The caller frees
 * it. */
char *text_printable(const char *text);
/* A copy of `length` bytes, cut after about 72 of them ("..."), never within a character. The
 * caller frees it. */
char *text_excerpt(const char *text, size_t length);

#endif
