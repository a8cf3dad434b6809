#include "engine/label.h"

#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/names.h"
#include "engine/text.h"

static const char LABEL_SMALL[] = "abcdefghijklmnopqrstuvwxyz", LABEL_DIGITS[] = "0123456789",
                  LABEL_LARGE[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

static bool label_is(char letter, const char *set)
{
    return letter != '\0' && strchr(set, letter) != NULL;
}

static bool label_is_alphanumeric(char letter)
{
    return label_is(letter, LABEL_SMALL) || label_is(letter, LABEL_LARGE) ||
           label_is(letter, LABEL_DIGITS);
}

char *label_base(const char *path, const char *ending)
{
    const char *slash = strrchr(path, '/');
    char *base = memory_text(slash == NULL ? path : slash + 1);
    char *dot = strrchr(base, '.');
    if (dot != NULL && dot > base && (ending == NULL || strcmp(dot + 1, ending) == 0))
        *dot = '\0';
    return base;
}

char *label_name(const char *text)
{
    struct text name = { 0 };
    bool sound = false;
    text_add(&name, "%s", "");
    for (; *text != '\0'; text++) {
        bool letter = label_is_alphanumeric(*text) || (unsigned char)*text >= 0x80;
        sound = sound || letter;
        if (letter || label_is(*text, "_.") || (*text == '-' && name.length > 0))
            text_add(&name, "%c", *text);
        else if (name.length > 0 && name.bytes[name.length - 1] != '-')
            text_add(&name, "-");
    }
    while (name.length > 0 && name.bytes[name.length - 1] == '-')
        name.bytes[--name.length] = '\0';
    if (!sound)
        name.bytes[0] = '\0';
    return name.bytes;
}

/* Letters of Latin-1 and Latin Extended-A by what they are without their marks, in the order of
 * their code points from U+00C0 on; '*': none. */
static const char LABEL_PLAIN[] =
    "aaaaaa*ceeeeiiiidnooooo*ouuuuy*saaaaaa*ceeeeiiiidnooooo*ouuuuy*y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll"
    "lllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/* Those that stand for two letters. */
static const struct {
    unsigned point;
    const char *letters;
} LABEL_PAIRS[] = {
    { 0xc6, "ae" },  { 0xe6, "ae" },  { 0xde, "th" },  { 0xfe, "th" },  { 0xdf, "ss" },
    { 0x132, "ij" }, { 0x133, "ij" }, { 0x152, "oe" }, { 0x153, "oe" },
};

/* The code point of a character of two bytes. */
static unsigned label_point(const char *at)
{
    return ((unsigned)(unsigned char)at[0] & 0x1f) << 6 | ((unsigned char)at[1] & 0x3f);
}

/* What a key has for a character, "" for nothing; written into out. */
static void label_plain(const char *at, size_t bytes, char out[3])
{
    unsigned point = bytes == 2 ? label_point(at) : 0;
    out[0] = out[1] = out[2] = '\0';
    if (label_is(*at, LABEL_LARGE))
        out[0] = (char)(*at - 'A' + 'a');
    else if (label_is_alphanumeric(*at))
        out[0] = *at;
    else if (point >= 0xc0 && point < 0xc0 + sizeof LABEL_PLAIN - 1 &&
             LABEL_PLAIN[point - 0xc0] != '*')
        out[0] = LABEL_PLAIN[point - 0xc0];
    for (size_t index = 0; index < sizeof LABEL_PAIRS / sizeof *LABEL_PAIRS; index++)
        if (LABEL_PAIRS[index].point == point)
            memcpy(out, LABEL_PAIRS[index].letters, 2);
}

/* A mark that is written as a character of its own, behind its letter. */
static bool label_is_mark(const char *at, size_t bytes)
{
    return bytes == 2 && label_point(at) >= 0x300 && label_point(at) < 0x370;
}

char *label_key(const char *text, const char *kind)
{
    struct text key = { 0 };
    bool gap = false;
    text_add(&key, "%s", "");
    while (*text != '\0') {
        char letters[3];
        size_t bytes = text_character(text) > 0 ? text_character(text) : 1;
        label_plain(text, bytes, letters);
        if (letters[0] != '\0')
            text_add(&key, "%s%s", gap && key.length > 0 ? "_" : "", letters);
        gap = letters[0] == '\0' && (gap || !label_is_mark(text, bytes));
        text += bytes;
    }
    bool bare = key.length == 0;
    if (!bare && !label_is(key.bytes[0], LABEL_DIGITS) &&
        names_index("true false remove dist", key.bytes) < 0)
        return key.bytes;
    char *named = memory_format("%s%s%s", kind, bare ? "" : "_", key.bytes);
    free(key.bytes);
    return named;
}

char *label_word(const char *text)
{
    struct text word = { 0 };
    bool plain = *text != '\0' && *text != '-';
    for (const char *at = text; *at != '\0'; at++)
        plain = plain && (label_is_alphanumeric(*at) || (unsigned char)*at >= 0x80 ||
                          label_is(*at, "_./-+,:=@%"));
    if (plain)
        return memory_text(text);
    text_add(&word, "'%s", *text == '-' ? "./" : "");
    for (; *text != '\0'; text++)
        text_add(&word, "%s%c", *text == '\'' ? "'\\'" : "", *text);
    text_add(&word, "'");
    return word.bytes;
}
