#include "engine/report_sweep.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/number.h"
#include "engine/report.h"
#include "engine/text.h"

enum {
    LABEL_COLUMNS = 17,
    BETWEEN_COLUMNS = 2,
    OUTCOME_COLUMNS = 21,
    SHARE_COLUMNS = 7,
    VALUE_COLUMNS = 7,  /* of a number with all its digits */
    MOST_DIGITS = 17,   /* of a number */
    SPREAD_PARTS = 100, /* of a range, that are told apart */
    CURVE_POINTS = 100, /* the most that a curve shows, */
    MAP_VALUES = 100,   /* and a map of one path */
    WIDTH_POINTS = 1000 /* whose values columns are made to fit */
};

const char *report_sweep_short(const struct vary *vary)
{
    const char *dot = strrchr(vary->path, '.');
    return dot == NULL ? vary->path : dot + 1;
}

/* Digits by which values of a range, or hundredths of one whose values are spread, differ. */
static int sweep_digits(const struct vary *vary)
{
    double most = fmax(fabs(vary->low), fabs(vary->high)), range = fabs(vary->high - vary->low);
    double parts = vary->count > 1 ? (double)vary->count - 1 : SPREAD_PARTS, power = 1000;
    int digits = 4;
    for (; digits < MOST_DIGITS && power * range < most * parts; digits++)
        power *= 10;
    return digits;
}

char *report_sweep_shown(const struct vary *vary, char *value)
{
    double number;
    if (vary->value != NULL || strlen(value) <= VALUE_COLUMNS || !number_parse_real(value, &number))
        return value;
    free(value);
    return memory_format("%.*g", sweep_digits(vary), number);
}

const char *report_sweep_figure(const struct report_sweep *sweep)
{
    static const char *const names[OUTCOMES] = {
        [OUTCOME_DEAL] = "P(deal)",
        [OUTCOME_FROZEN] = "P(frozen conflict)",
        [OUTCOME_WAR] = "P(continued war)",
    };
    return names[sweep->figure];
}

/* "actors.russia.war.cost: 0.02 to 0.2, 21 values" */
static void sweep_path(struct page *page, const struct vary *vary)
{
    char count[PAGE_COUNT];
    struct text text = { 0 };
    text_add(&text, "%s:", vary->path);
    if (vary->value == NULL) {
        char *low = vary_place(vary, 0),
             *high = vary_place(vary, vary->count > 0 ? vary->count - 1 : 1);
        text_add(&text, " %s to %s", low, high);
        free(high);
        free(low);
        if (vary->count > 0)
            text_add(&text, ", %s values", page_grouped(count, (uint64_t)vary->count));
    }
    for (long k = 0; vary->value != NULL && k < vary->count; k++)
        text_add(&text, "%s %s", k == 0 ? "" : ",", vary->value[k]);
    page_paragraph(page, 2, text.bytes);
    free(text.bytes);
}

char *report_sweep_missing(uint64_t points, uint64_t told, uint64_t broken)
{
    char few[PAGE_COUNT], all[PAGE_COUNT], none[PAGE_COUNT];
    const char *have = broken == 1 ? "has" : "have";
    page_grouped(few, broken);
    page_grouped(all, points);
    page_grouped(none, points - told);
    if (told == points)
        return memory_format("%s of %s point%s %s fewer trials than asked for", few, all,
                             points == 1 ? "" : "s", have);
    char *text = memory_format("%s of %s points %s not played", none, all,
                               points - told == 1 ? "was" : "were");
    if (broken == 0)
        return text;
    char *both = memory_format("%s, %s %s fewer trials than asked for", text, few, have);
    free(text);
    return both;
}

/* "100 to 200 trials of 5 to 6 months, seeds 1 to 3"; the caller frees it. */
static char *sweep_played(const struct report_sweep *sweep)
{
    const struct run *least = &sweep->least, *most = &sweep->most;
    const struct design *design = (const struct design *)least->design.model;
    char count[PAGE_COUNT];
    struct text text = { 0 };
    if (least->trials < most->trials)
        text_add(&text, "%s to ", page_grouped(count, (uint64_t)least->trials));
    text_add(&text, "%s trial%s of ", page_grouped(count, (uint64_t)most->trials),
             most->trials == 1 ? "" : "s");
    if (least->horizon < most->horizon)
        text_add(&text, "%ld to ", least->horizon);
    text_add(&text, "%ld %s%s, seed", most->horizon, sweep->round, most->horizon == 1 ? "" : "s");
    if (least->seed < most->seed)
        text_add(&text, "s %ld to", least->seed);
    text_add(&text, " %ld", most->seed);
    if (least->design.model != most->design.model)
        text_add(&text, ", several designs");
    else if (!design->independent)
        text_add(&text, ", design %s", design->about.name);
    return text.bytes;
}

static void sweep_foot(struct page *page, const struct report_sweep *sweep)
{
    const struct run *least = &sweep->least, *most = &sweep->most;
    const struct design *design = (const struct design *)least->design.model;
    bool more = least->trials < most->trials;
    bool other = least->seed < most->seed || least->design.model != most->design.model ||
                 (more && design->bounded);
    char *text = memory_format(
        "%s play the same trials with the same random numbers%s%s: differences between them, which "
        "--csv and --json tell with their intervals, are known better than the intervals above "
        "suggest.%s",
        other ? "Points of one seed, design and number of trials" : "All points",
        least->horizon < most->horizon ? ", each up to its horizon" : "",
        more && !other ? ", as far as both have them" : "",
        other ? " Others play other trials, and their differences are not told." : "");
    page_paragraph(page, 0, text);
    free(text);
}

