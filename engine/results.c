#include "engine/results.h"

#include <math.h>

static const char *const results_note =
    "se and ci95 are sampling error only: they say how far more trials could move a share, not "
    "whether the scenario's assumptions hold. Results are consequences of those assumptions, not "
    "forecasts.";

void results_share(struct json *json, const char *name, const struct estimate *share, uint64_t hits)
{
    json_row(json, name);
    json_number(json, "p", share->value);
    json_number(json, "se", share->error);
    json_pair(json, "ci95", share->interval.low, share->interval.high);
    json_count(json, "n", hits);
    json_end(json);
}

static void results_quantiles(struct json *json, const struct spread *spread, bool quartiles)
{
    json_number(json, "q05", spread_quantile(spread, 5));
    if (quartiles)
        json_number(json, "q25", spread_quantile(spread, 25));
    json_number(json, "q50", spread_quantile(spread, 50));
    if (quartiles)
        json_number(json, "q75", spread_quantile(spread, 75));
    json_number(json, "q95", spread_quantile(spread, 95));
}

/* The mean with its error and interval, and the quantiles with theirs. */
static void results_mean(struct json *json, const struct spread *spread)
{
    struct estimate mean = estimate_mean(spread);
    json_number(json, "mean", mean.value);
    json_number(json, "mean_se", mean.error);
    json_pair(json, "mean_ci95", mean.interval.low, mean.interval.high);
    json_number(json, "sd", tally_sd(&spread->tally));
}

static void results_bounds(struct json *json, const struct spread *spread, bool quartiles)
{
    static const struct {
        const char *name;
        int percent;
    } quantiles[] = { { "q05_ci95", 5 },
                      { "q25_ci95", 25 },
                      { "q50_ci95", 50 },
                      { "q75_ci95", 75 },
                      { "q95_ci95", 95 } };
    for (int k = 0; k < 5; k += quartiles ? 1 : 2) {
        struct interval interval = estimate_quantile(spread, quantiles[k].percent);
        json_pair(json, quantiles[k].name, interval.low, interval.high);
    }
}

static void results_provenance(struct json *json, const struct summary *summary)
{
    const struct scenario *scenario = summary->scenario;
    json_text(json, "schema", "zopa.summary/1");
    json_text(json, "version", ZOPA_VERSION);
    json_text(json, "scenario", scenario->name);
    json_text(json, "title", scenario->title);
    json_text(json, "scenario_sha256", scenario->sha256);
    json_count(json, "seed", (uint64_t)scenario->run.seed);
    json_count(json, "trials", summary->trials);
    json_count(json, "trials_requested", (uint64_t)scenario->run.trials);
    json_text(json, "design", scenario_design(scenario)->about.name);
    json_count(json, "horizon", (uint64_t)scenario->run.horizon);
    json_text(json, "round", scenario->run.round);
    json_flag(json, "complete", summary_complete(summary));
    json_text(json, "note", results_note);
    json_number(json, "quantile_error", 1.0 / SPREAD_STEPS);
}

static void results_precision(struct json *json, const struct summary *summary,
                              const struct precision *missed)
{
    struct summary_outcomes outcomes = summary_outcomes(summary);
    json_row(json, "precision");
    json_number(json, "wanted", missed->width);
    json_flag(json, "relative", missed->relative);
    json_flag(json, "reached",
              precision_reached(missed, scenario_design(summary->scenario), &outcomes));
    json_end(json);
}

static void results_detail(struct json *json, const struct summary *summary, int detail)
{
    char name[256];
    struct estimate share = estimate_detail(summary, detail);
    history_detail_name(summary->scenario, detail, name, sizeof name);
    results_share(json, name, &share, summary->detail[detail]);
}

