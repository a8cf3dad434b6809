#include "engine/text.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "engine/memory.h"

enum { TEXT_EXCERPT = 72 };

static void text_reserve(struct text *text, size_t more)
{
    if (text->room - text->length > more)
        return;
    text->room = 2 * text->room + more + 64;
    text->bytes = memory_grow(text->bytes, text->room, 1);
}

void text_add(struct text *text, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    assert(length >= 0);
    text_reserve(text, (size_t)length);
    va_start(arguments, format);
    vsnprintf(text->bytes + text->length, (size_t)length + 1, format, arguments);
    va_end(arguments);
    text->length += (size_t)length;
}

size_t text_character(const char *text)
{
    unsigned char lead = (unsigned char)text[0];
    unsigned char next = lead == '\0' ? 0 : (unsigned char)text[1];
    size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    bool never = lead > 0xf4 || (lead >= 0x80 && lead < 0xc2); /* a first byte */
    for (size_t i = 1; i < length; i++)
        if (((unsigned char)text[i] & 0xc0) != 0x80)
            return 0;
    bool overlong = (lead == 0xe0 && next < 0xa0) || (lead == 0xf0 && next < 0x90);
    bool surrogate = lead == 0xed && next > 0x9f;
    bool beyond = lead == 0xf4 && next > 0x8f;
    return never || overlong || surrogate || beyond ? 0 : length;
}

bool text_is_control(const char *text)
{
    unsigned char lead = (unsigned char)text[0];
    unsigned char next = lead == '\0' ? 0 : (unsigned char)text[1];
    return lead < 0x20 || lead == 0x7f || (lead == 0xc2 && next >= 0x80 && next < 0xa0);
}

void text_append(struct text *text, const char *bytes, size_t length)
{
    text_reserve(text, length);
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
}

/* The bytes up to the first that must not be shown as it is. */
static size_t text_plain(const char *text)
{
    const char *at = text;
    while (*at != '\0' && text_character(at) > 0 && !text_is_control(at))
        at += text_character(at);
    return (size_t)(at - text);
}

char *text_printable(const char *text)
{
    struct text copy = { 0 };
    for (;;) {
        size_t plain = text_plain(text);
        text_add(&copy, "%.*s", (int)plain, text);
        text += plain;
        if (*text == '\0')
            return copy.bytes;
        size_t length = text_character(text) > 1 ? text_character(text) : 1;
        for (; length > 0; length--)
            text_add(&copy, "\\x%02x", (unsigned)(unsigned char)*text++);
    }
}

char *text_excerpt(const char *text, size_t length)
{
    if (length <= TEXT_EXCERPT)
        return memory_format("%.*s", (int)length, text);
    int cut = TEXT_EXCERPT;
    while (cut > 0 && ((unsigned char)text[cut] & 0xc0) == 0x80)
        cut--;
    return memory_format("%.*s...", cut, text);
}
