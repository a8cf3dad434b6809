/* What is proved of the start of a scenario, and how far packages are from the best. */
#include "engine/solving.h"

#include <math.h>

#include "models/random.h"
#include "tests/solved.h"

/* The most that the first can have leaves the second its 0.2, and the other way round; all packages
 * between are worth 1 together, 0.3 more than the claims. */
Test(solving_bounds, ideals_leave_the_others_their_claims)
{
    struct scenario *scenario = solved_file("tests/scenarios/pie.cfg", "packages={p={pie=0.7;};}");
    struct solving *solving = solving_new(scenario, "nash,menu");
    cr_expect_float_eq(solving->ideal[0], 0.8, 1e-8);
    cr_expect_float_eq(solving->ideal[1], 0.5, 1e-8);
    cr_expect_float_eq(solving->most, 0.3, 1e-8);
    cr_expect_float_eq(solving->bound, 0.15, 1e-8);
    cr_expect(solving->weight == NULL);
    for (int k = 0; k < solving->rows; k++) {
        cr_expect_float_eq(solving->row[k].lost, 0, 1e-8);
        cr_expect_float_eq(solving->row[k].slack, 0, 1e-8);
    }
    solving_free(solving);
    scenario_free(scenario);
}

/* Where both would fight for nothing and want 0.05 on top, 1.1 is claimed of 1: an ideal is what
 * the other's claim leaves, 0.55 and 0.35, 0.10 less than claimed, and at equal weights no
 * package is worth the claims. */
Test(solving_bounds, weights_prove_that_there_is_no_zone)
{
    static const char *const sets[] = { "actors.first.war.cost=0", "actors.first.resolve=0.05",
                                        "actors.second.war.cost=0", "actors.second.resolve=0.05" };
    struct scenario *scenario = solved_set("tests/scenarios/pie.cfg", sets, 4);
    struct solving *solving = solving_new(scenario, "nash");
    cr_expect_float_eq(solving->width, -0.05, 1e-9);
    cr_expect_float_eq(solving->bound, -0.05, 1e-8);
    cr_expect_not(solved_find(solving, "nash")->found);
    cr_expect(isnan(solved_find(solving, "nash")->gap));
    cr_expect_float_eq(solving->ideal[0], 0.55, 1e-8);
    cr_expect_float_eq(solving->ideal[1], 0.35, 1e-8);
    const struct solving_row *nearest = solved_find(solving, "nearest");
    cr_expect_eq(nearest->kind, SOLVING_NEAREST);
    cr_expect_float_eq(nearest->at[0], 0.6, 1e-9); /* each lacks 0.05 */
    cr_expect_float_eq(nearest->least, -0.05, 1e-9);
    cr_expect(nearest->gap >= 0 && nearest->gap < 1e-8);
    cr_expect(isnan(nearest->distance));
    cr_assert(solving->weight != NULL);
    cr_expect_float_eq(solving->weight[0], 0.5, 1e-6);
    cr_expect_float_eq(solving->weight[1], 0.5, 1e-6);
    solving_free(solving);
    scenario_free(scenario);
}

/* U = x and 1 - x^2, claims 0 (docs/solvers.md). */
static struct scenario *solved_bent(void)
{
    static const char *const sets[] = { "war.p=0.5", "actors.first.war.cost=0.5",
                                        "actors.second.war.cost=0.5", "actors.second.resolve=0",
                                        "actors.second.positions.pie.loss=quadratic" };
    return solved_set("tests/scenarios/pie.cfg", sets, 5);
}

/* The sum is largest at 1/2, where it is 1.25;
 * Nash's x = 1 / sqrt 3 loses 1 - (0.57735 + 2/3) / 1.25 of it; ideals are 1. */
Test(solving_bounds, a_bent_frontier_is_known_in_closed_form)
{
    struct scenario *scenario = solved_bent();
    struct solving *solving = solving_new(scenario, "nash,utilitarian");
    const struct solving_row *nash = solved_find(solving, "nash"),
                             *sum = solved_find(solving, "utilitarian");
    cr_expect_float_eq(solving->width, (sqrt(5) - 1) / 2, 1e-9);
    cr_expect_float_eq(nash->at[0], 1 / sqrt(3), 1e-6);
    cr_expect_float_eq(sum->at[0], 0.5, 1e-6);
    cr_expect_float_eq(solving->most, 1.25, 1e-8);
    cr_expect_float_eq(solving->ideal[0], 1, 1e-8);
    cr_expect_float_eq(solving->ideal[1], 1, 1e-8);
    cr_expect_float_eq(nash->lost, 1 - (1 / sqrt(3) + 2.0 / 3) / 1.25, 1e-6);
    cr_expect_float_eq(sum->lost, 0, 1e-8);
    solving_free(solving);
    scenario_free(scenario);
}

