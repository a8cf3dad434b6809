#include "engine/prescan.h"

#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/text.h"

/* A group, list or array that is open; the root counts as a group. */
struct frame {
    char open;
    int line;
    int names;            /* how many names stood on the stack when it was opened */
    enum token_kind kind; /* of an array's first element; TOKEN_END before it */
};

struct prescan {
    struct tokens tokens;
    struct token previous;
    struct token first; /* of neighbouring texts, the first that holds a line end */
    struct prescan_lines *texts;
    struct frame frame[PRESCAN_DEPTH + 1];
    int depth;
    struct token *name; /* of the members so far of every open group, innermost last */
    int names, room;
};

static bool prescan_bytes(const char *text, const char *file, struct faults *faults)
{
    int line = 1;
    for (size_t length; *text != '\0'; text += length) {
        length = text_character(text);
        if (length == 0 || (text_is_control(text) && strchr("\t\n\r\f", *text) == NULL))
            return faults_add(faults, file, line, "found the byte 0x%02x, expected a text in UTF-8",
                              (unsigned)(unsigned char)*text);
        line += *text == '\n';
    }
    return true;
}

static bool prescan_expects_value(const struct prescan *scan)
{
    const struct token *previous = &scan->previous;
    if (scan->frame[scan->depth].open == '{')
        return token_is(previous, '=') || token_is(previous, ':');
    return token_is(previous, '(') || token_is(previous, '[') || token_is(previous, ',');
}

static const struct token *prescan_twin(const struct prescan *scan, const struct token *name)
{
    for (int i = scan->frame[scan->depth].names; i < scan->names; i++)
        if (scan->name[i].length == name->length &&
            memcmp(scan->name[i].start, name->start, name->length) == 0)
            return &scan->name[i];
    return NULL;
}

/* False ends the scan. */
static bool prescan_name(struct prescan *scan, const struct token *name)
{
    if (scan->names - scan->frame[scan->depth].names == PRESCAN_MEMBERS)
        return faults_add(scan->tokens.faults, scan->tokens.file, name->line,
                          "this group has more than %d members", (int)PRESCAN_MEMBERS);
    if (prescan_dotted(&scan->tokens, name))
        return true;
    if (name->length > TOKEN_NAME_BYTES)
        faults_add(scan->tokens.faults, scan->tokens.file, name->line,
                   "found a name of %zu bytes, expected at most %d", name->length,
                   (int)TOKEN_NAME_BYTES);
    const struct token *twin = prescan_twin(scan, name);
    if (twin != NULL) {
        char *shown = text_excerpt(name->start, name->length);
        faults_add(scan->tokens.faults, scan->tokens.file, name->line,
                   "duplicate setting name '%s'; it first stands on line %d", shown, twin->line);
        free(shown);
    }
    if (scan->names == scan->room) {
        scan->room = 2 * scan->room + 64;
        scan->name = memory_grow(scan->name, (size_t)scan->room, sizeof *scan->name);
    }
    scan->name[scan->names++] = *name;
    return true;
}

static void prescan_array_fault(const struct prescan *scan, int line, const char *found)
{
    faults_add(
        scan->tokens.faults, scan->tokens.file, line,
        "found %s in an array [ ], expected plain values of one kind; write a list ( ) instead",
        found);
}

static void prescan_place_fault(const struct prescan *scan, const struct token *token)
{
    char *shown = text_excerpt(token->start, token->length);
    faults_add(scan->tokens.faults, scan->tokens.file, token->line,
               "found %s, expected \"%c\" before it", shown,
               scan->frame[scan->depth].open == '{' ? '=' : ',');
    free(shown);
}

/* Neighbouring texts are one value. */
static void prescan_keep_line(struct prescan *scan, const struct token *text)
{
    struct prescan_lines *texts = scan->texts;
    if (texts->count == texts->room) {
        texts->room = 2 * texts->room + 64;
        texts->line = memory_grow(texts->line, (size_t)texts->room, sizeof *texts->line);
    }
    texts->line[texts->count++] = text->line;
}

