#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/results.h"
#include "engine/summary.h"
#include "sample.h"

enum { TRIALS = 3000 };

/* Plays trials first .. end - 1 in blocks of `block`. */
static void summary_play(struct summary *summary, uint64_t first, uint64_t end, int block)
{
    struct history *history = history_new(summary->scenario);
    for (uint64_t trial = first; trial < end;) {
        int lanes = end - trial < (uint64_t)block ? (int)(end - trial) : block;
        sample_fill(history, trial, lanes);
        summary_add(summary, history);
        trial += (uint64_t)lanes;
    }
    history_free(history);
}

static char *summary_text(const struct summary *summary)
{
    char *bytes;
    size_t size;
    struct json json = json_start(open_memstream(&bytes, &size));
    results_write(&json, summary, NULL, &(struct results_wall){ 1, 1 });
    fclose(json.out);
    return bytes;
}

Test(summary, portions_change_nothing)
{
    static const int blocks[] = { 1, 3, 7, 33, LANES };
    struct scenario scenario = sample_scenario(TRIALS);
    struct summary *whole = summary_new(&scenario);
    summary_play(whole, 0, TRIALS, LANES);
    char *expected = summary_text(whole);
    for (size_t k = 0; k < sizeof blocks / sizeof *blocks; k++) {
        struct summary *late = summary_new(&scenario), *early = summary_new(&scenario);
        summary_play(late, 1234 + k, TRIALS, blocks[k]);
        summary_play(early, 0, 1234 + k, blocks[k]);
        summary_merge(late, early);
        char *found = summary_text(late);
        cr_expect(strcmp(found, expected) == 0, "blocks of %d", blocks[k]);
        free(found);
        summary_free(early);
        summary_free(late);
    }
    free(expected);
    summary_free(whole);
}

Test(summary, outcomes_sum_to_the_trials)
{
    struct scenario scenario = sample_scenario(TRIALS);
    struct summary *summary = summary_new(&scenario);
    summary_play(summary, 0, TRIALS, LANES);
    uint64_t sum = 0, expected[OUTCOMES] = { 0 };
    for (uint64_t trial = 0; trial < TRIALS; trial++)
        expected[history_detail_outcome(sample_detail(trial))]++;
    for (int outcome = 0; outcome < OUTCOMES; outcome++) {
        cr_expect(summary_outcome(summary, outcome) == expected[outcome]);
        sum += summary_outcome(summary, outcome);
    }
    cr_expect(sum == TRIALS && summary->trials == TRIALS && summary_complete(summary));
    const uint64_t *last = summary->state[SAMPLE_HORIZON - 1];
    cr_expect(last[STATE_DEAL] == expected[OUTCOME_DEAL]);
    cr_expect(last[STATE_FROZEN] == expected[OUTCOME_FROZEN]);
    cr_expect(last[STATE_FIGHTING] + last[STATE_VICTORY] == expected[OUTCOME_WAR]);
    summary_free(summary);
}

/* Trials count by their replicate, pairs under the antithetic design. */
Test(summary, replicates)
{
    for (int mates = 1; mates <= 2; mates++) {
        struct scenario scenario = sample_scenario(TRIALS);
        scenario.run.design.model = catalogue_find("design", mates == 1 ? "lhs" : "antithetic");
        struct summary *summary = summary_new(&scenario), *other = summary_new(&scenario);
        summary_play(summary, 0, 1000, LANES);
        summary_play(other, 1000, TRIALS, 17);
        summary_merge(summary, other);
        uint64_t expected[OUTCOMES][SUMMARY_REPLICATES] = { { 0 } }, deals = 0, term = 0;
        for (uint64_t trial = 0; trial < TRIALS; trial++) {
            uint64_t replicate = trial / (uint64_t)mates % 16;
            int outcome = history_detail_outcome(sample_detail(trial));
            expected[outcome][replicate]++;
            deals += replicate == 3 && outcome == OUTCOME_DEAL && !sample_failed(trial);
        }
        struct summary_outcomes outcomes = summary_outcomes(summary);
        cr_expect(memcmp(outcomes.trials, expected, sizeof expected) == 0);
        term = summary->term[0].at.replicate[3].tally.count;
        cr_expect(term == deals && summary->actor[0].deal.replicate[3].tally.count == deals);
        summary_free(other);
        summary_free(summary);
    }
}