/* Two issues: 0.7 and 0.3 of one's concern, the other way round of the other's. Halves of both give
 * each 0.5; each its own gives both 0.7, which nothing beats: better by 0.2. From there the
 * frontier falls to (1, 0) and (0, 1): 0.7 first + 0.3 second = 0.7, and the other way round. */
Test(solving_bounds, what_is_off_the_frontier_is_told)
{
    static const char *const sets[] = {
        "issues={pie={core=true;levels={no=0.0;yes=1.0;};status_quo=\"no\";};"
        "tart={levels={no=0.0;yes=1.0;};status_quo=\"no\";};}",
        "actors.first.positions={pie={ideal=\"yes\";salience=0.7;};"
        "tart={ideal=\"yes\";salience=0.3;};}",
        "actors.second.positions={pie={ideal=\"no\";salience=0.3;};"
        "tart={ideal=\"no\";salience=0.7;};}",
        "packages={halves={pie=0.5;tart=0.5;};own={pie=1.0;tart=0.0;};}"
    };
    struct scenario *scenario = solved_set("tests/scenarios/pie.cfg", sets, 4);
    struct solving *solving = solving_new(scenario, "nash");
    const struct solving_row *halves = solved_find(solving, "halves"),
                             *own = solved_find(solving, "own");
    cr_expect_float_eq(halves->worth[0], 0.5, 1e-12);
    cr_expect_float_eq(halves->slack, 0.2, 1e-8);
    cr_expect_float_eq(own->worth[0], 0.7, 1e-12);
    cr_expect_float_eq(own->worth[1], 0.7, 1e-12);
    cr_expect_float_eq(own->slack, 0, 1e-8);
    cr_expect_float_eq(own->lost, 0, 1e-8);
    cr_expect_float_eq(halves->lost, 0.4 / 0.7,
                       1e-8); /* 0.5 + 0.5 of 0.7 + 0.7, less 0.7 claimed */
    cr_expect_float_eq(halves->distance, 0.2 / sqrt(0.7 * 0.7 + 0.3 * 0.3), 1e-8);
    cr_expect_eq(own->distance, 0);
    cr_expect_eq(solved_find(solving, "nash")->distance, 0);
    solving_free(solving);
    scenario_free(scenario);
}

/* The weighted sum of gains of a package, at the weights that prove that there is no zone. */
static double weighted(const struct solving *solving, const double *package)
{
    double sum = 0;
    for (int actor = 0; actor < solving->scenario->game.actors; actor++) {
        double worth[LANES] = { 0 };
        bool needed[LANES] = { false };
        if (!solving_counts(solving, actor))
            continue;
        bargain_worth(&solving->bargain, actor, package, worth);
        bargain_consent(&solving->bargain, actor, package, needed);
        sum += needed[0] ? solving->weight[actor] * (worth[0] - solving->claim[actor]) : 0;
    }
    return sum;
}

/* By brute force: a hundred thousand packages anywhere between the hard lines of the baseline, or
 * at the levels of its issues, and none that keeps to its rules is worth the claims. */
Test(solving_bounds, no_package_is_worth_the_claims_where_weights_say_so)
{
    struct scenario *scenario = solved_file("scenarios/ukraine/baseline.cfg", NULL);
    struct solving *solving = solving_new(scenario, "nash");
    struct random random = { .seed = 5, .lanes = 1, .round = 1 };
    double package[32 * LANES], uniform[LANES], most = -HUGE_VAL;
    cr_assert(solving->weight != NULL);
    for (uint64_t trial = 0; trial < 100000; trial++) {
        random.trial = trial;
        for (int issue = 0; issue < scenario->game.issues; issue++) {
            size_t row = (size_t)issue;
            double low = terms_low(&solving->bargain, issue, 0),
                   high = terms_high(&solving->bargain, issue, 0);
            random_uniform(&random, PURPOSE_FRONT, row, uniform);
            double at = low + uniform[0] * (high - low);
            int level = solving_level(solving, issue, at);
            double there = scenario->game.issue[issue].level[level].at.expected;
            bool levels = trial % 2 == 0 && there >= low && there <= high;
            block_row(package, row)[0] = levels ? there : at;
        }
        if (terms_broken(&solving->bargain, package, 0) < 0)
            most = fmax(most, weighted(solving, package));
    }
    cr_expect_lt(most, 0);
    cr_expect_gt(most, -HUGE_VAL);
    cr_expect_float_eq(weighted(solving, solved_find(solving, "nearest")->at), solving->width,
                       1e-8);
    solving_free(solving);
    scenario_free(scenario);
}

