#include "engine/verdict.h"

#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/names.h"
#include "engine/number.h"

static const char *const verdict_figures = "deal frozen_conflict continued_war changed";

enum { VERDICT_WORD = 64 };

static const char *verdict_skip(const char *at)
{
    return at + strspn(at, " ");
}

/* The length without blanks at its end. */
static size_t verdict_trim(const char *start, size_t length)
{
    while (length > 0 && start[length - 1] == ' ')
        length--;
    return length;
}

static bool verdict_number(const char *start, size_t length, double *number)
{
    length = verdict_trim(start, length);
    bool percent = length > 0 && start[length - 1] == '%';
    length = percent ? verdict_trim(start, length - 1) : length;
    char *text = memory_format("%.*s", (int)length, start);
    bool good = number_parse_real(text, number);
    free(text);
    *number = percent ? *number / 100 : *number;
    return good && *number >= -1 && *number <= 1;
}

static char *verdict_refuse(const char *start, size_t length, const char *expected)
{
    return memory_format("found '%.*s', expected %s", (int)length, start, expected);
}

/* The figure that a term names, at *at, which moves behind it; -1: none. */
static int verdict_figure(const char **at)
{
    size_t length = strspn(*at, "abcdefghijklmnopqrstuvwxyz_");
    char *word = memory_format("%.*s", (int)length, *at);
    int figure = names_index(verdict_figures, word);
    free(word);
    *at = verdict_skip(*at + length);
    return figure;
}

/* One term of so many characters; NULL, or what is wrong with it. */
static char *verdict_term(const char *start, size_t length, struct verdict_term *term)
{
    const char *at = verdict_skip(start), *end = start + length;
    *term = (struct verdict_term){ .not = strncmp(at, "not ", 4) == 0 };
    at = term->not ? verdict_skip(at + 4) : at;
    term->figure = verdict_figure(&at);
    if (term->figure < 0)
        return verdict_refuse(start, length,
                              "deal, frozen_conflict, continued_war or changed, as in deal<-0.05");
    if (at >= end || (*at != '<' && *at != '>'))
        return verdict_refuse(start, length, "< or > behind the figure, as in deal<-0.05");
    term->below = *at == '<';
    at = verdict_skip(at + 1);
    if (at >= end || !verdict_number(at, (size_t)(end - at), &term->limit))
        return verdict_refuse(start, length, "a number in [-1, 1] or a percentage, as in deal<-5%");
    return NULL;
}

bool verdict_parse(const char *text, struct verdict *verdict, char **fault)
{
    *verdict = (struct verdict){ 0 };
    *fault = NULL;
    for (const char *at = text; *fault == NULL; at++) {
        size_t length = strcspn(at, ",");
        if (verdict->terms == VERDICT_TERMS)
            *fault = memory_format("found more than %d terms", VERDICT_TERMS);
        else
            *fault = verdict_term(at, length, &verdict->term[verdict->terms++]);
        at += length;
        if (*at == '\0')
            break;
    }
    return *fault == NULL;
}

bool verdict_holds(const struct verdict_term *term, struct interval interval)
{
    bool shown = term->below ? interval.high < term->limit : interval.low > term->limit;
    return shown != term->not ;
}

char *verdict_text(const struct verdict_term *term)
{
    char word[VERDICT_WORD], number[NUMBER_SIZE];
    number_format(number, sizeof number, term->limit);
    return memory_format("%s%s%c%s", term->not ? "not " : "",
                         names_word(verdict_figures, term->figure, word, sizeof word),
                         term->below ? '<' : '>', number);
}