/* What a plain loop over the trials says of the deals. */
Test(summary, terms_and_utilities_of_deals)
{
    struct scenario scenario = sample_scenario(TRIALS);
    struct summary *summary = summary_new(&scenario);
    summary_play(summary, 0, TRIALS, LANES);
    double position = 0, utility = 0;
    uint64_t deals = 0, failed = 0, lower = 0;
    for (uint64_t trial = 0; trial < TRIALS; trial++) {
        failed += sample_failed(trial);
        if (sample_failed(trial) || history_detail_outcome(sample_detail(trial)) != OUTCOME_DEAL)
            continue;
        deals++;
        position += sample_position(trial);
        utility += sample_utility(trial);
        lower += sample_position(trial) <= 0.25;
    }
    const struct summary_term *term = &summary->term[0];
    cr_expect(summary->failed == failed && failed > 0);
    cr_expect(term->at.tally.count == deals);
    cr_expect(fabs(tally_mean(&term->at.tally) - position / (double)deals) < 1e-10);
    cr_expect(fabs(tally_mean(&summary->actor[0].deal.tally) - utility / (double)deals) < 1e-10);
    cr_expect(term->nearest[2] == lower, "0.25 lies between two levels: the lower one counts");
    cr_expect(term->nearest[0] + term->nearest[1] + term->nearest[2] == deals);
    cr_expect(tally_mean(&summary->term[1].at.tally) == 0.62);
    cr_expect(tally_sd(&summary->term[1].at.tally) == 0);
    cr_expect(spread_quantile(&summary->term[1].at, 50) == 0.62);
    cr_expect(summary->actor[2].utility.tally.count == 0, "a neutral actor has no utility");
    summary_free(summary);
}

/* What a plain loop over the trials says of what lasts; lean summaries know nothing of it. */
Test(summary, what_lasts)
{
    struct scenario scenario = sample_scenario(TRIALS);
    struct summary *summary = summary_new(&scenario), *lean = summary_new_lean(&scenario);
    summary_play(summary, 0, TRIALS, LANES);
    summary_play(lean, 0, TRIALS, LANES);
    for (int durable = 0; durable < DURABLES; durable++)
        for (int span = 0; span < DURABLE_SPANS; span++) {
            const struct tally *tally = &summary->durable[durable][span].tally;
            double sum = 0;
            uint64_t count = 0;
            for (uint64_t trial = 0; trial < TRIALS; trial++) {
                double chance = sample_durable(trial, durable, span);
                bool counts = !isnan(chance) && !sample_failed(trial);
                count += counts;
                sum += counts ? chance : 0;
            }
            cr_expect(tally->count == count && count > 0);
            cr_expect(fabs(tally_mean(tally) - sum / (double)count) < 1e-10);
            cr_expect(lean->durable[durable][span].tally.count == 0);
        }
    summary_free(lean);
    summary_free(summary);
}

/* The first five failed trials are named, in whatever order their portions come. */
Test(summary, failed_trials_are_named)
{
    struct scenario scenario = sample_scenario(TRIALS);
    uint64_t first[SUMMARY_NAMED];
    int found = 0;
    for (uint64_t trial = 0; found < SUMMARY_NAMED; trial++)
        if (sample_failed(trial))
            first[found++] = trial;
    struct history *history = history_new(&scenario);
    struct summary *back = summary_new(&scenario);
    for (int block = 9; block >= 0; block--) {
        struct summary *part = summary_new(&scenario);
        sample_fill(history, (uint64_t)block * LANES, LANES);
        summary_add(part, history);
        summary_merge(back, part);
        summary_free(part);
    }
    cr_assert(back->named == SUMMARY_NAMED && back->failed > SUMMARY_NAMED);
    for (int k = 0; k < SUMMARY_NAMED; k++)
        cr_expect(back->failure[k] == first[k], "%d", k);
    history_free(history);
    summary_free(back);
}

/* Behind a framework only core issues are settled: those that are not count where the agreement is
 * comprehensive. */
Test(summary, open_issues_have_no_terms)
{
    struct scenario scenario = sample_scenario(TRIALS);
    struct issue issues[SAMPLE_ISSUES];
    memcpy(issues, scenario.game.issue, sizeof issues);
    issues[0].core = true;
    scenario.game.issue = issues;
    scenario.process.comprehensive.staged = true;
    struct summary *summary = summary_new(&scenario), *rest = summary_new(&scenario);
    summary_play(summary, 0, 1000, LANES);
    summary_play(rest, 1000, TRIALS, LANES);
    summary_merge(summary, rest);
    uint64_t comprehensive = 0, framework = 0;
    for (uint64_t trial = 0; trial < TRIALS; trial++) {
        comprehensive += !sample_failed(trial) && sample_detail(trial) == DETAIL_COMPREHENSIVE;
        framework += !sample_failed(trial) && sample_detail(trial) == DETAIL_FRAMEWORK;
    }
    cr_expect(framework > 0 && summary->term[1].open == framework);
    cr_expect(summary->term[1].at.tally.count == comprehensive);
    cr_expect(summary->term[0].open == 0);
    cr_expect(summary->term[0].at.tally.count == comprehensive + framework);
    summary_free(rest);
    summary_free(summary);
}

