#include "engine/attribution.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"

struct scenario *attribution_scenario(const struct attribution *attribution, uint64_t coalition)
{
    struct node *tree = tree_copy(attribution->base->tree);
    struct node *variants = tree_member(tree, "variants");
    struct faults faults = { 0 };
    if (variants != NULL)
        tree_remove(variants);
    for (int k = 0; k < attribution->differences.count; k++)
        if ((coalition >> attribution->player[k] & 1) != 0)
            difference_lay(&attribution->differences.difference[k], tree);
    struct scenario *scenario = scenario_build(tree, attribution->base->file, &faults);
    faults_free(&faults);
    return scenario;
}

static int attribution_compare(const void *left, const void *right)
{
    uint64_t one = *(const uint64_t *)left, other = *(const uint64_t *)right;
    return one < other ? -1 : one > other;
}

/* Every set of players. */
static void attribution_plan_exact(struct attribution *attribution)
{
    attribution->coalitions = 1 << attribution->players;
    attribution->coalition =
        memory_new((size_t)attribution->coalitions, sizeof *attribution->coalition);
    for (int k = 0; k < attribution->coalitions; k++)
        attribution->coalition[k] = (uint64_t)k;
}

/* Every set that joins first in one of the orders, once. */
static void attribution_plan_sampled(struct attribution *attribution)
{
    int players = attribution->players, order[SHAPLEY_PLAYERS], count = 0;
    size_t room = (size_t)attribution->orders * (size_t)players + 1;
    uint64_t *coalition = memory_new(room, sizeof *coalition);
    count++;
    for (int index = 0; index < attribution->orders; index++) {
        uint64_t joined = 0;
        shapley_order(players, attribution->seed, (uint64_t)index, order);
        for (int k = 0; k < players; k++)
            coalition[count++] = joined |= (uint64_t)1 << order[k];
    }
    qsort(coalition, (size_t)count, sizeof *coalition, attribution_compare);
    int kept = 0;
    for (int k = 0; k < count; k++)
        if (kept == 0 || coalition[k] != coalition[kept - 1])
            coalition[kept++] = coalition[k];
    attribution->coalition = coalition;
    attribution->coalitions = kept;
}

static void attribution_plan(struct attribution *attribution)
{
    bool few = attribution->players <= SHAPLEY_EXACT;
    attribution->method = attribution->asked != ATTRIBUTION_AUTO ? attribution->asked
                          : few                                  ? ATTRIBUTION_EXACT
                                                                 : ATTRIBUTION_SAMPLED;
    free(attribution->coalition);
    attribution->coalition = NULL;
    attribution->coalitions = 0;
    if (attribution->method == ATTRIBUTION_EXACT && few)
        attribution_plan_exact(attribution);
    else if (attribution->method == ATTRIBUTION_SAMPLED)
        attribution_plan_sampled(attribution);
}

struct attribution *attribution_new(const struct scenario *base, const struct scenario *other,
                                    enum attribution_method asked, int orders)
{
    struct attribution *attribution = memory_new(1, sizeof *attribution);
    assert(orders > 0 && orders % 2 == 0);
    *attribution = (struct attribution){ .base = base,
                                         .other = other,
                                         .asked = asked,
                                         .orders = orders,
                                         .seed = (uint64_t)base->run.seed };
    attribution->differences = difference_list(base->tree, other->tree);
    attribution->players = attribution->differences.count;
    attribution->player = memory_new((size_t)attribution->players + 1, sizeof *attribution->player);
    for (int k = 0; k < attribution->players; k++)
        attribution->player[k] = k;
    if (asked != ATTRIBUTION_NONE) {
        attribution_join_paths(attribution, SHAPLEY_PLAYERS);
        attribution_join_alone(attribution);
    }
    attribution_plan(attribution);
    return attribution;
}

void attribution_free(struct attribution *attribution)
{
    if (attribution == NULL)
        return;
    differences_free(&attribution->differences);
    free(attribution->player);
    free(attribution->coalition);
    free(attribution->contribution);
    free(attribution);
}

