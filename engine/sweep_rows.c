#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/csv.h"
#include "engine/estimate.h"
#include "engine/memory.h"
#include "engine/rows.h"
#include "engine/sweep.h"

static const char *const sweep_fixed[] = { "scenario", "scenario_sha256", "seed",
                                           "trials",   "horizon",         "design" };
static const char *const sweep_figures[] = {
    "n", "p", "low", "high", "difference", "difference_low", "difference_high"
};

static void sweep_column(struct text *text, const char *prefix, const char *name)
{
    char *column = memory_format("%s%s", prefix, name);
    text_append(text, ",", 1);
    csv_add(text, column);
    free(column);
}

static void sweep_columns(struct text *text, const char *prefix, const struct names *names)
{
    for (int k = 0; k < names->count; k++)
        sweep_column(text, prefix, names->name[k]);
}

void sweep_rows_head(const struct sweep *sweep, struct text *text)
{
    for (int path = 0; path < sweep->plan.paths; path++) {
        text_append(text, ",", path > 0);
        csv_add(text, sweep->plan.vary[path].path);
    }
    for (size_t k = 0; k < sizeof sweep_fixed / sizeof *sweep_fixed; k++)
        sweep_column(text, "", sweep_fixed[k]);
    for (int outcome = 0; outcome < OUTCOMES; outcome++)
        for (size_t k = 0; k < sizeof sweep_figures / sizeof *sweep_figures; k++)
            text_add(text, ",%s_%s", history_outcome_name(outcome), sweep_figures[k]);
    sweep_columns(text, "share_", &sweep->names.details);
    text_add(text, ",rounds_mean");
    sweep_columns(text, "u_", &sweep->names.actors);
    sweep_columns(text, "term_", &sweep->names.issues);
    text_add(text, ",failed_trials\n");
}

static void sweep_count(struct text *text, uint64_t count)
{
    text_add(text, ",%llu", (unsigned long long)count);
}

static void sweep_outcome(const struct sweep_point *point, int outcome, struct text *text)
{
    const struct summary *summary = point->summary;
    const struct design *design = scenario_design(summary->scenario);
    const struct summary_outcomes outcomes = summary_outcomes(summary);
    const struct estimate share = estimate_outcome(design, &outcomes, outcome);
    struct interval change = { NAN, NAN };
    double difference = NAN;
    if (point->pairing != NULL) {
        difference = pairing_difference(point->pairing, outcome);
        change = pairing_interval(point->pairing, outcome, design);
    }
    sweep_count(text, summary_outcome(summary, outcome));
    rows_number(text, share.value);
    rows_number(text, share.interval.low);
    rows_number(text, share.interval.high);
    rows_number(text, difference);
    rows_number(text, change.low);
    rows_number(text, change.high);
}

/* The scenario's detail of that name; NAN where it has none. */
static double sweep_detail(const struct summary *summary, const char *wanted)
{
    for (int detail = 0; detail < summary_details(summary->scenario); detail++) {
        char name[256];
        history_detail_name(summary->scenario, detail, name, sizeof name);
        if (strcmp(name, wanted) == 0)
            return summary_share(summary->detail[detail], summary->trials);
    }
    return NAN;
}

static double sweep_utility(const struct summary *summary, const char *name)
{
    const struct game *game = &summary->scenario->game;
    for (int k = 0; k < game->actors; k++)
        if (strcmp(game->actor[k].name, name) == 0)
            return tally_mean(&summary->actor[k].utility.tally);
    return NAN;
}

static double sweep_term(const struct summary *summary, const char *name)
{
    const struct game *game = &summary->scenario->game;
    for (int k = 0; k < game->issues; k++)
        if (strcmp(game->issue[k].name, name) == 0)
            return tally_mean(&summary->term[k].at.tally);
    return NAN;
}

static void sweep_numbers(const struct summary *summary, const struct names *names,
                          double (*number)(const struct summary *summary, const char *name),
                          struct text *text)
{
    for (int k = 0; k < names->count; k++)
        rows_number(text, number(summary, names->name[k]));
}

void sweep_rows_add(const struct sweep *sweep, const struct sweep_point *point, struct text *text)
{
    const struct summary *summary = point->summary;
    const struct scenario *scenario = summary->scenario;
    for (int path = 0; path < sweep->plan.paths; path++) {
        char *value = vary_value(&sweep->plan, point->number, path);
        text_append(text, ",", path > 0);
        csv_add(text, value);
        free(value);
    }
    text_append(text, ",", 1);
    csv_add(text, scenario->name);
    text_add(text, ",%s,%ld,%llu,%ld,%s", scenario->sha256, scenario->run.seed,
             (unsigned long long)summary->trials, scenario->run.horizon,
             scenario_design(scenario)->about.name);
    for (int outcome = 0; outcome < OUTCOMES; outcome++)
        sweep_outcome(point, outcome, text);
    sweep_numbers(summary, &sweep->names.details, sweep_detail, text);
    rows_number(text, summary_per_trial(summary, summary->rounds));
    sweep_numbers(summary, &sweep->names.actors, sweep_utility, text);
    sweep_numbers(summary, &sweep->names.issues, sweep_term, text);
    text_add(text, ",%llu\n", (unsigned long long)summary->failed);
}