Test(summary, zones_are_of_trials_at_war)
{
    struct scenario scenario = sample_scenario(TRIALS);
    struct summary *summary = summary_new(&scenario);
    summary_play(summary, 0, TRIALS, LANES);
    for (int round = 0; round < SAMPLE_HORIZON; round++) {
        uint64_t fighting = 0, open = 0;
        for (uint64_t trial = 0; trial < TRIALS; trial++) {
            bool counts = !sample_failed(trial) && round <= sample_since(trial);
            fighting += counts;
            open += counts && sample_width(trial, round) >= 0;
        }
        cr_expect(summary->zone[round].width.tally.count == fighting);
        cr_expect(summary->zone[round].open == open);
    }
    summary_free(summary);
}

/* trial % 4 picks the party that alone refused; the fourth is nobody. */
Test(summary, pivotal_shares_sum_to_one)
{
    struct scenario scenario = sample_scenario(TRIALS);
    struct summary *summary = summary_new(&scenario);
    cr_expect(isnan(summary_pivotal(summary, 0)) && isnan(summary_per_trial(summary, 0)));
    summary_play(summary, 0, TRIALS, LANES);
    double sum = 0;
    for (int actor = 0; actor < SAMPLE_ACTORS; actor++)
        sum += summary_pivotal(summary, actor);
    cr_expect(fabs(sum - 1) < 1e-15);
    cr_expect(fabs(summary_pivotal(summary, 0) - 1.0 / 3) < 0.01);
    summary_free(summary);
}

Test(summary, times_of_events)
{
    struct scenario scenario = sample_scenario(TRIALS);
    struct summary *summary = summary_new(&scenario);
    summary_play(summary, 0, TRIALS, LANES);
    uint64_t sum = 0, count = 0;
    for (uint64_t trial = 0; trial < TRIALS; trial++)
        if (!sample_failed(trial) && sample_detail(trial) >= DETAIL_VICTORY) {
            sum += (uint64_t)sample_since(trial);
            count++;
        }
    cr_expect(summary->event[EVENT_VICTORY].total == count && count > 0);
    cr_expect(times_mean(&summary->event[EVENT_VICTORY]) == (double)sum / (double)count);
    summary_free(summary);
}

/* A world without deals: its terms are null, not 0. */
Test(results, what_does_not_exist_is_null)
{
    struct scenario scenario = sample_scenario(2);
    struct summary *summary = summary_new(&scenario);
    struct history *history = history_new(&scenario);
    sample_fill(history, 0, 2);
    for (int lane = 0; lane < 2; lane++) {
        history->outcome[lane] = OUTCOME_WAR;
        history->detail[lane] = DETAIL_FIGHTING;
        history->since[lane] = SAMPLE_HORIZON;
    }
    summary_add(summary, history);
    char *text = summary_text(summary);
    cr_expect(
        strstr(text,
               "\"territory\": {\n      \"n\": 0,\n      \"open\": 0,\n      \"mean\": null,") !=
        NULL);
    cr_expect(strstr(text, "\"line\": null") != NULL);
    cr_expect(strstr(text, "\"deal\": { \"n\": 0, \"mean\": null") != NULL);
    cr_expect(strstr(text, "nan") == NULL && strstr(text, "inf") == NULL);
    free(text);
    history_free(history);
    summary_free(summary);
}

/* The members that product.md lists, in its order. */
Test(results, members)
{
    static const char *const members[] = {
        "\"schema\": \"zopa.summary/1\"",
        "\"version\"",
        "\"scenario\": \"sample\"",
        "\"scenario_sha256\"",
        "\"seed\": 7",
        "\"trials\": 3000",
        "\"design\": \"mc\"",
        "\"horizon\": 4",
        "\"complete\": true",
        "\"outcomes\"",
        "\"deal\"",
        "\"frozen_conflict\"",
        "\"continued_war\"",
        "\"details\"",
        "\"comprehensive\"",
        "\"framework_holding\"",
        "\"ceasefire\"",
        "\"stalled_framework\"",
        "\"de_facto\"",
        "\"fighting\"",
        "\"relapsed\"",
        "\"victory_north\"",
        "\"victory_south\"",
        "\"timing\"",
        "\"zopa\"",
        "\"p_nonempty\"",
        "\"width\"",
        "\"terms\"",
        "\"territory\"",
        "\"levels\"",
        "\"actors\"",
        "\"north\"",
        "\"given_deal\"",
        "\"rejections\"",
        "\"diagnostics\"",
        "\"rounds_mean\"",
        "\"leaks\"",
        "\"failed_trials\"",
        "\"pivotal\"",
        "\"wall\"",
        "\"seconds\"",
        "\"trials_per_second\"",
        "\"threads\"",
    };
    struct scenario scenario = sample_scenario(TRIALS);
    struct summary *summary = summary_new(&scenario);
    summary_play(summary, 0, TRIALS, LANES);
    char *text = summary_text(summary), *place = text;
    for (size_t k = 0; k < sizeof members / sizeof *members; k++) {
        char *found = strstr(place, members[k]);
        cr_expect(found != NULL, "%s", members[k]);
        place = found == NULL ? place : found;
    }
    cr_expect(strstr(text, "victory_broker") == NULL, "a mediator cannot win");
    free(text);
    summary_free(summary);
}
