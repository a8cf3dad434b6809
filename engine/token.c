#include "engine/token.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define DIGITS "0123456789"
#define HEXADECIMAL DIGITS "abcdefABCDEF"
#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

enum { TOKEN_SHOWN = 40 }; /* the most of a token that a message quotes */

static int token_shown(size_t length)
{
    return length < TOKEN_SHOWN ? (int)length : TOKEN_SHOWN;
}

static void token_pass(struct tokens *tokens, const char *end)
{
    for (; tokens->at < end; tokens->at++)
        tokens->line += *tokens->at == '\n';
}

static void token_pass_comment(struct tokens *tokens)
{
    if (tokens->at[0] == '#' || tokens->at[1] == '/') {
        tokens->at += strcspn(tokens->at, "\n");
        return;
    }
    const char *end = strstr(tokens->at + 2, "*/");
    if (end == NULL)
        faults_add(tokens->faults, tokens->file, tokens->line,
                   "this comment has no end, expected \"*/\"");
    token_pass(tokens, end == NULL ? tokens->at + strlen(tokens->at) : end + 2);
}

static void token_pass_blanks(struct tokens *tokens)
{
    for (;;) {
        token_pass(tokens, tokens->at + strspn(tokens->at, " \t\n\r\f"));
        const char *at = tokens->at;
        if (at[0] != '#' && !(at[0] == '/' && (at[1] == '/' || at[1] == '*')))
            return;
        token_pass_comment(tokens);
    }
}

/* The length of the escape that begins at a backslash, 0 where it is none. libconfig 1.5 takes an
 * unknown one as it stands, later versions know more of them, and \x00 would end the text. */
static size_t token_escape(const char *at)
{
    if (at[1] == 'x')
        return strspn(at + 2, HEXADECIMAL) >= 2 && strncmp(at + 2, "00", 2) != 0 ? 4 : 0;
    return at[1] != '\0' && strchr("nrtf\\\"", at[1]) != NULL ? 2 : 0;
}

static void token_read_text(struct tokens *tokens, struct token *token)
{
    const char *at = token->start + 1;
    for (at += strcspn(at, "\"\\"); *at == '\\'; at += strcspn(at, "\"\\")) {
        size_t length = token_escape(at);
        if (length == 0)
            faults_add(tokens->faults, tokens->file, token->line,
                       "unknown escape \"%.2s\" in a text, expected one of \\n \\r \\t \\f \\xNN "
                       "\\\\ \\\"",
                       at);
        at += length > 0 ? length : 1;
    }
    if (*at == '\0')
        faults_add(tokens->faults, tokens->file, token->line,
                   "this text has no end, expected a closing quote");
    token->kind = TOKEN_TEXT;
    token->length = (size_t)(at - token->start) + (*at == '"');
}

static bool token_begins_number(const char *at)
{
    at += *at == '-' || *at == '+';
    return *at == '.' || (*at >= '0' && *at <= '9');
}

/* All that clings to a number, so that "1.2.3" or "12abc" is one bad number, not two good tokens.
 */
static size_t token_number_length(const char *start)
{
    const char *at = start + 1;
    bool hexadecimal = start[0] == '0' && (start[1] == 'x' || start[1] == 'X');
    for (;;) {
        at += strspn(at, DIGITS LETTERS "_.");
        bool exponent = !hexadecimal && (at[-1] == 'e' || at[-1] == 'E');
        if (!exponent || (*at != '+' && *at != '-'))
            return (size_t)(at - start);
        at++;
    }
}

/* From the first character that is no digit of a whole number; TOKEN_END where it is malformed. */
static enum token_kind token_real_kind(const char *at, const char *end, bool digits)
{
    if (*at == '.') {
        size_t more = strspn(at + 1, DIGITS);
        digits = digits || more > 0;
        at += 1 + more;
    }
    if (digits && at < end && (*at == 'e' || *at == 'E')) {
        at += at[1] == '+' || at[1] == '-' ? 2 : 1;
        size_t more = strspn(at, DIGITS);
        digits = more > 0;
        at += more;
    }
    return digits && at == end ? TOKEN_REAL : TOKEN_END;
}

