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

/* The number of a well-formed character. */
static unsigned long text_number(const char *text, size_t length)
{
    static const unsigned char mask[] = { 0, 0x7f, 0x1f, 0x0f, 0x07 };
    unsigned long number = (unsigned char)text[0] & mask[length];
    for (size_t k = 1; k < length; k++)
        number = number << 6 | ((unsigned char)text[k] & 0x3f);
    return number;
}

static int text_width(unsigned long number)
{
    static const struct {
        unsigned long first, last;
        int columns;
    } ranges[] = {
        { 0x0300, 0x036f, 0 },   { 0x0483, 0x0489, 0 },   { 0x0591, 0x05bd, 0 },
        { 0x064b, 0x065f, 0 },   { 0x1100, 0x115f, 2 },   { 0x1ab0, 0x1aff, 0 },
        { 0x1dc0, 0x1dff, 0 },   { 0x200b, 0x200f, 0 },   { 0x20d0, 0x20ff, 0 },
        { 0x2e80, 0x303e, 2 },   { 0x3041, 0xa4cf, 2 },   { 0xa960, 0xa97f, 2 },
        { 0xac00, 0xd7a3, 2 },   { 0xf900, 0xfaff, 2 },   { 0xfe00, 0xfe0f, 0 },
        { 0xfe20, 0xfe2f, 0 },   { 0xfe30, 0xfe6f, 2 },   { 0xff00, 0xff60, 2 },
        { 0xffe0, 0xffe6, 2 },   { 0x1f300, 0x1f64f, 2 }, { 0x1f680, 0x1f6ff, 2 },
        { 0x1f900, 0x1f9ff, 2 }, { 0x20000, 0x3fffd, 2 },
    };
    for (size_t k = 0; k < sizeof ranges / sizeof *ranges; k++)
        if (number >= ranges[k].first && number <= ranges[k].last)
            return ranges[k].columns;
    return 1;
}

int text_columns(const char *text, size_t bytes)
{
    int columns = 0;
    for (size_t at = 0, length; at < bytes && text[at] != '\0'; at += length) {
        length = text_character(text + at);
        columns += length > 0 ? text_width(text_number(text + at, length)) : 1;
        length += length == 0;
    }
    return columns;
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
