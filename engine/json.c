#include "engine/json.h"

#include <assert.h>
#include <inttypes.h>
#include <math.h>

#include "engine/number.h"
#include "engine/text.h"

struct json json_start(FILE *out)
{
    return (struct json){ .out = out };
}

static void json_break(struct json *json)
{
    if (json->row != 0) {
        fputc(' ', json->out);
        return;
    }
    fprintf(json->out, "\n%*s", 2 * json->depth, "");
}

static void json_escape(struct json *json, unsigned char character)
{
    switch (character) {
    case '"':
        fputs("\\\"", json->out);
        break;
    case '\\':
        fputs("\\\\", json->out);
        break;
    case '\n':
        fputs("\\n", json->out);
        break;
    case '\r':
        fputs("\\r", json->out);
        break;
    case '\t':
        fputs("\\t", json->out);
        break;
    default:
        if (character < 0x20 || character == 0x7f)
            fprintf(json->out, "\\u%04x", character);
        else
            fputc(character, json->out);
    }
}

static void json_string(struct json *json, const char *text)
{
    fputc('"', json->out);
    while (*text != '\0') {
        size_t length = text_character(text);
        if (length == 1)
            json_escape(json, (unsigned char)*text);
        else if (length == 0)
            fputs("\\ufffd", json->out);
        else
            fwrite(text, 1, length, json->out);
        text += length == 0 ? 1 : length;
    }
    fputc('"', json->out);
}

/* Comma, line, indentation and name: what stands before every value. */
static void json_place(struct json *json, const char *name)
{
    if (json->depth == 0)
        return;
    bool *filled = &json->filled[json->depth - 1];
    if (*filled)
        fputc(',', json->out);
    json_break(json);
    *filled = true;
    assert((name != NULL) == (json->close[json->depth - 1] == '}'));
    if (name != NULL) {
        json_string(json, name);
        fputs(": ", json->out);
    }
}

static void json_open(struct json *json, const char *name, char open, char close)
{
    assert(json->depth < JSON_DEPTH);
    json_place(json, name);
    fputc(open, json->out);
    json->close[json->depth] = close;
    json->filled[json->depth] = false;
    json->depth++;
}

void json_object(struct json *json, const char *name)
{
    json_open(json, name, '{', '}');
}

void json_array(struct json *json, const char *name)
{
    json_open(json, name, '[', ']');
}

void json_row(struct json *json, const char *name)
{
    json_open(json, name, '{', '}');
    if (json->row == 0)
        json->row = json->depth;
}

void json_end(struct json *json)
{
    assert(json->depth > 0);
    json->depth--;
    if (json->filled[json->depth])
        json_break(json);
    if (json->row > json->depth)
        json->row = 0;
    fputc(json->close[json->depth], json->out);
    if (json->depth == 0)
        fputc('\n', json->out);
}

static void json_digits(struct json *json, double number)
{
    char digits[NUMBER_SIZE];
    if (!isfinite(number)) {
        fputs("null", json->out);
        return;
    }
    number_format(digits, sizeof digits, number);
    fputs(digits, json->out);
}

void json_text(struct json *json, const char *name, const char *text)
{
    json_place(json, name);
    if (text == NULL)
        fputs("null", json->out);
    else
        json_string(json, text);
}

void json_number(struct json *json, const char *name, double number)
{
    json_place(json, name);
    json_digits(json, number);
}

void json_count(struct json *json, const char *name, uint64_t count)
{
    json_place(json, name);
    fprintf(json->out, "%" PRIu64, count);
}

void json_integer(struct json *json, const char *name, int64_t integer)
{
    json_place(json, name);
    fprintf(json->out, "%" PRId64, integer);
}

void json_flag(struct json *json, const char *name, bool flag)
{
    json_place(json, name);
    fputs(flag ? "true" : "false", json->out);
}

void json_pair(struct json *json, const char *name, double low, double high)
{
    json_place(json, name);
    fputc('[', json->out);
    json_digits(json, low);
    fputs(", ", json->out);
    json_digits(json, high);
    fputc(']', json->out);
}