/* The same: the knee is where the slope is that of the line between the ideals, at (1/2, 3/4);
 * points lie on the curve. It is no solver's package, so that none goes by its name. */
Test(solving_bounds, frontier_and_knee)
{
    struct scenario *scenario = solved_bent();
    struct solving *solving = solving_new(scenario, "nash,utilitarian");
    const struct solving_row *knee = solved_find(solving, "knee"),
                             *sum = solved_find(solving, "utilitarian");
    cr_expect_float_eq(knee->worth[0], 0.5, 2e-5);
    cr_expect_float_eq(knee->worth[1], 0.75, 2e-5);
    cr_expect(knee->gap >= 0 && knee->gap < 1e-9);
    cr_expect_eq(solving->row[sum->same].name, sum->name);
    cr_assert_eq(solving->points, 21);
    for (int m = 0; m < solving->points; m++) {
        const double *worth = solving->point[m].worth;
        cr_expect_float_eq(worth[1], 1 - worth[0] * worth[0], 1e-8);
    }
    solving_free(solving);
    scenario_free(scenario);
}

/* Weights are the slope: as 2 x to 1 at x. All that the solvers find there is efficient. */
Test(solving_bounds, weights_are_the_slope_of_a_bent_frontier)
{
    struct scenario *scenario = solved_bent();
    struct solving *solving = solving_new(scenario, NULL);
    cr_assert_eq(solving->points, 21);
    for (int m = 1; m < solving->points - 1; m++) {
        const struct pareto_point *point = &solving->point[m];
        cr_expect_float_eq(point->weight[0], 2 * point->worth[0] / (2 * point->worth[0] + 1), 1e-3);
        cr_expect_float_eq(point->weight[0] + point->weight[1], 1, 1e-12);
        cr_expect(point->gap >= 0 && point->gap < 1e-8);
    }
    for (int k = 0; k < solving->rows; k++)
        cr_expect(!solving->row[k].found || solving->row[k].distance == 0);
    solving_free(solving);
    scenario_free(scenario);
}

/* The frontier is what all accept: from (.5, .5) to (.8, .2). A quarter of the pie is efficient,
 * and refused; half and half is its nearest neighbour there. */
Test(solving_bounds, what_is_refused_is_apart_from_what_all_accept)
{
    struct scenario *scenario =
        solved_file("tests/scenarios/pie.cfg", "packages={low={pie=0.25;};fair={pie=0.6;};}");
    struct solving *solving = solving_new(scenario, "nash");
    const struct solving_row *low = solved_find(solving, "low");
    cr_expect(solving_refused(low));
    cr_expect_float_eq(low->slack, 0, 1e-8);
    cr_expect_float_eq(low->distance, 0.25 * sqrt(2), 1e-8);
    cr_expect_eq(solved_find(solving, "fair")->distance, 0);
    solving_free(solving);
    scenario_free(scenario);
}

/* Three who can refuse: what all could have more at once is no farther away than the frontier, on
 * which efficient solutions are (docs/solvers.md, Axioms). */
Test(solving_bounds, distances_of_three_parties)
{
    struct scenario *scenario = solved_file("tests/scenarios/talks.cfg", NULL);
    struct solving *solving = solving_new(scenario, "nash,egalitarian,rubinstein,utilitarian,menu");
    cr_assert_geq(solving->points, 60);
    for (int m = 0; m < solving->points; m++) {
        double sum = 0;
        for (int i = 0; i < solving->parties; i++) {
            cr_expect_geq(solving->point[m].weight[i], 0);
            sum += solving->point[m].weight[i];
        }
        cr_expect_float_eq(sum, 1, 1e-12);
    }
    for (int k = 0; k < solving->rows; k++)
        if (solving->row[k].found)
            cr_expect_geq(solving->row[k].distance, solving->row[k].slack - 1e-8);
    cr_expect_eq(solved_find(solving, "nash")->distance, 0);
    cr_expect_eq(solved_find(solving, "egalitarian")->distance, 0);
    cr_expect_eq(solved_find(solving, "rubinstein")->distance, 0);
    cr_expect_gt(solved_find(solving, "menu")->distance, 0.1);
    solving_free(solving);
    scenario_free(scenario);
}
