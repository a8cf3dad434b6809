#include "engine/rows.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/csv.h"
#include "engine/memory.h"
#include "engine/number.h"
#include "engine/summary.h"

enum { ROWS_COUNT = 24 }; /* room for any count with its '\0' */

static const char *const rows_fixed[] = {
    "scenario", "trial", "seed", "outcome", "detail", "round"
};

static int rows_place(const struct names *names, const char *name)
{
    for (int k = 0; k < names->count; k++)
        if (strcmp(names->name[k], name) == 0)
            return k;
    return -1;
}

static void rows_name(struct names *names, const char *name)
{
    if (rows_place(names, name) < 0)
        names_add(names, name);
}

void rows_columns_add(struct rows_columns *columns, const struct scenario *scenario)
{
    const struct game *game = &scenario->game;
    for (int k = 0; k < game->actors; k++)
        rows_name(&columns->actors, game->actor[k].name);
    for (int k = 0; k < game->issues; k++)
        rows_name(&columns->issues, game->issue[k].name);
}

void rows_columns_free(struct rows_columns *columns)
{
    names_free(&columns->actors);
    names_free(&columns->issues);
}

static bool rows_taken(const struct rows_columns *columns, const char *name)
{
    for (size_t k = 0; k < sizeof rows_fixed / sizeof *rows_fixed; k++)
        if (strcmp(rows_fixed[k], name) == 0)
            return true;
    return strncmp(name, "u_", 2) == 0 && rows_place(&columns->actors, name + 2) >= 0;
}

static void rows_head_issue(const struct rows_columns *columns, const char *name, struct text *text)
{
    char *column = memory_text(name);
    while (rows_taken(columns, column) ||
           (strcmp(column, name) != 0 && rows_place(&columns->issues, column) >= 0)) {
        char *longer = memory_format("issue_%s", column);
        free(column);
        column = longer;
    }
    text_append(text, ",", 1);
    csv_add(text, column);
    free(column);
}

void rows_head(const struct rows_columns *columns, struct text *text)
{
    for (size_t k = 0; k < sizeof rows_fixed / sizeof *rows_fixed; k++)
        text_add(text, "%s%s", k == 0 ? "" : ",", rows_fixed[k]);
    for (int k = 0; k < columns->actors.count; k++) {
        char *column = memory_format("u_%s", columns->actors.name[k]);
        text_append(text, ",", 1);
        csv_add(text, column);
        free(column);
    }
    for (int k = 0; k < columns->issues.count; k++)
        rows_head_issue(columns, columns->issues.name[k], text);
    text_append(text, "\n", 1);
}

/* ",seed,outcome,detail," */
static char *rows_fate(const struct scenario *scenario, int detail)
{
    struct text text = { 0 };
    char *name =
        detail < DETAIL_VICTORY
            ? memory_new(64, 1)
            : memory_format("victory_%s", scenario->game.actor[detail - DETAIL_VICTORY].name);
    if (detail < DETAIL_VICTORY)
        history_detail_name(scenario, detail, name, 64);
    text_add(&text, ",%ld,%s,", scenario->run.seed,
             history_outcome_name(history_detail_outcome(detail)));
    csv_add(&text, name);
    text_append(&text, ",", 1);
    free(name);
    return text.bytes;
}

struct rows *rows_new(const struct rows_columns *columns, const struct scenario *scenario,
                      const char *called)
{
    const struct game *game = &scenario->game;
    struct rows *rows = memory_new(1, sizeof *rows);
    struct text name = { 0 };
    rows->scenario = scenario;
    rows->utilities = columns->actors.count;
    rows->terms = columns->issues.count;
    rows->actor = memory_new((size_t)rows->utilities, sizeof *rows->actor);
    rows->issue = memory_new((size_t)rows->terms, sizeof *rows->issue);
    memset(rows->actor, -1, (size_t)rows->utilities * sizeof *rows->actor);
    memset(rows->issue, -1, (size_t)rows->terms * sizeof *rows->issue);
    for (int k = 0; k < game->actors; k++)
        if (!game->actor[k].neutral)
            rows->actor[rows_place(&columns->actors, game->actor[k].name)] = k;
    for (int k = 0; k < game->issues; k++)
        rows->issue[rows_place(&columns->issues, game->issue[k].name)] = k;
    csv_add(&name, called);
    text_append(&name, ",", 1);
    rows->name = name.bytes;
    rows->fate = memory_new((size_t)summary_details(scenario), sizeof *rows->fate);
    for (int detail = 0; detail < summary_details(scenario); detail++)
        rows->fate[detail] = rows_fate(scenario, detail);
    return rows;
}

void rows_free(struct rows *rows)
{
    if (rows == NULL)
        return;
    for (int detail = 0; detail < summary_details(rows->scenario); detail++)
        free(rows->fate[detail]);
    free(rows->fate);
    free(rows->name);
    free(rows->issue);
    free(rows->actor);
    free(rows);
}

static void rows_add_count(struct text *text, uint64_t count)
{
    char digits[ROWS_COUNT], *first = digits + ROWS_COUNT;
    do
        *--first = (char)('0' + count % 10);
    while ((count /= 10) > 0);
    text_append(text, first, (size_t)(digits + ROWS_COUNT - first));
}

void rows_number(struct text *text, double number)
{
    char field[1 + NUMBER_SIZE] = ",";
    int length = isfinite(number) ? number_format(field + 1, NUMBER_SIZE, number + 0.0) : 0;
    text_append(text, field, 1 + (size_t)length);
}

static double rows_utility(const struct history *history, int actor, int lane)
{
    return actor < 0 ? NAN : block_read(history->utility, (size_t)actor)[lane];
}

static double rows_term(const struct rows *rows, const struct history *history, int issue, int lane)
{
    if (issue < 0 || history->outcome[lane] != OUTCOME_DEAL ||
        !summary_settles(rows->scenario, history->detail[lane], issue))
        return NAN;
    return block_read(history->package, (size_t)issue)[lane];
}

static void rows_add_lane(const struct rows *rows, const struct history *history, int lane,
                          struct text *text)
{
    const char *fate = rows->fate[history->detail[lane]];
    bool failed = history->failed[lane];
    text_append(text, rows->name, strlen(rows->name));
    rows_add_count(text, history->trial + (uint64_t)lane);
    text_append(text, fate, strlen(fate));
    if (!failed)
        rows_add_count(text, (uint64_t)history->rounds[lane]);
    for (int k = 0; k < rows->utilities; k++)
        rows_number(text, failed ? NAN : rows_utility(history, rows->actor[k], lane));
    for (int k = 0; k < rows->terms; k++)
        rows_number(text, failed ? NAN : rows_term(rows, history, rows->issue[k], lane));
    text_append(text, "\n", 1);
}

void rows_add(const struct rows *rows, const struct history *history, struct text *text)
{
    for (int lane = 0; lane < history->lanes; lane++)
        rows_add_lane(rows, history, lane, text);
}