/* A list of few values, spread over more points, has points that tell nothing new. */
static void sweep_repeated(struct page *page, const struct report_sweep *sweep)
{
    char count[PAGE_COUNT];
    uint64_t repeated = vary_repeated(sweep->plan);
    if (repeated == 0)
        return;
    char *text = memory_format("%s of the points %s the values of an earlier one.",
                               page_grouped(count, repeated), repeated == 1 ? "has" : "have");
    page_paragraph(page, 0, text);
    free(text);
}

static void sweep_head(struct page *page, const struct report_sweep *sweep)
{
    static const char *const spreads[] = { "a Latin hypercube", "a Sobol sequence" };
    char points[PAGE_COUNT], *played = sweep_played(sweep);
    const struct vary_plan *plan = sweep->plan;
    page_flow(page, 0, sweep->name);
    if (sweep->title != NULL) {
        page_flow(page, 0, "-");
        page_flow(page, 0, sweep->title);
    }
    page_flow_end(page);
    char *text =
        memory_format("%s point%s of %s, each %s", page_grouped(points, sweep->points),
                      sweep->points == 1 ? "" : "s",
                      plan->spread == VARY_GRID ? "a grid" : spreads[plan->spread], played);
    page_paragraph(page, 0, text);
    free(text);
    free(played);
    for (int path = 0; path < plan->paths; path++)
        sweep_path(page, &plan->vary[path]);
    sweep_repeated(page, sweep);
    if (sweep->told == sweep->points && sweep->broken == 0)
        return;
    char *missing = report_sweep_missing(sweep->points, sweep->told, sweep->broken);
    text = memory_format("INCOMPLETE: %s", missing);
    page_paragraph(page, 0, text);
    free(text);
    free(missing);
}

/* The widest value of a path. */
static int sweep_width(const struct report_sweep *sweep, int path)
{
    size_t width = 1;
    for (uint64_t point = 0; point < sweep->told && point < WIDTH_POINTS; point++) {
        char *value =
            report_sweep_shown(&sweep->plan->vary[path], vary_value(sweep->plan, point, path));
        width = strlen(value) > width ? strlen(value) : width;
        free(value);
    }
    return width > PAGE_WIDTH ? PAGE_WIDTH : (int)width;
}

/* Columns as wide as their values, and their names where there is room; all of them 0 where there
 * is none for the values. */
static void sweep_widths(const struct report_sweep *sweep, int width[VARY_PATHS])
{
    int paths = sweep->plan->paths, room = LABEL_COLUMNS - 1 - BETWEEN_COLUMNS * (paths - 1);
    for (int path = 0; path < paths; path++)
        room -= width[path] = sweep_width(sweep, path);
    for (int path = 0; path < paths && room < 0; path++)
        width[path] = 0;
    for (int path = 0; path < paths && room > 0; path++) {
        int more = (int)strlen(report_sweep_short(&sweep->plan->vary[path])) - width[path];
        more = more < 0 ? 0 : more > room ? room : more;
        width[path] += more;
        room -= more;
    }
}

/* What stands before the shares: a cell for each path, its name or its value at the point. */
static char *sweep_label(const struct report_sweep *sweep, const int *width, uint64_t point,
                         bool heading)
{
    struct text label = { 0 };
    for (int path = 0; path < sweep->plan->paths; path++) {
        char *value = heading ? memory_text(report_sweep_short(&sweep->plan->vary[path]))
                              : report_sweep_shown(&sweep->plan->vary[path],
                                                   vary_value(sweep->plan, point, path));
        int most = width[path] > 0 ? width[path] : PAGE_WIDTH;
        text_add(&label, "%s%*.*s", path == 0 ? "" : "  ", width[path], heading ? most : -1, value);
        free(value);
    }
    return label.bytes;
}

static void sweep_row(struct page *page, const struct report_point *point)
{
    for (int outcome = 0; outcome < OUTCOMES; outcome++) {
        page_share(page, SHARE_COLUMNS, point->share[outcome].value);
        page_interval(page, OUTCOME_COLUMNS - SHARE_COLUMNS, point->share[outcome].interval);
    }
    page_end_line(page);
}

static void sweep_table(struct page *page, const struct report_sweep *sweep)
{
    int width[VARY_PATHS];
    sweep_widths(sweep, width);
    char *heading = sweep_label(sweep, width, 0, true);
    char *cut = page_cut(page, LABEL_COLUMNS - 1, heading);
    page_heading(page, "%-*s%*s%*s%*s", LABEL_COLUMNS, cut, OUTCOME_COLUMNS, "deal, 95%",
                 OUTCOME_COLUMNS, "frozen conflict", OUTCOME_COLUMNS, "continued war");
    free(cut);
    free(heading);
    for (uint64_t point = 0; point < sweep->told; point++) {
        char *label = sweep_label(sweep, width, point, false);
        page_label(page, 0, LABEL_COLUMNS, label);
        sweep_row(page, &sweep->point[point]);
        free(label);
    }
}

static bool sweep_is_map(const struct report_sweep *sweep)
{
    const struct vary_plan *plan = sweep->plan;
    return plan->paths == 2 && plan->spread == VARY_GRID && plan->vary[0].count <= MAP_VALUES &&
           plan->vary[1].count <= MAP_VALUES;
}

void report_sweep(struct page *page, const struct report_sweep *sweep)
{
    sweep_head(page, sweep);
    if (sweep->told == 0)
        return;
    sweep_table(page, sweep);
    if (sweep->plan->paths == 1 && sweep->plan->spread == VARY_GRID && sweep->told <= CURVE_POINTS)
        report_sweep_curve(page, sweep);
    else if (sweep_is_map(sweep))
        report_sweep_map(page, sweep);
    page_end_line(page);
    sweep_foot(page, sweep);
    report_caution(page, false);
}