int attribution_plays(const struct attribution *attribution)
{
    return attribution->coalitions > 2 ? attribution->coalitions - 2 : 0;
}

static const struct summary_outcomes *attribution_known(const struct worths *worths,
                                                        const char *sha256)
{
    for (int k = 0; k < worths->count; k++)
        if (strcmp(worths->known[k].sha256, sha256) == 0)
            return &worths->known[k].worth;
    return NULL;
}

/* Coalitions that are waiting to be played together. */
struct batch {
    int count;
    int place[ATTRIBUTION_BATCH]; /* where their worth goes */
    struct scenario *scenario[ATTRIBUTION_BATCH];
};

static void batch_drop(struct batch *batch)
{
    for (int k = 0; k < batch->count; k++)
        scenario_free(batch->scenario[k]);
    batch->count = 0;
}

/* Plays what waits, which joins the known. False where it was stopped. */
static bool batch_play(struct batch *batch, const struct attribution_stage *stage,
                       struct summary_outcomes *worth)
{
    struct summary_outcomes played[ATTRIBUTION_BATCH];
    struct worths *worths = stage->worths;
    if (batch->count == 0)
        return true;
    if (!stage->play(stage->context, batch->scenario, batch->count, played)) {
        batch_drop(batch);
        return false;
    }
    worths->known =
        memory_grow(worths->known, (size_t)(worths->count + batch->count), sizeof *worths->known);
    for (int k = 0; k < batch->count; k++) {
        struct known *known = &worths->known[worths->count++];
        memcpy(known->sha256, batch->scenario[k]->sha256, sizeof known->sha256);
        known->worth = worth[batch->place[k]] = played[k];
    }
    batch_drop(batch);
    return true;
}

/* How an attempt to play all coalitions ended. */
enum attempt { ATTEMPT_DONE, ATTEMPT_STOPPED, ATTEMPT_JOINED };

static enum attempt attribution_attempt(struct attribution *attribution,
                                        const struct attribution_stage *stage,
                                        struct summary_outcomes *worth)
{
    int last = attribution->coalitions - 1;
    struct batch batch = { 0 };
    worth[0] = *stage->base;
    worth[last] = *stage->other;
    for (int k = 1; k < last; k++) {
        uint64_t coalition = attribution->coalition[k];
        struct scenario *scenario = attribution_scenario(attribution, coalition);
        if (scenario == NULL) {
            batch_drop(&batch);
            attribution_join(attribution, coalition);
            return ATTEMPT_JOINED;
        }
        const struct summary_outcomes *known = attribution_known(stage->worths, scenario->sha256);
        if (known != NULL) {
            worth[k] = *known;
            scenario_free(scenario);
            continue;
        }
        batch.place[batch.count] = k;
        batch.scenario[batch.count++] = scenario;
        if (batch.count == ATTRIBUTION_BATCH && !batch_play(&batch, stage, worth))
            return ATTEMPT_STOPPED;
    }
    return batch_play(&batch, stage, worth) ? ATTEMPT_DONE : ATTEMPT_STOPPED;
}

/* The share of trials with an outcome, in all replicates (-1) or in one; NAN without trials. */
static double attribution_rate(const struct summary_outcomes *worth, int outcome, int replicate)
{
    uint64_t count = 0, trials = 0;
    for (int k = 0; k < SUMMARY_REPLICATES; k++) {
        if (replicate >= 0 && k != replicate)
            continue;
        count += worth->trials[outcome][k];
        for (int any = 0; any < OUTCOMES; any++)
            trials += worth->trials[any][k];
    }
    return summary_share(count, trials);
}

