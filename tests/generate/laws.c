#include "tests/generate/laws.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/results.h"
#include "engine/writer.h"
#include "tests/solo.h"

static bool laws_broken(const char *sentence)
{
    fprintf(stderr, "broken: %s\n", sentence);
    return false;
}

#define LAW(condition, sentence) ((condition) || laws_broken(sentence))

/* Counts trial by trial what the summary counts in blocks: `twice` pairs the run with itself. */
static bool laws_outcomes(const struct summary *summary, const struct pairing *twice)
{
    uint64_t trials = (uint64_t)summary->scenario->run.trials, counted[OUTCOMES] = { 0 };
    uint64_t detailed[OUTCOMES] = { 0 };
    bool good = LAW(summary->trials == trials, "all trials are played");
    good &= LAW(pairing_changed(twice) == 0, "a trial ends alike whenever it is played");
    for (int k = 0; k < OUTCOMES; k++)
        counted[k] = pairing_flips(twice, k, k);
    for (int detail = 0; detail < summary_details(summary->scenario); detail++)
        detailed[history_detail_outcome(detail)] += summary->detail[detail];
    for (int k = 0; k < OUTCOMES; k++) {
        good &= LAW(counted[k] == summary_outcome(summary, k), "an outcome counts its trials");
        good &= LAW(counted[k] == detailed[k], "details sum to their outcome");
    }
    return good;
}

/* Where trials stand at the end is what came of them. */
static bool laws_states(const struct summary *summary)
{
    bool good = true;
    for (long round = 0; round < summary->scenario->run.horizon; round++) {
        uint64_t sum = 0;
        for (int state = 0; state < STATES; state++)
            sum += summary->state[round][state];
        good &= LAW(sum == summary->trials, "each trial is in one state at a round's end");
    }
    const uint64_t *last = summary->state[summary->scenario->run.horizon - 1];
    good &= LAW(last[STATE_DEAL] == summary_outcome(summary, OUTCOME_DEAL), "deals at the end");
    good &=
        LAW(last[STATE_FROZEN] == summary_outcome(summary, OUTCOME_FROZEN), "frozen at the end");
    return good;
}

static bool laws_spread(const struct spread *spread, double low, double high)
{
    const struct tally *tally = &spread->tally;
    double mean = tally_mean(tally), sd = tally_sd(tally), last = -HUGE_VAL;
    if (tally->count == 0)
        return LAW(isnan(mean) && isnan(spread_quantile(spread, 50)), "no values, no figures");
    bool good = LAW(isfinite(tally->least) && isfinite(tally->greatest), "values are finite");
    good &= LAW(tally->least >= low && tally->greatest <= high, "values lie inside their range");
    good &= LAW(isfinite(mean) && (tally->count < 2 || (isfinite(sd) && sd >= 0)),
                "a mean and a standard deviation exist");
    for (int percent = 5; percent < 100; percent += 45) {
        double quantile = spread_quantile(spread, percent);
        good &= LAW(quantile >= last && quantile >= tally->least && quantile <= tally->greatest,
                    "quantiles rise, between the least and the greatest value");
        last = quantile;
    }
    return good;
}

static bool laws_terms(const struct summary *summary)
{
    const struct game *game = &summary->scenario->game;
    uint64_t deals = summary_outcome(summary, OUTCOME_DEAL);
    bool good = true;
    for (int k = 0; k < game->issues; k++) {
        const struct summary_term *term = &summary->term[k];
        uint64_t nearest = 0;
        for (int level = 0; level < game->issue[k].levels; level++)
            nearest += term->nearest[level];
        good &= LAW(term->at.tally.count + term->open <= deals &&
                        term->at.tally.count + term->open + summary->failed >= deals,
                    "each deal settles an issue or leaves it open");
        good &= LAW(game->issue[k].levels == 0 || nearest == term->at.tally.count,
                    "each settled position has a nearest level");
        good &= laws_spread(&term->at, 0, 1);
    }
    return good;
}

static bool laws_actors(const struct summary *summary)
{
    const struct game *game = &summary->scenario->game;
    uint64_t whole = summary->trials - summary->failed, pivotal = 0;
    bool good = LAW(summary->failed == 0, "no trial fails");
    for (int i = 0; i < game->actors; i++) {
        const struct summary_actor *actor = &summary->actor[i];
        good &= LAW(actor->utility.tally.count == (game->actor[i].neutral ? 0 : whole),
                    "each actor with positions has a utility in each trial");
        good &= LAW(actor->deal.tally.count <= actor->utility.tally.count, "deals are trials");
        good &= LAW(actor->refusals <= summary->rejected, "one refusal a rejected text");
        good &= laws_spread(&actor->utility, -HUGE_VAL, HUGE_VAL);
        good &= laws_spread(&actor->deal, -HUGE_VAL, HUGE_VAL);
        pivotal += actor->pivotal;
    }
    good &= LAW(pivotal <= summary->rejected, "one refusal alone is one rejected text");
    return good & LAW(summary->rejected <= summary->texts, "rejected texts are texts");
}

static bool laws_zones(const struct summary *summary)
{
    bool good = true;
    for (long round = 0; round < summary->scenario->run.horizon; round++) {
        const struct summary_zone *zone = &summary->zone[round];
        good &= laws_spread(&zone->width, -HUGE_VAL, HUGE_VAL);
        good &= LAW(zone->open <= zone->width.tally.count && zone->low.count == zone->high.count,
                    "open zones are zones");
        good &= LAW(zone->low.count == 0 || (zone->low.least >= 0 && zone->high.greatest <= 1),
                    "an interval of agreements lies on the axis");
    }
    return good;
}

