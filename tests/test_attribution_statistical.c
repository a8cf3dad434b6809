/* What contributions of real runs say of themselves, against a closed form. Fearon's pie as in
 * tests/scenarios/pie.cfg: the offer leaves t = (b - c) / 2 of the second's cost of war, uniform on
 * [a, b], to the second, and war comes with chance (t - a) / (b - a). With a cost c of 0.2 instead
 * of 0.1 for the first, and [0.05, 0.35] instead of [0, 0.4] for the second, it falls from 3/8 to
 * 1/12, and to 1/4 with either alone: each of the two contributes 7/48 to deals. */
#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>

#include "engine/contest.h"
#include "engine/memory.h"
#include "tests/said.h"

enum { SEEDS = 80, TRIALS = 512 };

static struct scenario *pie(const char *const *sets, int count)
{
    struct faults faults = { 0 };
    enum scenario_status status;
    struct scenario *scenario =
        scenario_read("tests/scenarios/pie.cfg", sets, count, &faults, &status);
    cr_assert_not_null(scenario, "%s", said_first(&faults));
    return scenario;
}

static void play(const char *design, long seed, struct contribution found[2])
{
    static const char *const sets[] = { "actors.first.war.cost=0.2",
                                        "actors.second.resolve.min=-0.15",
                                        "actors.second.resolve.max=0.15" };
    struct stages stages = { 0 };
    struct contest contest = { .count = 2, .threads = 1, .block = LANES, .stages = &stages };
    contest.scenario = memory_new(2, sizeof(struct scenario *));
    contest.scenario[0] = pie(NULL, 0);
    contest.scenario[1] = pie(sets, 3);
    scenario_override(contest.scenario[0], "seed", seed);
    scenario_override(contest.scenario[0], "trials", TRIALS);
    scenario_override_word(contest.scenario[0], "design", design);
    contest_unify(&contest);
    cr_assert(contest_plan(&contest, ATTRIBUTION_AUTO, 2) == 0);
    cr_assert(contest_play(&contest));
    cr_assert(contest.other[0].attribution->players == 2);
    for (int player = 0; player < 2; player++)
        found[player] = contest.other[0].attribution->contribution[player * OUTCOMES];
    contest_free(&contest);
}

/* 80 seeds. The mean contribution is within 5 of its standard errors of 7/48 (false alarm: 6e-7 a
 * player); the mean square error over the mean squared standard error is 1 with a relative error of
 * sqrt(2 / 80) = 0.16 and, from the 15 degrees of freedom of each, a little more: within 0.4
 * and 1.9 (about 4 and 5 of these, 1e-4 a player). */
static void expect_honest(const char *design)
{
    double sum[2] = { 0 }, squares[2] = { 0 }, claimed[2] = { 0 };
    for (long seed = 1; seed <= SEEDS; seed++) {
        struct contribution found[2];
        play(design, seed, found);
        for (int player = 0; player < 2; player++) {
            double off = found[player].share - 7.0 / 48;
            sum[player] += off;
            squares[player] += off * off;
            claimed[player] += found[player].error * found[player].error;
        }
    }
    for (int player = 0; player < 2; player++) {
        double bias = fabs(sum[player] / SEEDS) / sqrt(squares[player] / SEEDS / SEEDS);
        double ratio = squares[player] / claimed[player];
        cr_expect(bias < 5, "%s: off by %.2f standard errors", design, bias);
        cr_expect(ratio > 0.4 && ratio < 1.9, "%s: %.3f", design, ratio);
    }
}

Test(attribution_statistical, independent_trials)
{
    expect_honest("mc");
}

Test(attribution_statistical, latin_hypercube)
{
    expect_honest("lhs");
}

Test(attribution_statistical, antithetic_pairs)
{
    expect_honest("antithetic");
}