/* False ends the scan. */
static bool prescan_value(struct prescan *scan, const struct token *token)
{
    struct frame *frame = &scan->frame[scan->depth];
    bool text = token->kind == TOKEN_TEXT;
    bool continues = text && scan->previous.kind == TOKEN_TEXT;
    if (!continues || scan->first.length == 0)
        scan->first = text && memchr(token->start, '\n', token->length) != NULL
                          ? *token
                          : (struct token){ 0 };
    if (scan->first.length > 0 && prescan_runs_on(&scan->tokens, &scan->first, frame->open))
        return false;
    if (!continues && !prescan_expects_value(scan))
        prescan_place_fault(scan, token);
    if (frame->open == '[' && frame->kind == TOKEN_END)
        frame->kind = token->kind;
    if (frame->open == '[' && frame->kind != token->kind)
        prescan_array_fault(scan, token->line, "mixed kinds of values");
    if (text && !continues)
        prescan_keep_line(scan, token);
    return true;
}

static void prescan_sign_fault(const struct prescan *scan, const struct token *token)
{
    char *name = text_excerpt(scan->previous.start, scan->previous.length);
    faults_add(scan->tokens.faults, scan->tokens.file, token->line,
               "found \"%c\" behind the name %s, expected \"=\" between them: %s = %c",
               *token->start, name, name, *token->start);
    free(name);
}

static bool prescan_open(struct prescan *scan, const struct token *token)
{
    if (scan->frame[scan->depth].open == '[')
        prescan_array_fault(scan, token->line, "a group or list");
    if (scan->frame[scan->depth].open == '{' && scan->previous.kind == TOKEN_NAME)
        prescan_sign_fault(scan, token);
    if (scan->depth == PRESCAN_DEPTH)
        return faults_add(scan->tokens.faults, scan->tokens.file, token->line,
                          "groups and lists are nested more than %d deep", (int)PRESCAN_DEPTH);
    scan->frame[++scan->depth] =
        (struct frame){ .open = *token->start, .line = token->line, .names = scan->names };
    return true;
}

static bool prescan_close(struct prescan *scan, const struct token *token)
{
    const struct frame *frame = &scan->frame[scan->depth];
    if (scan->depth == 0)
        return faults_add(scan->tokens.faults, scan->tokens.file, token->line,
                          "this '%c' closes nothing", *token->start);
    char close = frame->open == '{' ? '}' : frame->open == '(' ? ')' : ']';
    if (*token->start != close)
        return faults_add(scan->tokens.faults, scan->tokens.file, token->line,
                          "found '%c', expected '%c' for the '%c' of line %d", *token->start, close,
                          frame->open, frame->line);
    scan->names = frame->names;
    scan->depth--;
    return true;
}

static bool prescan_mark(struct prescan *scan, const struct token *token)
{
    if (strchr("{([", *token->start) != NULL)
        return prescan_open(scan, token);
    if (strchr("})]", *token->start) != NULL)
        return prescan_close(scan, token);
    if (*token->start == '@')
        return faults_add(scan->tokens.faults, scan->tokens.file, token->line,
                          "found \"@\": scenarios have no @include; use extends = \"FILE\";");
    prescan_hint(&scan->tokens, &scan->previous, token, scan->frame[scan->depth].open == '{');
    return true;
}

static bool prescan_token(struct prescan *scan, const struct token *token)
{
    if (token->kind == TOKEN_MARK)
        return prescan_mark(scan, token);
    if (token->kind == TOKEN_NAME && prescan_expects_value(scan)) {
        prescan_word(&scan->tokens, token);
        return true;
    }
    if (token->kind == TOKEN_NAME)
        return scan->frame[scan->depth].open != '{' || prescan_name(scan, token);
    return prescan_value(scan, token);
}

bool prescan_text(const char *text, const char *file, struct prescan_lines *texts,
                  struct faults *faults)
{
    int before = faults->count;
    if (!prescan_bytes(text, file, faults))
        return false;
    struct prescan scan = { .tokens = { .at = text, .line = 1, .file = file, .faults = faults },
                            .texts = texts,
                            .frame = { { .open = '{' } } };
    struct token token = token_next(&scan.tokens);
    while (token.kind != TOKEN_END && prescan_token(&scan, &token)) {
        scan.previous = token;
        token = token_next(&scan.tokens);
    }
    if (token.kind == TOKEN_END && scan.depth > 0)
        faults_add(faults, file, scan.frame[scan.depth].line, "this '%c' is never closed",
                   scan.frame[scan.depth].open);
    free(scan.name);
    return faults->count == before;
}
