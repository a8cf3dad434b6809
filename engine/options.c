#include "engine/options.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/command.h"
#include "engine/fault.h"
#include "engine/label.h"
#include "engine/memory.h"
#include "engine/names.h"
#include "engine/number.h"
#include "engine/schema.h"
#include "engine/text.h"
#include "models/catalogue.h"

enum { OPTIONS_MOST = 64 };

static void *options_field(struct options *options, const struct flag *flag)
{
    return (char *)options + flag->takes.offset;
}

static void options_store(struct options *options, const struct flag *flag, long value)
{
    void *field = options_field(options, flag);
    if (flag->takes.kind == PARAMETER_FLAG)
        *(bool *)field = value != 0;
    else if (flag->takes.kind == PARAMETER_WORD || flag->narrow)
        *(int *)field = (int)value;
    else
        *(long *)field = value;
}

static const char **options_append(const char **list, int count, const char *text)
{
    list = memory_grow(list, (size_t)count + 1, sizeof *list);
    list[count] = text;
    return list;
}

static bool options_refuse(const struct flag *flag, const char *text)
{
    char *expected = schema_expected(&flag->takes);
    command_misuse("--%s: found '%s', expected %s", flag->takes.name, text, expected);
    free(expected);
    return false;
}

static bool options_take_model(struct options *options, const struct flag *flag, const char *text)
{
    if (catalogue_find(flag->takes.words, text) == NULL) {
        command_unknown_model(flag->takes.words, text);
        return false;
    }
    *(const char **)options_field(options, flag) = text;
    return true;
}

/* A file to write has a name. A scenario is not taken for a file of CSV, nor for the store: then
 * that file's name was forgotten. No store is a stream. */
static bool options_take_text(struct options *options, const struct flag *flag, const char *text)
{
    size_t length = strlen(text);
    bool scenario = length >= 4 && strcmp(text + length - 4, ".cfg") == 0;
    bool store = flag->takes.offset == offsetof(struct options, store);
    bool trials = store || flag->takes.offset == offsetof(struct options, trials_out) ||
                  flag->takes.offset == offsetof(struct options, csv);
    bool file = trials || flag->takes.offset == offsetof(struct options, out);
    if ((file && length == 0) || (trials && scenario) || (store && strcmp(text, "-") == 0)) {
        command_misuse("--%s: found '%s', expected %s", flag->takes.name, text, flag->argument);
        return false;
    }
    *(const char **)options_field(options, flag) = text;
    return true;
}

static void options_gather(struct options *options, const struct flag *flag, const char *text)
{
    bool vary = flag->takes.offset == offsetof(struct options, vary);
    const char ***list = vary ? &options->vary : &options->set;
    int *count = vary ? &options->varies : &options->sets;
    *list = options_append(*list, (*count)++, text);
}

static bool options_take(struct options *options, const struct flag *flag, const char *text)
{
    long long count = flag->takes.kind == PARAMETER_WORD ? names_index(flag->takes.words, text) : 1;
    if (flag->takes.kind == PARAMETER_TEXTS) {
        options_gather(options, flag, text);
        return true;
    }
    if (flag->takes.kind == PARAMETER_TEXT)
        return options_take_text(options, flag, text);
    if (flag->takes.kind == PARAMETER_MODEL)
        return options_take_model(options, flag, text);
    if (flag->takes.kind == PARAMETER_COUNT &&
        (!number_parse_count(text, &count) || (double)count < flag->takes.low ||
         (double)count > flag->takes.high))
        return options_refuse(flag, text);
    if (flag->takes.kind == PARAMETER_WORD && count < 0)
        return options_refuse(flag, text);
    options_store(options, flag, (long)count);
    return true;
}

/* "-n, --trials" for every flag that the verb takes. */
static char *options_known(const char *verb)
{
    struct text known = { 0 };
    for (int index = 0; index < option_flag_count; index++) {
        const struct flag *flag = &option_flags[index];
        if (!options_apply(flag, verb))
            continue;
        text_add(&known, "%s", known.length == 0 ? "" : ", ");
        if (flag->letter != '\0')
            text_add(&known, "-%c/", flag->letter);
        text_add(&known, "--%s", flag->takes.name);
    }
    return known.bytes;
}

/* Names are compared without their dashes, which would make short ones look alike. */
static const char *options_nearest(const char *verb, const char *name)
{
    const char *taken[OPTIONS_MOST];
    int count = 0;
    assert(option_flag_count <= OPTIONS_MOST);
    for (int index = 0; index < option_flag_count; index++)
        if (options_apply(&option_flags[index], verb))
            taken[count++] = option_flags[index].takes.name;
    return fault_nearest(name, taken, count);
}

