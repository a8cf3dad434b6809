#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "engine/memory.h"
#include "engine/names.h"
#include "engine/number.h"
#include "engine/prescan.h"
#include "engine/text.h"
#include "models/catalogue.h"

enum { PRESCAN_PATH = 200 };

/* The token that comes next, without passing on and without its faults. */
static struct token prescan_peek(const struct tokens *tokens, struct tokens *after)
{
    struct faults none = { 0 }, *faults = tokens->faults;
    *after = *tokens;
    after->faults = &none;
    struct token token = token_next(after);
    after->faults = faults;
    faults_free(&none);
    return token;
}

static bool prescan_is_number(const struct token *token)
{
    return token->kind == TOKEN_INTEGER || token->kind == TOKEN_LONG || token->kind == TOKEN_REAL;
}

static bool prescan_is_word(const struct token *token, const char *words)
{
    char *word = memory_format("%.*s", (int)token->length, token->start);
    for (char *at = word; *at != '\0'; at++)
        *at = *at >= 'A' && *at <= 'Z' ? (char)(*at - 'A' + 'a') : *at;
    bool found = names_index(words, word) >= 0;
    free(word);
    return found;
}

/* The parameters of a law in the order of its table, given the text behind "beta(". */
static char *prescan_law(const struct model *model, struct tokens *at)
{
    struct text law = { 0 };
    text_add(&law, "{ dist = \"%s\";", model->name);
    const struct parameter *entry = model->parameters;
    struct token token = prescan_peek(at, at);
    for (; entry != NULL && entry->name != NULL; entry++) {
        if (!prescan_is_number(&token) && !entry->required)
            break;
        if (prescan_is_number(&token)) {
            text_add(&law, " %s = %.*s;", entry->name, (int)token.length, token.start);
            token = prescan_peek(at, at);
        } else {
            text_add(&law, " %s = ...;", entry->name);
        }
        if (token_is(&token, ','))
            token = prescan_peek(at, at);
    }
    if (((const struct distribution *)(const void *)model)->lists)
        text_add(&law, " values = ( ... );");
    text_add(&law, " }");
    return law.bytes;
}

static void prescan_pass_call(struct tokens *tokens)
{
    int depth = 0;
    struct tokens after;
    for (struct token token = prescan_peek(tokens, &after); token.kind != TOKEN_END;
         token = prescan_peek(tokens, &after)) {
        depth += token_is(&token, '(') - token_is(&token, ')');
        *tokens = after;
        if (depth <= 0)
            return;
    }
}

/* A word with arguments, where a value was expected. */
static bool prescan_call(struct tokens *tokens, const struct token *word)
{
    struct tokens inside;
    struct token open = prescan_peek(tokens, &inside);
    if (!token_is(&open, '('))
        return false;
    char *name = memory_format("%.*s", (int)word->length, word->start);
    const struct model *model = catalogue_find("distribution", name);
    char *law = model != NULL ? prescan_law(model, &inside)
                              : memory_text("{ dist = \"normal\"; mean = 0.5; sd = 0.1; }");
    char *shown = text_excerpt(word->start, word->length);
    faults_add(tokens->faults, tokens->file, word->line,
               "found %s( ), expected a value; a distribution is a group%s %s", shown,
               model != NULL ? ":" : " like", law);
    prescan_pass_call(tokens);
    free(shown);
    free(law);
    free(name);
    return true;
}

void prescan_word(struct tokens *tokens, const struct token *word)
{
    if (prescan_call(tokens, word))
        return;
    char *shown = text_excerpt(word->start, word->length);
    if (prescan_is_word(word, "nan inf infinity"))
        faults_add(tokens->faults, tokens->file, word->line,
                   "found %s, expected a value; numbers are finite", shown);
    else if (prescan_is_word(word, "yes no on off"))
        faults_add(tokens->faults, tokens->file, word->line,
                   "found the word %s, expected true or false; a text has quotes: \"%s\"", shown,
                   shown);
    else
        faults_add(tokens->faults, tokens->file, word->line,
                   "found the word %s, expected a value; a text has quotes: \"%s\"", shown, shown);
    free(shown);
}

