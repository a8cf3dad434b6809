#include "engine/vary.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/names.h"
#include "engine/number.h"
#include "engine/text.h"
#include "engine/writer.h"

/* The length of a value that begins here: up to the comma that ends it, or the text's end. 0, with
 * *open, where a quotation mark or a bracket has no other. */
static size_t vary_length(const char *text, bool *open)
{
    static const char opening[] = "{([", closing[] = "})]";
    char expected[64];
    size_t depth = 0;
    bool quoted = false;
    const char *at = text;
    for (; *at != '\0' && (*at != ',' || quoted || depth > 0); at++) {
        const char *bracket = quoted ? NULL : strchr(opening, *at);
        if (quoted && *at == '\\' && at[1] != '\0')
            at++;
        else if (*at == '"')
            quoted = !quoted;
        else if (bracket != NULL && depth < sizeof expected)
            expected[depth++] = closing[bracket - opening];
        else if (bracket != NULL || (!quoted && strchr(closing, *at) != NULL)) {
            if (depth == 0 || *at != expected[depth - 1]) {
                *open = true;
                return 0;
            }
            depth--;
        }
    }
    *open = quoted || depth > 0;
    return (size_t)(at - text);
}

static char *vary_trim(const char *start, size_t length)
{
    while (length > 0 && *start == ' ') {
        start++;
        length--;
    }
    while (length > 0 && start[length - 1] == ' ')
        length--;
    return memory_format("%.*s", (int)length, start);
}

/* A number with a point or an exponent in its shortest digits; anything else as it is. */
static char *vary_shortest(char *value)
{
    char digits[NUMBER_SIZE];
    double number;
    if (strpbrk(value, ".eE") == NULL || !number_parse_real(value, &number))
        return value;
    number_format(digits, sizeof digits, number);
    bool wide = strpbrk(digits, ".e") == NULL && fabs(number) > 2147483647.0;
    free(value);
    return memory_format("%s%s", digits, wide ? ".0" : "");
}

/* Takes the value over, unless it is there already: then that is told. */
static char *vary_append(struct vary *vary, char *value)
{
    value = vary_shortest(value);
    if (vary->count == VARY_VALUES) {
        free(value);
        return memory_format("found a list of more than %d values; a range has more", VARY_VALUES);
    }
    for (long k = 0; k < vary->count; k++)
        if (strcmp(vary->value[k], value) == 0) {
            char *shown = text_excerpt(value, strlen(value));
            char *sentence = memory_format("found the value %s twice, expected each once", shown);
            free(shown);
            free(value);
            return sentence;
        }
    vary->value = memory_grow(vary->value, (size_t)vary->count + 1, sizeof *vary->value);
    vary->value[vary->count++] = value;
    return NULL;
}

static char *vary_list(struct vary *vary, const char *text)
{
    bool open = false, more = true;
    char *sentence = NULL;
    while (more && sentence == NULL) {
        size_t length = vary_length(text, &open);
        char *value = vary_trim(text, length);
        more = text[length] == ',';
        if (open)
            sentence = memory_text("found a bracket or a quotation mark without its other");
        else if (value[0] == '\0')
            sentence = memory_text("found no value where one should be, expected PATH=a,b,c");
        if (sentence != NULL)
            free(value);
        else
            sentence = vary_append(vary, value);
        text += length + more;
    }
    return sentence;
}

/* Whether the values are meant as a range: a ':' outside of quotation marks and brackets. */
static bool vary_is_range(const char *text)
{
    size_t plain = strcspn(text, ":\"{([,");
    return text[plain] == ':';
}

static char *vary_check_range(const struct vary *vary, bool spread)
{
    char *low = NULL, *sentence = NULL;
    if (!isfinite(vary->low) || !isfinite(vary->high))
        return memory_text("found an end that is no finite number");
    if (vary->low < vary->high || vary->low > vary->high) {
        if (spread || (vary->count >= 2 && vary->count <= VARY_POINTS))
            return NULL;
        return memory_format("found %ld values, expected 2 to %d", vary->count, VARY_POINTS);
    }
    low = vary_place(vary, 0);
    sentence = memory_format("found a range from %s to %s, expected two different ends", low, low);
    free(low);
    return sentence;
}

static char *vary_range(struct vary *vary, const char *text, bool spread)
{
    struct names parts = { 0 };
    long long count = 0;
    names_add_between(&parts, text, ':');
    bool good = parts.count == (spread ? 2 : 3);
    for (int k = 0; k < parts.count; k++) {
        char *part = vary_trim(parts.name[k], strlen(parts.name[k]));
        free(parts.name[k]);
        parts.name[k] = part;
    }
    good = good && number_parse_real(parts.name[0], &vary->low) &&
           number_parse_real(parts.name[1], &vary->high) &&
           (spread || number_parse_count(parts.name[2], &count));
    names_free(&parts);
    vary->count = (long)count;
    if (good)
        return vary_check_range(vary, spread);
    char *shown = text_excerpt(text, strlen(text));
    char *sentence =
        memory_format("found '%s', expected %s", shown,
                      spread ? "LO:HI, two numbers (how many points there are, --points says)"
                             : "LO:HI:N, two numbers and how many values there are from one to the "
                               "other");
    free(shown);
    return sentence;
}

char *vary_parse(struct vary *vary, const char *text, bool spread)
{
    size_t split = strcspn(text, "=");
    *vary =
        (struct vary){ .path = vary_trim(text, split), .origin = memory_format("--vary %s", text) };
    for (const char *at = text; *at != '\0'; at++)
        if (text_is_control(at))
            return memory_text("found a control character, expected PATH=VALUES");
    if (vary->path[0] == '\0' || text[split] == '\0')
        return memory_format("found no %s, expected PATH=LO:HI:N or PATH=a,b,c",
                             vary->path[0] == '\0' ? "path" : "'='");
    const char *values = text + split + 1;
    return vary_is_range(values) ? vary_range(vary, values, spread) : vary_list(vary, values);
}

char *vary_element(struct vary *vary, const struct node *element, bool spread)
{
    const struct node *values = tree_member(element, "values"),
                      *points = tree_member(element, "points");
    char *sentence = NULL;
    *vary = (struct vary){ .path = memory_text(tree_member(element, "path")->text),
                           .origin = memory_text(element->file),
                           .line = element->line };
    if (values == NULL) {
        vary->low = tree_member(element, "from")->real;
        vary->high = tree_member(element, "to")->real;
        vary->count = spread ? 0 : points != NULL ? (long)points->integer : VARY_COUNT;
        return vary_check_range(vary, spread);
    }
    for (const struct node *value = values->first; value != NULL && sentence == NULL;
         value = value->next)
        sentence = vary_append(vary, writer_value(value));
    return sentence;
}

void vary_free(struct vary *vary)
{
    for (long k = 0; vary->value != NULL && k < vary->count; k++)
        free(vary->value[k]);
    free(vary->value);
    free(vary->origin);
    free(vary->path);
    *vary = (struct vary){ 0 };
}