static void results_outcomes(struct json *json, const struct summary *summary)
{
    struct summary_outcomes outcomes = summary_outcomes(summary);
    json_object(json, "outcomes");
    for (int k = 0; k < OUTCOMES; k++) {
        struct estimate share = estimate_outcome(scenario_design(summary->scenario), &outcomes, k);
        results_share(json, history_outcome_name(k), &share, summary_outcome(summary, k));
    }
    json_end(json);
    json_object(json, "details");
    for (int detail = 0; detail < summary_details(summary->scenario); detail++) {
        if (summary_lists(summary, detail))
            results_detail(json, summary, detail);
    }
    json_end(json);
}

static void results_timing(struct json *json, const struct summary *summary)
{
    json_array(json, "timing");
    for (long round = 0; round < summary->scenario->run.horizon; round++) {
        const uint64_t *state = summary->state[round];
        json_row(json, NULL);
        json_count(json, "round", (uint64_t)round);
        json_number(json, "deal", summary_share(state[STATE_DEAL], summary->trials));
        json_number(json, "frozen_conflict", summary_share(state[STATE_FROZEN], summary->trials));
        json_number(json, "victory", summary_share(state[STATE_VICTORY], summary->trials));
        json_number(json, "fighting", summary_share(state[STATE_FIGHTING], summary->trials));
        json_end(json);
    }
    json_end(json);
}

static void results_events(struct json *json, const struct summary *summary)
{
    json_object(json, "time_to");
    for (int event = 0; event < EVENTS; event++) {
        const struct times *times = &summary->event[event];
        json_row(json, summary_event_name(event));
        json_count(json, "n", times->total);
        json_number(json, "mean", times_mean(times));
        json_number(json, "q05", times_quantile(times, 5));
        json_number(json, "q50", times_quantile(times, 50));
        json_number(json, "q95", times_quantile(times, 95));
        json_end(json);
    }
    json_end(json);
}

static void results_zone(struct json *json, const struct summary_zone *zone, long round,
                         bool interval)
{
    json_row(json, NULL);
    json_count(json, "round", (uint64_t)round);
    json_count(json, "n", zone->width.tally.count);
    json_number(json, "p_nonempty", summary_share(zone->open, zone->width.tally.count));
    json_row(json, "width");
    json_number(json, "mean", tally_mean(&zone->width.tally));
    results_quantiles(json, &zone->width, false);
    json_end(json);
    if (interval) {
        json_row(json, "interval");
        json_number(json, "low", tally_mean(&zone->low));
        json_number(json, "high", tally_mean(&zone->high));
        json_count(json, "n", zone->low.count);
        json_end(json);
    }
    json_end(json);
}

static void results_zones(struct json *json, const struct summary *summary)
{
    json_array(json, "zopa");
    for (long round = 0; round < summary->scenario->run.horizon; round++)
        results_zone(json, &summary->zone[round], round, summary->scenario->game.issues == 1);
    json_end(json);
}

static void results_process(struct json *json, const struct summary *summary)
{
    json_array(json, "process");
    for (long round = 0; round < summary->scenario->run.horizon; round++) {
        const struct summary_process *process = &summary->process[round];
        json_row(json, NULL);
        json_count(json, "round", (uint64_t)round);
        json_number(json, "trust", tally_mean(&process->trust));
        json_number(json, "readiness", tally_mean(&process->readiness));
        json_number(json, "joint", summary_share(process->joint, process->trust.count));
        json_end(json);
    }
    json_end(json);
}

static void results_term(struct json *json, const struct issue *issue,
                         const struct summary_term *term)
{
    json_object(json, issue->name);
    json_count(json, "n", term->at.tally.count);
    json_count(json, "open", term->open);
    results_mean(json, &term->at);
    results_quantiles(json, &term->at, true);
    results_bounds(json, &term->at, true);
    json_object(json, "levels");
    for (int level = 0; level < issue->levels; level++)
        json_number(json, issue->level[level].name,
                    summary_share(term->nearest[level], term->at.tally.count));
    json_end(json);
    json_end(json);
}