static void attribution_sample(const struct attribution *attribution, const double *rate,
                               double *value, double *error)
{
    int players = attribution->players, order[SHAPLEY_PLAYERS];
    size_t room = (size_t)attribution->orders * (size_t)players;
    double *added = memory_new(room, sizeof *added);
    for (int index = 0; index < attribution->orders; index++) {
        uint64_t joined = 0;
        double before = rate[0];
        shapley_order(players, attribution->seed, (uint64_t)index, order);
        for (int k = 0; k < players; k++) {
            joined |= (uint64_t)1 << order[k];
            const uint64_t *at =
                bsearch(&joined, attribution->coalition, (size_t)attribution->coalitions,
                        sizeof joined, attribution_compare);
            double after = rate[at - attribution->coalition];
            added[index * players + order[k]] = after - before;
            before = after;
        }
    }
    shapley_sampled(players, attribution->orders, added, value, error);
    free(added);
}

/* The players' values in one replicate, or in all (-1); error: see shapley_sampled, 0 where it is
 * exact. */
static void attribution_values(const struct attribution *attribution,
                               const struct summary_outcomes *worth, int outcome, int replicate,
                               double *value, double *error)
{
    double *rate = memory_new((size_t)attribution->coalitions, sizeof *rate);
    for (int k = 0; k < attribution->coalitions; k++)
        rate[k] = attribution_rate(&worth[k], outcome, replicate);
    for (int player = 0; player < attribution->players; player++)
        error[player] = 0;
    if (attribution->method == ATTRIBUTION_EXACT)
        shapley_exact(attribution->players, rate, value);
    else
        attribution_sample(attribution, rate, value, error);
    free(rate);
}

/* The variance of a mean over replicates. */
static double attribution_variance(double replicate[SUMMARY_REPLICATES][SHAPLEY_PLAYERS],
                                   int player)
{
    double mean = 0, squares = 0;
    for (int k = 0; k < SUMMARY_REPLICATES; k++)
        mean += replicate[k][player] / SUMMARY_REPLICATES;
    for (int k = 0; k < SUMMARY_REPLICATES; k++)
        squares += (replicate[k][player] - mean) * (replicate[k][player] - mean);
    return squares / (SUMMARY_REPLICATES - 1) / SUMMARY_REPLICATES;
}

static void attribution_contribute(struct attribution *attribution,
                                   const struct summary_outcomes *worth, int outcome)
{
    double value[SHAPLEY_PLAYERS], error[SHAPLEY_PLAYERS], ignored[SHAPLEY_PLAYERS];
    double replicate[SUMMARY_REPLICATES][SHAPLEY_PLAYERS];
    attribution_values(attribution, worth, outcome, -1, value, error);
    for (int k = 0; k < SUMMARY_REPLICATES; k++)
        attribution_values(attribution, worth, outcome, k, replicate[k], ignored);
    for (int player = 0; player < attribution->players; player++) {
        double variance = attribution_variance(replicate, player);
        attribution->contribution[player * OUTCOMES + outcome] = (struct contribution){
            .share = value[player],
            .error = sqrt(variance + error[player] * error[player]),
            .order_error = error[player],
        };
    }
}

void attribution_run(struct attribution *attribution, const struct attribution_stage *stage)
{
    enum attempt attempt = ATTEMPT_JOINED;
    struct summary_outcomes *worth = NULL;
    while (attempt == ATTEMPT_JOINED && attribution->coalitions > 0 && attribution->players > 0) {
        free(worth);
        worth = memory_new((size_t)attribution->coalitions, sizeof *worth);
        attempt = attribution_attempt(attribution, stage, worth);
        if (attempt == ATTEMPT_JOINED)
            attribution_plan(attribution);
    }
    free(attribution->contribution);
    attribution->contribution = NULL;
    if (attempt == ATTEMPT_DONE) {
        attribution->contribution = memory_new((size_t)(attribution->players * OUTCOMES),
                                               sizeof *attribution->contribution);
        for (int outcome = 0; outcome < OUTCOMES; outcome++)
            attribution_contribute(attribution, worth, outcome);
    }
    attribution->complete = attempt == ATTEMPT_DONE || attribution->players == 0;
    free(worth);
}
