/* Cuts a scenario text into libconfig's tokens, with their lines, and finds fault with those that
 * libconfig would misread without a word. */
#ifndef ENGINE_TOKEN_H
#define ENGINE_TOKEN_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/fault.h"

/* The longest name. The path of a number runs through two names that a scenario chooses at most,
 * and must not be cut (CHECK_PATH): it says which random numbers are drawn. */
enum { TOKEN_NAME_BYTES = 128 };

enum token_kind {
    TOKEN_END,
    TOKEN_NAME,
    TOKEN_FLAG,    /* true, false, in any case */
    TOKEN_INTEGER, /* 32 bits */
    TOKEN_LONG,    /* 64 bits: with L */
    TOKEN_REAL,
    TOKEN_TEXT, /* with its quotes */
    TOKEN_MARK  /* any other single character */
};

struct token {
    enum token_kind kind;
    const char *start;
    size_t length;
    int line;
};

/* Where a reading stands: begin with `at` the text and line 1. Faults name `file`. */
struct tokens {
    const char *at;
    int line;
    const char *file;
    struct faults *faults;
};

/* The next token; blanks and comments are passed over. Adds a fault for: numbers that do not fit,
 * are infinite or malformed ("1.2.3", "0777", "."), unknown escapes in texts, texts and comments
 * without an end. */
struct token token_next(struct tokens *tokens);

/* Whether a token is this one character. */
bool token_is(const struct token *token, char mark);
/* The length of names joined by dots that begin here ("war.cost"); 0 where there is no dot. */
size_t token_path_length(const char *at);
/* Whether a whole text is a name as libconfig takes it: a letter or '*', then letters, digits, '-',
 * '_',
 * '*'; and no flag. */
bool token_is_name(const char *text);

#endif
