#include <math.h>
#include <stdlib.h>

#include "engine/comparison.h"
#include "engine/describe.h"
#include "engine/json.h"
#include "engine/results.h"

static const char *const comparison_note =
    "Differences and contributions are of shares: 0.05 is five percentage points. Intervals and se "
    "are sampling error only. All are consequences of the scenarios' assumptions, not forecasts.";

static void comparison_write_line(struct json *json, const struct report_line *line)
{
    json_text(json, "scenario", line->name);
    json_text(json, "scenario_sha256", line->sha256);
    json_count(json, "trials", line->trials);
    json_count(json, "failed_trials", line->failed);
}

static void comparison_write_base(struct json *json, const struct comparison *comparison)
{
    const struct report_line *line = comparison->line;
    json_object(json, "base");
    comparison_write_line(json, line);
    json_object(json, "outcomes");
    for (int outcome = 0; outcome < OUTCOMES; outcome++) {
        struct estimate share =
            estimate_outcome(comparison_design(comparison), &line->outcomes, outcome);
        results_share(json, history_outcome_name(outcome), &share,
                      summary_hits(&line->outcomes, outcome));
    }
    json_end(json);
    json_end(json);
}

static void comparison_write_own(struct json *json, const struct comparison_own *own)
{
    if (!own->differs) {
        json_text(json, "own_run", NULL);
        return;
    }
    json_row(json, "own_run");
    json_count(json, "trials", (uint64_t)own->trials);
    json_count(json, "seed", (uint64_t)own->seed);
    json_text(json, "design", own->design);
    json_end(json);
}

static void comparison_write_figure(struct json *json, const char *name,
                                    const struct comparison *comparison, int other, int figure)
{
    struct interval interval = comparison_interval(comparison, other, figure);
    json_number(json, name, comparison_figure(comparison, other, figure));
    json_pair(json, "ci95", interval.low, interval.high);
}

static void comparison_write_outcomes(struct json *json, const struct comparison *comparison,
                                      int other)
{
    const struct report_line *line = &comparison->line[other + 1];
    json_object(json, "outcomes");
    for (int outcome = 0; outcome < OUTCOMES; outcome++) {
        json_row(json, history_outcome_name(outcome));
        comparison_write_figure(json, "difference", comparison, other, outcome);
        uint64_t hits = summary_hits(&line->outcomes, outcome);
        json_number(json, "p", summary_share(hits, line->trials));
        json_count(json, "n", hits);
        json_end(json);
    }
    json_end(json);
}

static void comparison_write_flips(struct json *json, const struct comparison *comparison,
                                   int other)
{
    const struct pairing *pairing = &comparison->line[other + 1].against;
    json_row(json, "changed");
    comparison_write_figure(json, "p", comparison, other, VERDICT_CHANGED);
    json_count(json, "n", pairing_changed(pairing));
    json_end(json);
    json_array(json, "flips");
    for (int from = 0; from < OUTCOMES; from++)
        for (int to = 0; to < OUTCOMES; to++) {
            if (from == to || pairing_flips(pairing, from, to) == 0)
                continue;
            json_row(json, NULL);
            json_text(json, "from", history_outcome_name(from));
            json_text(json, "to", history_outcome_name(to));
            json_count(json, "n", pairing_flips(pairing, from, to));
            json_end(json);
        }
    json_end(json);
}

static void comparison_write_side(struct json *json, const char *name, const struct node *side)
{
    if (side == NULL)
        json_text(json, name, NULL);
    else
        describe_json_value(json, name, NULL, side);
}

static void comparison_write_setting(struct json *json, const struct difference *setting)
{
    json_text(json, "path", setting->path);
    if (setting->order)
        json_flag(json, "order", true);
    comparison_write_side(json, "from", setting->from);
    comparison_write_side(json, "to", setting->to);
}

/* The settings of a player: its first, and beside it those that cannot be set apart. */
static void comparison_write_settings(struct json *json, const struct attribution *attribution,
                                      int player)
{
    int first = 0;
    while (attribution->player[first] != player)
        first++;
    comparison_write_setting(json, &attribution->differences.difference[first]);
    json_array(json, "with");
    for (int k = first + 1; k < attribution->differences.count; k++) {
        if (attribution->player[k] != player)
            continue;
        json_row(json, NULL);
        comparison_write_setting(json, &attribution->differences.difference[k]);
        json_end(json);
    }
    json_end(json);
}