bool prescan_dotted(struct tokens *tokens, const struct token *name)
{
    size_t length = token_path_length(name->start);
    if (length == 0 || length > PRESCAN_PATH)
        return false;
    struct text groups = { 0 };
    const char *step = name->start, *end = step + length;
    int depth = 0;
    for (size_t part = strcspn(step, "."); step + part < end; part = strcspn(step, ".")) {
        text_add(&groups, "%.*s = { ", (int)part, step);
        step += part + 1;
        depth++;
    }
    text_add(&groups, "%.*s = ...;", (int)(end - step), step);
    while (depth-- > 0)
        text_add(&groups, " };");
    faults_add(tokens->faults, tokens->file, name->line,
               "found %.*s, expected a name; in a file write %s", (int)length, name->start,
               groups.bytes);
    tokens->at = end;
    free(groups.bytes);
    return true;
}

/* "1,0": a comma behind a number that is the value of a member, and another number behind it. */
static bool prescan_comma(struct tokens *tokens, const struct token *previous)
{
    struct tokens after;
    struct token next = prescan_peek(tokens, &after);
    if (!prescan_is_number(previous) || !prescan_is_number(&next) || next.line != previous->line)
        return false;
    char *shown =
        text_excerpt(previous->start, (size_t)(next.start - previous->start) + next.length);
    faults_add(tokens->faults, tokens->file, previous->line,
               "found %s, expected one number: numbers have a decimal point, %.*s.%.*s", shown,
               (int)previous->length, previous->start, (int)next.length, next.start);
    free(shown);
    *tokens = after;
    return true;
}

static bool prescan_percent(struct tokens *tokens, const struct token *previous)
{
    char share[NUMBER_SIZE],
        *digits = memory_format("%.*s", (int)previous->length, previous->start);
    double number;
    bool good = prescan_is_number(previous) && number_parse_real(digits, &number);
    if (good) {
        number_format(share, sizeof share, number / 100);
        faults_add(tokens->faults, tokens->file, previous->line,
                   "found %s%%: the percent sign is not part of a number; write %s", digits, share);
    }
    free(digits);
    return good;
}

/* The length of a quotation mark that is not the one texts have, 0 where there is none. */
static size_t prescan_quote_length(const char *at)
{
    static const char *const marks[] = { "\xe2\x80\x9c", "\xe2\x80\x9d", "\xe2\x80\x9e",
                                         "\xe2\x80\x98", "\xe2\x80\x99", "\xe2\x80\x9a",
                                         "\xc2\xab",     "\xc2\xbb",     "'" };
    for (size_t index = 0; index < sizeof marks / sizeof marks[0]; index++)
        if (strncmp(at, marks[index], strlen(marks[index])) == 0)
            return strlen(marks[index]);
    return 0;
}

/* A text between such marks is passed over, to the last of them in its line. */
static bool prescan_quote(struct tokens *tokens, const struct token *mark)
{
    size_t length = prescan_quote_length(mark->start);
    const char *end = mark->start + length;
    if (length == 0)
        return false;
    faults_add(tokens->faults, tokens->file, mark->line,
               "found the quotation mark %.*s, expected the straight one of texts: \"", (int)length,
               mark->start);
    for (const char *at = end; *at != '\0' && strchr("\n;,", *at) == NULL; at++)
        if (prescan_quote_length(at) > 0)
            end = at + prescan_quote_length(at);
    tokens->at = end;
    return true;
}

bool prescan_hint(struct tokens *tokens, const struct token *previous, const struct token *mark,
                  bool member)
{
    if (token_is(mark, ',') && member)
        return prescan_comma(tokens, previous);
    if (token_is(mark, '%'))
        return prescan_percent(tokens, previous);
    return prescan_quote(tokens, mark);
}

/* What may stand behind a text inside an open bracket. */
static bool prescan_may_follow(const struct tokens *tokens, char open)
{
    struct tokens after, behind;
    struct token next = prescan_peek(tokens, &after);
    if (next.kind == TOKEN_NAME && open == '{') {
        struct token sign = prescan_peek(&after, &behind);
        return token_is(&sign, '=') || token_is(&sign, ':');
    }
    return next.kind == TOKEN_END || next.kind == TOKEN_TEXT || token_is(&next, ',') ||
           (open == '{' && (token_is(&next, ';') || token_is(&next, '}'))) ||
           (open == '(' && token_is(&next, ')')) || (open == '[' && token_is(&next, ']'));
}

bool prescan_runs_on(const struct tokens *tokens, const struct token *text, char open)
{
    int line = text->line;
    for (size_t index = 0; index < text->length; index++)
        line += text->start[index] == '\n';
    if (line == text->line || prescan_may_follow(tokens, open))
        return false;
    faults_add(tokens->faults, tokens->file, text->line,
               "this text runs on to line %d; is its closing quote missing?", line);
    return true;
}