/* What a share can be, and no failed trial counted. */
static bool laws_process(const struct summary *summary)
{
    bool good = true;
    for (long k = 0; summary->process != NULL && k < summary->scenario->run.horizon; k++) {
        const struct summary_process *process = &summary->process[k];
        good &= LAW(process->trust.least >= 0 && process->trust.greatest <= 1, "trust is a share");
        good &= LAW(process->readiness.least >= 0 && process->readiness.greatest <= 1,
                    "readiness is a share");
        good &= LAW(process->trust.count == summary->trials - summary->failed &&
                        process->joint <= process->trust.count,
                    "each trial has trust");
    }
    return good;
}

static int laws_pair_nulls(struct interval interval)
{
    return isnan(interval.low) + isnan(interval.high);
}

/* How many figures do not exist, and are therefore null: of the mean, its error and interval, the
 * standard deviation, the quantiles and their intervals, and the levels. */
static int laws_spread_nulls(const struct spread *spread, bool quartiles, int levels)
{
    struct estimate mean = estimate_mean(spread);
    int quantiles = quartiles ? 5 : 3;
    if (spread->tally.count == 0)
        return 5 + 3 * quantiles + levels;
    int nulls = laws_pair_nulls(mean.interval) + isnan(mean.error) + (spread->tally.count == 1);
    for (int percent = 5; percent < 100; percent += percent == 5 || percent == 75 ? 20 : 25)
        if (quartiles || percent % 45 == 5)
            nulls += laws_pair_nulls(estimate_quantile(spread, percent));
    return nulls;
}

static int laws_durability_nulls(const struct summary *summary)
{
    int nulls = 0;
    for (int durable = 0; durable < DURABLES; durable++)
        for (int span = 0; span < DURABLE_SPANS; span++) {
            struct estimate chance = estimate_chance(&summary->durable[durable][span]);
            nulls += isnan(chance.value) + isnan(chance.error) + laws_pair_nulls(chance.interval);
        }
    return nulls;
}

static int laws_nulls(const struct summary *summary)
{
    const struct game *game = &summary->scenario->game;
    int nulls = 1 + (summary->scenario->title == NULL); /* trials per second */
    nulls += laws_durability_nulls(summary);
    uint64_t pivotal = 0;
    for (int event = 0; event < EVENTS; event++)
        nulls += summary->event[event].total == 0 ? 4 : 0;
    for (long round = 0; round < summary->scenario->run.horizon; round++) {
        nulls += summary->zone[round].width.tally.count == 0 ? 5 : 0;
        nulls += game->issues == 1 && summary->zone[round].low.count == 0 ? 2 : 0;
    }
    for (int k = 0; k < game->issues; k++)
        nulls += laws_spread_nulls(&summary->term[k].at, true, game->issue[k].levels);
    for (int i = 0; i < game->actors; i++) {
        nulls += laws_spread_nulls(&summary->actor[i].utility, false, 0);
        nulls += laws_spread_nulls(&summary->actor[i].deal, false, 0);
        pivotal += summary->actor[i].pivotal;
    }
    return nulls + (pivotal == 0 ? game->actors : 0);
}

static int laws_nulls_written(const char *json)
{
    int nulls = 0;
    for (bool text = false; *json != '\0'; json++) {
        if (*json == '\\')
            json++;
        else if (*json == '"')
            text = !text;
        else if (!text && strncmp(json, "null", 4) == 0)
            nulls++;
    }
    return nulls;
}

/* The JSON of a run, without the time it took; the caller frees it. */
static char *laws_json(const struct summary *summary)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    struct json json = json_start(out);
    results_write(&json, summary, NULL, &(struct results_wall){ 0, 1 });
    fclose(out);
    return text;
}

static bool laws_alike(const struct scenario *scenario, const char *json)
{
    static const struct {
        int threads, block;
    } ways[] = { { 2, 7 }, { 3, 1 } };
    bool good = true;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        struct summary *summary = solo_run(scenario, ways[i].threads, ways[i].block);
        char *other = laws_json(summary);
        good &= LAW(strcmp(json, other) == 0, "the same bytes for all threads and blocks");
        free(other);
        summary_free(summary);
    }
    return good;
}

bool laws_hold(const struct scenario *scenario, uint64_t *detail)
{
    struct arm arm[2] = { { .scenario = scenario, .base = -1 }, { .scenario = scenario } };
    struct experiment experiment = { .arm = arm, .arms = 2, .threads = 1, .block = LANES };
    experiment_run(&experiment);
    struct summary *summary = arm[0].summary;
    char *json = laws_json(summary);
    bool good = laws_outcomes(summary, &arm[1].pairing);
    good &= laws_states(summary);
    good &= laws_terms(summary);
    good &= laws_actors(summary);
    good &= laws_zones(summary);
    good &= laws_process(summary);
    good &= LAW(laws_nulls_written(json) == laws_nulls(summary), "figures that exist are finite");
    good &= laws_alike(scenario, json);
    for (int k = 0; k < summary_details(scenario); k++)
        detail[k < DETAIL_VICTORY ? k : DETAIL_VICTORY] += summary->detail[k];
    free(json);
    summary_free(arm[0].summary);
    summary_free(arm[1].summary);
    return good;
}

bool laws_show(const struct scenario *scenario)
{
    struct faults faults = { 0 };
    char *text = writer_text(scenario->tree);
    struct scenario *again = scenario_from_text(text, "shown", &faults);
    char *shown = again == NULL ? NULL : writer_text(again->tree);
    bool good = LAW(shown != NULL && strcmp(text, shown) == 0, "show of show is the same text");
    good = good && LAW(strcmp(scenario->sha256, again->sha256) == 0, "with the same sha256");
    faults_print(&faults, stderr);
    scenario_free(again);
    faults_free(&faults);
    free(shown);
    free(text);
    return good;
}
