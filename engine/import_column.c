#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "engine/import.h"
#include "engine/label.h"
#include "engine/memory.h"

const char *const IMPORT_WORDS[IMPORT_OTHER] = {
    [IMPORT_ACTOR] = "actor actors stakeholder stakeholders player players party name names",
    [IMPORT_CAPABILITY] = "capability capabilities power influence resources clout strength weight",
    [IMPORT_POSITION] = "position positions pos pstn posn stance preference",
    [IMPORT_SALIENCE] = "salience saliences sal saliency priority importance",
    [IMPORT_ISSUE] = "issue issues dimension topic question",
    [IMPORT_DESCRIPTION] = "description desc label",
};

enum { IMPORT_TOKENS = 12 };

/* The words of a header: "Pstn1" is "pstn" and "1", "PolicyPosition" two words as well. */
struct import_tokens {
    int count;
    const char *start[IMPORT_TOKENS];
    int length[IMPORT_TOKENS];
};

/* Letters of other scripts count as letters. */
static int import_class(char letter)
{
    unsigned char byte = (unsigned char)letter;
    return byte >= 0x80 || isalpha(byte) ? 1 : isdigit(byte) ? 2 : 0;
}

/* The length of a remark on the scale: "(0-100)", "[%]"; 0: none begins here. */
static size_t import_remark(const char *at)
{
    if (*at != '(' && *at != '[')
        return 0;
    size_t inside = strspn(at + 1, "0123456789 .,-:%to");
    return at[1 + inside] == ')' || at[1 + inside] == ']' ? inside + 2 : 0;
}

/* A header without remarks on the scale; the caller frees it. */
static char *import_plain(const char *header)
{
    struct text plain = { 0 };
    text_add(&plain, "%s", "");
    while (*header != '\0') {
        header += import_remark(header);
        if (*header != '\0')
            text_add(&plain, "%c", *header++);
    }
    return plain.bytes;
}

static struct import_tokens import_cut(const char *header)
{
    struct import_tokens tokens = { 0 };
    for (const char *at = header; *at != '\0' && tokens.count < IMPORT_TOKENS;) {
        const char *start = at;
        int class = import_class(*at);
        at += class == 0;
        while (class != 0 && import_class(*at) == class &&
               (at == start || !(isupper((unsigned char)*at) && islower((unsigned char)at[-1]))))
            at++;
        if (class == 0)
            continue;
        tokens.start[tokens.count] = start;
        tokens.length[tokens.count++] = (int)(at - start);
    }
    return tokens;
}

/* The kind that a word alone would say. */
static enum import_kind import_word(const struct import_tokens *tokens, int index)
{
    enum import_kind kind = IMPORT_ACTOR;
    if (index < 0 || index >= tokens->count)
        return IMPORT_OTHER;
    char *word = memory_format("%.*s", tokens->length[index], tokens->start[index]);
    for (char *at = word; *at != '\0'; at++)
        *at = (char)tolower((unsigned char)*at);
    while (kind < IMPORT_OTHER && names_index(IMPORT_WORDS[kind], word) < 0)
        kind++;
    free(word);
    return kind;
}

/* Which word says the kind: the last, numbers apart, or else the first. Positions and saliences go
 * before others ("issue salience"), and these before names ("issue name"). */
static int import_telling(const struct import_tokens *tokens)
{
    int last = tokens->count - 1;
    while (last > 0 && import_class(*tokens->start[last]) == 2)
        last--;
    enum import_kind first = import_word(tokens, 0), end = import_word(tokens, last);
    bool figures = first == IMPORT_POSITION || first == IMPORT_SALIENCE;
    bool others = end == IMPORT_POSITION || end == IMPORT_SALIENCE || end == IMPORT_CAPABILITY;
    if (first == IMPORT_OTHER || others || (end != IMPORT_OTHER && end != IMPORT_ACTOR && !figures))
        return last;
    return 0;
}

/* A part of a header without the marks at its ends. */
static void import_trim(const char **start, const char *end, int *length)
{
    static const char marks[] = " _-:;,/()[]";
    while (*start < end && strchr(marks, **start) != NULL)
        ++*start;
    while (end > *start && strchr(marks, end[-1]) != NULL)
        end--;
    *length = (int)(end - *start);
}

/* "of trade", "on trade": "trade". */
static void import_connect(const char **start, int *length)
{
    static const char *const words[] = { "on ", "of ", "for ", "about " };
    for (size_t index = 0; index < sizeof words / sizeof *words; index++) {
        int size = (int)strlen(words[index]);
        if (*length > size && strncasecmp(*start, words[index], (size_t)size) == 0) {
            *start += size;
            *length -= size;
        }
    }
}

void import_classify(struct import_column *column)
{
    char *plain = import_plain(column->header);
    struct import_tokens tokens = import_cut(plain);
    int telling = import_telling(&tokens), before = 0, behind = 0;
    column->kind = import_word(&tokens, telling);
    const char *left = plain, *right = plain + strlen(plain), *end = right;
    if (telling >= 0) {
        right = tokens.start[telling] + tokens.length[telling];
        import_trim(&left, tokens.start[telling], &before);
    }
    import_trim(&right, end, &behind);
    import_connect(&right, &behind);
    column->rest = memory_format("%.*s%s%.*s", before, left, before > 0 && behind > 0 ? " " : "",
                                 behind, right);
    free(plain);
}

const char *import_near(const struct import_head *head, enum import_kind kind)
{
    struct names words = { 0 };
    const char *near = NULL;
    names_add_words(&words, IMPORT_WORDS[kind]);
    for (int index = 0; index < head->columns && near == NULL; index++) {
        struct import_tokens tokens = import_cut(head->column[index].header);
        for (int token = 0; token < tokens.count; token++) {
            char *word = memory_format("%.*s", tokens.length[token], tokens.start[token]);
            char *key = label_key(word, "word");
            if (head->column[index].kind == IMPORT_OTHER && strlen(key) > 3 &&
                fault_nearest(key, (const char *const *)words.name, words.count) != NULL)
                near = head->column[index].header;
            free(key);
            free(word);
        }
    }
    names_free(&words);
    return near;
}

char *import_issue_title(const char *file, const char *rest, bool only)
{
    bool number = rest[strspn(rest, "0123456789 ")] == '\0';
    char *key = label_key(rest, "issue");
    bool idle = number || names_index("preferred ideal current initial stated actor", key) >= 0;
    free(key);
    if (rest[0] == '\0' || (only && idle))
        return label_base(file, NULL);
    return memory_format("%s%s", number ? "Issue " : "", rest);
}