static void results_terms(struct json *json, const struct summary *summary)
{
    const struct game *game = &summary->scenario->game;
    json_object(json, "terms");
    for (int issue = 0; issue < game->issues; issue++)
        results_term(json, &game->issue[issue], &summary->term[issue]);
    json_end(json);
}

static void results_utility(struct json *json, const char *name, const struct spread *utility)
{
    json_row(json, name);
    results_mean(json, utility);
    results_quantiles(json, utility, false);
    results_bounds(json, utility, false);
    json_end(json);
}

static void results_actors(struct json *json, const struct summary *summary)
{
    const struct game *game = &summary->scenario->game;
    json_object(json, "actors");
    for (int actor = 0; actor < game->actors; actor++) {
        json_object(json, game->actor[actor].name);
        results_utility(json, "utility", &summary->actor[actor].utility);
        results_utility(json, "given_deal", &summary->actor[actor].deal);
        json_number(json, "rejections", summary_per_trial(summary, summary->actor[actor].refusals));
        json_end(json);
    }
    json_end(json);
}

static void results_durability(struct json *json, const struct summary *summary)
{
    json_object(json, "durability");
    for (int durable = 0; durable < DURABLES; durable++) {
        json_object(json, summary_durable_name(durable));
        json_count(json, "n", summary->durable[durable][0].tally.count);
        for (int span = 0; span < DURABLE_SPANS; span++) {
            struct estimate chance = estimate_chance(&summary->durable[durable][span]);
            json_row(json, span == 0 ? "year_1" : "year_5");
            json_number(json, "p", chance.value);
            json_number(json, "se", chance.error);
            json_pair(json, "ci95", chance.interval.low, chance.interval.high);
            json_end(json);
        }
        json_end(json);
    }
    json_end(json);
}

/* The first of the trials that failed: what `zopa trace` needs to tell them. */
static void results_failures(struct json *json, const struct summary *summary)
{
    json_array(json, "failures");
    for (int k = 0; k < summary->named; k++) {
        json_row(json, NULL);
        json_count(json, "trial", summary->failure[k]);
        json_count(json, "seed", (uint64_t)summary->scenario->run.seed);
        json_end(json);
    }
    json_end(json);
}

static void results_diagnostics(struct json *json, const struct summary *summary)
{
    const struct game *game = &summary->scenario->game;
    json_object(json, "diagnostics");
    json_number(json, "rounds_mean", summary_per_trial(summary, summary->rounds));
    json_number(json, "texts", summary_per_trial(summary, summary->texts));
    json_number(json, "rejections", summary_per_trial(summary, summary->rejected));
    json_number(json, "leaks", summary_per_trial(summary, summary->leaks));
    json_count(json, "failed_trials", summary->failed);
    results_failures(json, summary);
    json_object(json, "pivotal");
    for (int actor = 0; actor < game->actors; actor++)
        json_number(json, game->actor[actor].name, summary_pivotal(summary, actor));
    json_end(json);
    json_end(json);
}

void results_write(struct json *json, const struct summary *summary, const struct precision *missed,
                   const struct results_wall *wall)
{
    json_object(json, NULL);
    results_provenance(json, summary);
    if (missed != NULL)
        results_precision(json, summary, missed);
    results_outcomes(json, summary);
    results_timing(json, summary);
    results_events(json, summary);
    results_zones(json, summary);
    if (summary->process != NULL)
        results_process(json, summary);
    results_terms(json, summary);
    results_actors(json, summary);
    results_durability(json, summary);
    results_diagnostics(json, summary);
    json_row(json, "wall");
    json_number(json, "seconds", wall->seconds);
    json_number(json, "trials_per_second",
                wall->seconds > 0 ? (double)summary->trials / wall->seconds : NAN);
    json_count(json, "threads", (uint64_t)wall->threads);
    json_end(json);
    json_end(json);
}
