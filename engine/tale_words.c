#include <ctype.h>
#include <math.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include "engine/report.h"
#include "engine/season.h"
#include "engine/tale.h"
#include "engine/text.h"

char *tale_name(const char *title, const char *name, char *out, size_t size)
{
    if (title == NULL)
        return report_words(name, out, size);
    snprintf(out, size, "%s", title);
    return out;
}

char *tale_actor(const struct chronicle *chronicle, int actor, char *out, size_t size)
{
    const struct actor *self = &chronicle->scenario->game.actor[actor];
    size_t title = self->title == NULL ? SIZE_MAX
                                       : (size_t)text_columns(self->title, strlen(self->title)),
           name = strlen(self->name);
    bool shorter = title > TALE_ACTOR - 3 && name <= TALE_ACTOR - 3;
    tale_name(shorter ? NULL : self->title, self->name, out, size);
    out[0] = (char)toupper((unsigned char)out[0]);
    return out;
}

/* " (from 11 March 2026)", " (11 March 2026 to 10 May 2026)"; nothing without a calendar. */
static void tale_dates(const struct scenario *scenario, int first, int last, char *out, size_t size)
{
    static const char *const months[] = { "January",   "February", "March",    "April",
                                          "May",       "June",     "July",     "August",
                                          "September", "October",  "November", "December" };
    struct calendar calendar = season_calendar(scenario);
    struct date from = calendar_date(calendar_day(&calendar, first)),
                to = calendar_date(calendar_day(&calendar, last + 1) - 1);
    if (!calendar.known)
        return;
    if (first == last)
        snprintf(out, size, " (from %d %s %d)", from.day, months[from.month - 1], from.year);
    else
        snprintf(out, size, " (%d %s %d to %d %s %d)", from.day, months[from.month - 1], from.year,
                 to.day, months[to.month - 1], to.year);
}

char *tale_span(const struct chronicle *chronicle, int first, int last, char *out, size_t size)
{
    const char *unit = chronicle->scenario->run.round;
    int length = snprintf(out, size, "%c%.20s%s %d", toupper((unsigned char)unit[0]),
                          unit[0] == '\0' ? "" : unit + 1, first < last ? "s" : "", first);
    if (first < last)
        length += snprintf(out + length, size - (size_t)length, " to %d", last);
    tale_dates(chronicle->scenario, first, last, out + length, size - (size_t)length);
    return out;
}

char *tale_when(const struct chronicle *chronicle, int round, char *out, size_t size)
{
    return tale_span(chronicle, round, round, out, size);
}

/* The nearest level at or below a position (direction -1), or at or above it (+1); -1: none. */
static int tale_level(const struct chronicle *chronicle, int issue, double at, int direction)
{
    const struct game *game = &chronicle->scenario->game;
    const double *level = chronicle->level + utility_levels(game, issue);
    int found = -1;
    for (int k = 0; k < game->issue[issue].levels; k++) {
        double ahead = (level[k] - at) * direction;
        if (ahead >= -0.005 && (found < 0 || ahead < (level[found] - at) * direction))
            found = k;
    }
    return found;
}

char *tale_place(const struct chronicle *chronicle, int issue, double at, char *out, size_t size)
{
    const struct game *game = &chronicle->scenario->game;
    const struct issue *self = &game->issue[issue];
    const double *level = chronicle->level + utility_levels(game, issue);
    int below = tale_level(chronicle, issue, at, -1), above = tale_level(chronicle, issue, at, 1);
    char low[TALE_NAME], high[TALE_NAME];
    if (below >= 0)
        report_words(self->level[below].name, low, sizeof low);
    if (above >= 0)
        report_words(self->level[above].name, high, sizeof high);
    if (below >= 0 && fabs(level[below] - at) < 0.005)
        snprintf(out, size, "%s", low);
    else if (below >= 0 && above >= 0)
        snprintf(out, size, "between %s and %s", low, high);
    else if (below >= 0 || above >= 0)
        snprintf(out, size, "%s %s", below >= 0 ? "past" : "short of", below >= 0 ? low : high);
    else
        out[0] = '\0';
    return out;
}

void tale_term(struct page *page, const struct chronicle *chronicle, int issue, double at)
{
    const struct issue *self = &chronicle->scenario->game.issue[issue];
    char name[TALE_NAME], place[3 * TALE_NAME];
    tale_place(chronicle, issue, at, place, sizeof place);
    page_label(page, 4, 38, tale_name(self->title, self->name, name, sizeof name));
    page_number(page, 6, 2, at);
    fputc(' ', page->out);
    page->column = 45; /* page_flow sets a blank before the first word */
    page_flow(page, 46, place);
    page_flow_end(page);
}

void tale_say(struct page *page, const char *format, ...)
{
    char line[2048];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    page_paragraph(page, 2, line);
}