static enum token_kind token_number_kind(const char *start, const char *end)
{
    bool hexadecimal = start[0] == '0' && (start[1] == 'x' || start[1] == 'X');
    const char *digits = start + (hexadecimal ? 2 : *start == '-' || *start == '+');
    const char *at = digits + strspn(digits, hexadecimal ? HEXADECIMAL : DIGITS);
    if (at > digits && at == end)
        return TOKEN_INTEGER;
    if (at > digits && (size_t)(end - at) == strspn(at, "L") && end - at <= 2)
        return TOKEN_LONG;
    return hexadecimal ? TOKEN_END : token_real_kind(at, end, at > digits);
}

static void token_check_real(const struct tokens *tokens, const struct token *token)
{
    if (isinf(strtod(token->start, NULL)))
        faults_add(tokens->faults, tokens->file, token->line, "number %.*s is too large",
                   token_shown(token->length), token->start);
}

/* libconfig 1.5 reads integers with atoi, which wraps around, and 1.6 takes a leading 0 for octal.
 */
static void token_check_integer(const struct tokens *tokens, const struct token *token)
{
    const char *sign = *token->start == '-' ? "-" : "", *start = token->start;
    const char *digits = start + (*start == '-' || *start == '+');
    bool hexadecimal = start[0] == '0' && token->length > 1 && strchr("xX", start[1]) != NULL;
    int shown = token_shown(token->length);
    errno = 0;
    long long value = strtoll(start, NULL, hexadecimal ? 16 : 10);
    if (errno != 0)
        faults_add(tokens->faults, tokens->file, token->line, "integer %.*s does not fit 64 bits",
                   shown, start);
    else if (!hexadecimal && digits[0] == '0' && strspn(digits, DIGITS) > 1)
        faults_add(tokens->faults, tokens->file, token->line,
                   "integer %.*s begins with 0; write %lld%s", shown, start, value,
                   token->kind == TOKEN_LONG ? "L" : "");
    else if (token->kind == TOKEN_INTEGER && (value > 2147483647 || value < -2147483647))
        faults_add(tokens->faults, tokens->file, token->line,
                   "integer %.*s does not fit 32 bits; write %s%.*sL", shown, start, sign,
                   (int)(token->length - (size_t)(digits - start)), digits);
}

static void token_read_number(struct tokens *tokens, struct token *token)
{
    token->length = token_number_length(token->start);
    token->kind = token_number_kind(token->start, token->start + token->length);
    if (token->kind == TOKEN_REAL)
        token_check_real(tokens, token);
    else if (token->kind != TOKEN_END)
        token_check_integer(tokens, token);
    else {
        faults_add(tokens->faults, tokens->file, token->line, "found %.*s, expected a number",
                   token_shown(token->length), token->start);
        token->kind = TOKEN_REAL;
    }
}

static size_t token_name_length(const char *at)
{
    return strspn(at, LETTERS "*") > 0 ? strspn(at, LETTERS DIGITS "-_*") : 0;
}

size_t token_path_length(const char *at)
{
    size_t length = token_name_length(at), names = 1;
    for (size_t more; length > 0 && at[length] == '.'; names++, length += 1 + more)
        if ((more = token_name_length(at + length + 1)) == 0)
            return 0;
    return names > 1 ? length : 0;
}

static bool token_is_flag(const char *start, size_t length)
{
    return (length == 4 && strncasecmp(start, "true", 4) == 0) ||
           (length == 5 && strncasecmp(start, "false", 5) == 0);
}

struct token token_next(struct tokens *tokens)
{
    token_pass_blanks(tokens);
    struct token token = {
        .kind = TOKEN_MARK, .start = tokens->at, .length = 1, .line = tokens->line
    };
    size_t name = token_name_length(token.start);
    if (*token.start == '\0') {
        token.kind = TOKEN_END;
        token.length = 0;
    } else if (name > 0) {
        token.kind = token_is_flag(token.start, name) ? TOKEN_FLAG : TOKEN_NAME;
        token.length = name;
    } else if (*token.start == '"') {
        token_read_text(tokens, &token);
    } else if (token_begins_number(token.start)) {
        token_read_number(tokens, &token);
    }
    token_pass(tokens, token.start + token.length);
    return token;
}

bool token_is(const struct token *token, char mark)
{
    return token->kind == TOKEN_MARK && *token->start == mark;
}

bool token_is_name(const char *text)
{
    size_t length = token_name_length(text);
    return length > 0 && text[length] == '\0' && !token_is_flag(text, length);
}