static void comparison_write_contribution(struct json *json, const struct attribution *attribution,
                                          int player)
{
    const struct contribution *of = attribution->contribution + player * OUTCOMES;
    json_object(json, NULL);
    comparison_write_settings(json, attribution, player);
    json_number(json, "share", of[OUTCOME_DEAL].share);
    json_number(json, "se", of[OUTCOME_DEAL].error);
    json_object(json, "outcomes");
    for (int outcome = 0; outcome < OUTCOMES; outcome++) {
        json_row(json, history_outcome_name(outcome));
        json_number(json, "share", of[outcome].share);
        json_number(json, "se", of[outcome].error);
        json_number(json, "se_permutations", of[outcome].order_error);
        json_end(json);
    }
    json_end(json);
    json_end(json);
}

static void comparison_write_method(struct json *json, const struct attribution *attribution)
{
    static const char *const methods[] = { [ATTRIBUTION_EXACT] = "exact",
                                           [ATTRIBUTION_SAMPLED] = "sampled",
                                           [ATTRIBUTION_NONE] = "none" };
    json_row(json, "attribution");
    json_text(json, "method", methods[attribution->method]);
    json_count(json, "settings", (uint64_t)attribution->differences.count);
    json_count(json, "players", (uint64_t)attribution->players);
    json_count(json, "scenarios", (uint64_t)attribution->coalitions);
    if (attribution->method == ATTRIBUTION_SAMPLED)
        json_count(json, "permutations", (uint64_t)attribution->orders);
    json_end(json);
}

/* The settings alone, where nothing says what they contribute. */
static void comparison_write_differences(struct json *json, const struct attribution *attribution)
{
    json_array(json, "differences");
    for (int k = 0; k < attribution->differences.count; k++) {
        json_row(json, NULL);
        comparison_write_setting(json, &attribution->differences.difference[k]);
        json_end(json);
    }
    json_end(json);
}

static void comparison_write_contributions(struct json *json, const struct attribution *attribution)
{
    int order[SHAPLEY_PLAYERS];
    comparison_write_method(json, attribution);
    comparison_write_differences(json, attribution);
    if (!attribution->complete) {
        json_text(json, "contributions", NULL);
        return;
    }
    json_array(json, "contributions");
    comparison_rank(attribution, order);
    for (int k = 0; k < attribution->players; k++)
        comparison_write_contribution(json, attribution, order[k]);
    json_end(json);
}

static void comparison_write_worths(struct json *json, const struct comparison_other *other)
{
    json_object(json, "utility");
    for (int k = 0; k < other->worths; k++) {
        const struct worth *worth = &other->worth[k];
        json_row(json, worth->actor);
        json_number(json, "difference", worth->change.value);
        json_number(json, "se", worth->change.error);
        json_pair(json, "ci95", worth->change.interval.low, worth->change.interval.high);
        json_number(json, "base", worth->base);
        json_number(json, "mean", worth->here);
        json_end(json);
    }
    json_end(json);
}

static void comparison_write_other(struct json *json, const struct comparison *comparison,
                                   int index)
{
    const struct comparison_other *other = &comparison->other[index];
    json_object(json, NULL);
    comparison_write_line(json, &comparison->line[index + 1]);
    comparison_write_own(json, &other->own);
    json_flag(json, "same", other->same);
    comparison_write_outcomes(json, comparison, index);
    comparison_write_flips(json, comparison, index);
    comparison_write_worths(json, other);
    comparison_write_contributions(json, other->attribution);
    json_end(json);
}

static void comparison_write_term(struct json *json, const struct comparison *comparison, int other,
                                  int term)
{
    char *text = verdict_text(&comparison->verdict->term[term]);
    json_row(json, NULL);
    json_text(json, "scenario", comparison->line[other + 1].name);
    json_text(json, "term", text);
    json_flag(json, "holds", comparison_holds(comparison, other, term));
    json_end(json);
    free(text);
}

static void comparison_write_verdict(struct json *json, const struct comparison *comparison)
{
    json_object(json, "verdict");
    json_flag(json, "fails", comparison_fails(comparison));
    json_array(json, "terms");
    for (int other = 0; other < comparison->others; other++)
        for (int term = 0; term < comparison->verdict->terms; term++)
            comparison_write_term(json, comparison, other, term);
    json_end(json);
    json_end(json);
}

void comparison_write(struct json *json, const struct comparison *comparison)
{
    const struct run *run = &comparison->line[0].run;
    json_object(json, NULL);
    json_text(json, "schema", "zopa.compare/1");
    json_text(json, "version", ZOPA_VERSION);
    json_count(json, "seed", (uint64_t)run->seed);
    json_count(json, "trials_requested", (uint64_t)run->trials);
    json_text(json, "design", comparison_design(comparison)->about.name);
    json_flag(json, "complete", comparison->complete);
    json_text(json, "note", comparison_note);
    comparison_write_base(json, comparison);
    json_array(json, "others");
    for (int k = 0; k < comparison->others; k++)
        comparison_write_other(json, comparison, k);
    json_end(json);
    if (comparison->verdict != NULL)
        comparison_write_verdict(json, comparison);
    json_end(json);
}
