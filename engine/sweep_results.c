#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/estimate.h"
#include "engine/libconfig.h"
#include "engine/memory.h"
#include "engine/number.h"
#include "engine/results.h"
#include "engine/sweep.h"
#include "engine/token.h"

static const char *const sweep_note =
    "se and ci95 are sampling error only: they say how far more trials could move a share, not "
    "whether the scenario's assumptions hold. Differences are from the first point, over the same "
    "trials with the same random numbers.";

/* A number, a text or a flag as such; a group or a list as the text that --set takes. */
static void sweep_value(struct json *json, const char *name, const char *value)
{
    struct faults none = { 0 };
    double number;
    struct node *node = NULL;
    if (number_parse_real(value, &number)) {
        json_number(json, name, number);
        return;
    }
    if (!token_is_name(value))
        node = libconfig_read_value(value, "value", &none);
    if (node != NULL && node->kind == NODE_FLAG)
        json_flag(json, name, node->flag);
    else if (node != NULL && node->kind == NODE_INTEGER)
        json_number(json, name, node->real);
    else
        json_text(json, name, node != NULL && node->kind == NODE_TEXT ? node->text : value);
    tree_free(node);
    faults_free(&none);
}

static void sweep_vary(struct json *json, const struct vary *vary)
{
    json_row(json, NULL);
    json_text(json, "path", vary->path);
    if (vary->value == NULL) {
        json_number(json, "from", vary->low);
        json_number(json, "to", vary->high);
        if (vary->count > 0)
            json_count(json, "points", (uint64_t)vary->count);
    } else {
        json_array(json, "values");
        for (long k = 0; k < vary->count; k++)
            sweep_value(json, NULL, vary->value[k]);
        json_end(json);
    }
    json_end(json);
}

void sweep_results_begin(const struct sweep *sweep, const struct scenario *first, struct json *json)
{
    static const char *const spreads[] = { "lhs", "sobol" };
    const struct vary_plan *plan = &sweep->plan;
    json_object(json, NULL);
    json_text(json, "schema", "zopa.sweep/1");
    json_text(json, "version", ZOPA_VERSION);
    json_text(json, "scenario", first->name);
    json_text(json, "title", first->title);
    json_text(json, "spread", plan->spread == VARY_GRID ? "grid" : spreads[plan->spread]);
    json_array(json, "vary");
    for (int path = 0; path < plan->paths; path++)
        sweep_vary(json, &plan->vary[path]);
    json_end(json);
    json_count(json, "points_requested", sweep->points);
    json_text(json, "note", sweep_note);
    json_array(json, "points");
}

static void sweep_shares(struct json *json, const struct summary *summary)
{
    const struct summary_outcomes outcomes = summary_outcomes(summary);
    json_object(json, "outcomes");
    for (int outcome = 0; outcome < OUTCOMES; outcome++) {
        struct estimate share =
            estimate_outcome(scenario_design(summary->scenario), &outcomes, outcome);
        results_share(json, history_outcome_name(outcome), &share,
                      summary_outcome(summary, outcome));
    }
    json_end(json);
    json_row(json, "details");
    for (int detail = 0; detail < summary_details(summary->scenario); detail++) {
        char name[256];
        if (summary_lists(summary, detail))
            json_number(json, history_detail_name(summary->scenario, detail, name, sizeof name),
                        summary_share(summary->detail[detail], summary->trials));
    }
    json_end(json);
}

/* null for the first point, and where the trials are not the same. */
static void sweep_differences(struct json *json, const struct sweep_point *point)
{
    const struct pairing *pairing = point->pairing;
    if (pairing == NULL) {
        json_text(json, "differences", NULL);
        return;
    }
    json_object(json, "differences");
    for (int outcome = 0; outcome < OUTCOMES; outcome++) {
        struct interval interval =
            pairing_interval(pairing, outcome, scenario_design(point->summary->scenario));
        json_row(json, history_outcome_name(outcome));
        json_number(json, "difference", pairing_difference(pairing, outcome));
        json_pair(json, "ci95", interval.low, interval.high);
        json_end(json);
    }
    json_count(json, "changed", pairing_changed(pairing));
    json_end(json);
}

static void sweep_means(struct json *json, const struct summary *summary)
{
    const struct game *game = &summary->scenario->game;
    json_number(json, "rounds_mean", summary_per_trial(summary, summary->rounds));
    json_row(json, "utility");
    for (int k = 0; k < game->actors; k++)
        if (!game->actor[k].neutral)
            json_number(json, game->actor[k].name, tally_mean(&summary->actor[k].utility.tally));
    json_end(json);
    json_row(json, "terms");
    for (int k = 0; k < game->issues; k++)
        json_number(json, game->issue[k].name, tally_mean(&summary->term[k].at.tally));
    json_end(json);
    json_count(json, "failed_trials", summary->failed);
}

void sweep_results_add(const struct sweep *sweep, const struct sweep_point *point,
                       struct json *json)
{
    const struct summary *summary = point->summary;
    const struct scenario *scenario = summary->scenario;
    json_object(json, NULL);
    json_row(json, "set");
    for (int path = 0; path < sweep->plan.paths; path++) {
        char *value = vary_value(&sweep->plan, point->number, path);
        sweep_value(json, sweep->plan.vary[path].path, value);
        free(value);
    }
    json_end(json);
    json_text(json, "scenario_sha256", scenario->sha256);
    json_count(json, "seed", (uint64_t)scenario->run.seed);
    json_text(json, "design", scenario_design(scenario)->about.name);
    json_count(json, "trials", summary->trials);
    json_count(json, "trials_requested", (uint64_t)scenario->run.trials);
    json_count(json, "horizon", (uint64_t)scenario->run.horizon);
    json_flag(json, "complete", summary_complete(summary));
    sweep_shares(json, summary);
    sweep_differences(json, point);
    sweep_means(json, summary);
    json_end(json);
}

void sweep_results_end(const struct sweep *sweep, struct json *json)
{
    json_end(json);
    json_count(json, "points_played", sweep->told);
    json_flag(json, "complete", sweep->told == sweep->points && sweep->broken == 0);
    json_end(json);
}