static void options_unknown(const char *verb, const char *dashes, const char *name, size_t length)
{
    char *unknown = memory_format("%.*s", (int)length, name), *known = options_known(verb);
    const char *nearest = length > 1 ? options_nearest(verb, unknown) : NULL;
    if (nearest != NULL)
        command_misuse("%s takes no flag %s%s; did you mean '--%s'?", verb, dashes, unknown,
                       nearest);
    else
        command_misuse("%s takes no flag %s%s; it takes %s", verb, dashes, unknown, known);
    free(known);
    free(unknown);
}

/* The flag so named, or NULL with a message that suggests one that the verb takes. */
static const struct flag *options_find(const char *verb, const char *name, size_t length)
{
    for (int index = 0; index < option_flag_count; index++) {
        const struct flag *flag = &option_flags[index];
        if (options_apply(flag, verb) && strlen(flag->takes.name) == length &&
            strncmp(flag->takes.name, name, length) == 0)
            return flag;
    }
    options_unknown(verb, "--", name, length);
    return NULL;
}

static const struct flag *options_find_letter(const char *verb, char letter)
{
    for (int index = 0; index < option_flag_count; index++)
        if (option_flags[index].letter == letter && options_apply(&option_flags[index], verb))
            return &option_flags[index];
    options_unknown(verb, "-", &letter, 1);
    return NULL;
}

/* The argument of a flag: what is attached to it, or the next word, which is then used up. */
static const char *options_argument(const struct flag *flag, const char *attached, int *at,
                                    int count, char **arguments)
{
    if (attached != NULL)
        return attached;
    if (*at + 1 < count)
        return arguments[++*at];
    command_misuse("--%s: found nothing behind it, expected %s", flag->takes.name, flag->argument);
    return NULL;
}

static bool options_long(struct options *options, const char *verb, int *at, int count,
                         char **arguments)
{
    const char *name = arguments[*at] + 2;
    size_t length = strcspn(name, "=");
    const char *attached = name[length] == '=' ? name + length + 1 : NULL;
    const struct flag *flag = options_find(verb, name, length);
    if (flag == NULL)
        return false;
    if (flag->argument == NULL && attached != NULL) {
        command_misuse("--%s: found '%s' behind it, expected nothing", flag->takes.name, attached);
        return false;
    }
    const char *text =
        flag->argument == NULL ? "" : options_argument(flag, attached, at, count, arguments);
    return text != NULL && options_take(options, flag, text);
}

static bool options_short(struct options *options, const char *verb, int *at, int count,
                          char **arguments)
{
    for (const char *letter = arguments[*at] + 1; *letter != '\0'; letter++) {
        const struct flag *flag = options_find_letter(verb, *letter);
        if (flag == NULL)
            return false;
        if (flag->argument != NULL) {
            const char *attached = letter[1] == '\0' ? NULL : letter + 1;
            const char *text = options_argument(flag, attached, at, count, arguments);
            return text != NULL && options_take(options, flag, text);
        }
        if (!options_take(options, flag, ""))
            return false;
    }
    return true;
}

static void options_start(struct options *options)
{
    *options = (struct options){ 0 };
    for (int index = 0; index < option_flag_count; index++)
        if (option_flags[index].takes.kind != PARAMETER_TEXTS &&
            option_flags[index].takes.kind != PARAMETER_TEXT &&
            option_flags[index].takes.kind != PARAMETER_MODEL)
            options_store(options, &option_flags[index], (long)option_flags[index].takes.initial);
}

bool options_parse(struct options *options, const char *verb, int count, char **arguments)
{
    bool flags = true, good = true;
    options_start(options);
    options->verb = verb;
    options->words = count;
    options->word = arguments;
    for (int at = 0; at < count && good; at++) {
        const char *word = arguments[at];
        if (!flags || word[0] != '-' || word[1] == '\0')
            options->argument = options_append(options->argument, options->arguments++, word);
        else if (strcmp(word, "--") == 0)
            flags = false;
        else if (word[1] == '-')
            good = options_long(options, verb, &at, count, arguments);
        else
            good = options_short(options, verb, &at, count, arguments);
    }
    return good;
}

void options_free(struct options *options)
{
    free(options->argument);
    free(options->vary);
    free(options->set);
}

char *options_line(const struct options *options)
{
    struct text line = { 0 };
    text_add(&line, "zopa %s", options->verb);
    for (int index = 0; index < options->words; index++) {
        const char *word = options->word[index];
        char *quoted = word[0] == '-' ? memory_text(word) : label_word(word);
        text_add(&line, " %s", quoted);
        free(quoted);
    }
    return line.bytes;
}
