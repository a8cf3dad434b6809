#include "engine/pick.h"

#include <stdlib.h>

#include "engine/negotiation.h"
#include "tests/trial.h"

static const atomic_bool never;

static void expect_first(struct scenario *scenario, enum pick pick, int outcome)
{
    uint64_t trial, first = 0;
    struct chronicle *told = trial_told(scenario, first);
    while (told->outcome != outcome) {
        chronicle_free(told);
        told = trial_told(scenario, ++first);
    }
    chronicle_free(told);
    cr_expect(pick_trial(scenario, pick, &never, NULL, &trial));
    cr_expect_eq(trial, first);
}

Test(pick, an_outcome_is_found_in_its_first_trial)
{
    struct scenario *scenario = trial_scenario("tests/scenarios/talks.cfg");
    expect_first(scenario, PICK_DEAL, OUTCOME_DEAL);
    expect_first(scenario, PICK_FROZEN, OUTCOME_FROZEN);
    expect_first(scenario, PICK_WAR, OUTCOME_WAR);
    scenario_free(scenario);
}

Test(pick, what_never_happens_is_not_found)
{
    struct scenario *scenario = trial_scenario("tests/scenarios/talks.cfg");
    uint64_t trial;
    scenario_override(scenario, "trials", 1);
    struct chronicle *told = trial_told(scenario, 0);
    int found = 0;
    for (int pick = PICK_DEAL; pick <= PICK_WAR; pick++)
        found += pick_trial(scenario, (enum pick)pick, &never, NULL, &trial);
    cr_expect_eq(found, 1);
    cr_expect(pick_trial(scenario, (enum pick)told->outcome, &never, NULL, &trial));
    chronicle_free(told);
    scenario_free(scenario);
}

Test(pick, it_stops_when_told)
{
    struct scenario *scenario = trial_scenario("tests/scenarios/talks.cfg");
    static const atomic_bool stop = true;
    uint64_t trial;
    cr_expect_not(pick_trial(scenario, PICK_DEAL, &stop, NULL, &trial));
    cr_expect_not(pick_trial(scenario, PICK_TYPICAL, &stop, NULL, &trial));
    scenario_free(scenario);
}

enum { SAMPLE = 300 };

static int order(const void *left, const void *right)
{
    const double *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

/* How far a figure's mean rank, by sorting, lies from the middle; times two. */
static int off_middle(const double *figures, int count, double own)
{
    double sorted[SAMPLE];
    int below = 0, upto = 0;
    for (int k = 0; k < count; k++)
        sorted[k] = figures[k];
    qsort(sorted, (size_t)count, sizeof *sorted, order);
    while (below < count && sorted[below] < own)
        below++;
    for (upto = below; upto < count && sorted[upto] == own;)
        upto++;
    return abs(below + upto - count);
}

/* pie.cfg has one issue and two parties; everything is recomputed by sorting. */
Test(pick, a_typical_trial_ends_as_most_do_and_lies_in_the_middle)
{
    struct scenario *scenario = trial_scenario("tests/scenarios/pie.cfg");
    static struct chronicle *told[SAMPLE];
    static double figures[8][SAMPLE];
    int details[64] = { 0 }, mode = -1, count = 0, rows = 0;
    scenario_override(scenario, "trials", SAMPLE);
    for (int k = 0; k < SAMPLE; k++) {
        told[k] = trial_told(scenario, (uint64_t)k);
        details[told[k]->detail]++;
    }
    for (int k = 0; k < SAMPLE; k++)
        if (mode < 0 || details[told[k]->detail] > details[mode])
            mode = told[k]->detail;
    for (int k = 0; k < SAMPLE; k++) {
        if (told[k]->detail != mode)
            continue;
        rows = 0;
        figures[rows++][count] = told[k]->since;
        for (int actor = 0; actor < scenario->game.actors; actor++)
            figures[rows++][count] = told[k]->utility[actor];
        figures[rows++][count] = told[k]->outcome == OUTCOME_DEAL ? told[k]->package[0] : 0;
        count++;
    }
    uint64_t trial, best = 0;
    int least = -1, at = 0;
    for (int k = 0; k < SAMPLE; k++) {
        int sum = 0;
        if (told[k]->detail != mode)
            continue;
        for (int row = 0; row < rows; row++)
            sum += off_middle(figures[row], count, figures[row][at]);
        at++;
        if (least < 0 || sum < least) {
            least = sum;
            best = (uint64_t)k;
        }
    }
    cr_expect(pick_trial(scenario, PICK_TYPICAL, &never, NULL, &trial));
    cr_expect_eq(trial, best);
    cr_expect(count > 30);
    for (int k = 0; k < SAMPLE; k++)
        chronicle_free(told[k]);
    scenario_free(scenario);
}
