/* What the solvers make of a scenario at its start. */
#include "engine/solving.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>

#include "engine/negotiation.h"
#include "tests/solved.h"

/* Fearon's pie (tests/scenarios/pie.cfg), p = 0.6, costs 0.1 and 0.2: the first has 0.5 by fighting
 * and the second 0.2, so that agreements give the first from 0.5 to 0.8. Half of that zone is its
 * width; Nash (1950) halves it at 0.65, where the product of gains is 0.15^2. The offer of one who
 * knows the other's resolve uniform on [-0.2, 0.2] is p + (0.4 - 0.1) / 2 = 0.75. */
Test(solving, the_pie_is_known_in_closed_form)
{
    struct scenario *scenario = solved_file("tests/scenarios/pie.cfg", NULL);
    struct solving *solving = solving_new(scenario, NULL);
    const struct solving_row *nash = solved_find(solving, "nash"),
                             *offer = solved_find(solving, "agenda_setter");
    cr_expect_float_eq(solving->claim[0], 0.5, 1e-12);
    cr_expect_float_eq(solving->claim[1], 0.2, 1e-12);
    cr_expect_float_eq(solving->width, 0.15, 1e-9);
    cr_expect_float_eq(solving->low, 0.5, 1e-9);
    cr_expect_float_eq(solving->high, 0.8, 1e-9);
    cr_expect_float_eq(nash->at[0], 0.65, 1e-6);
    cr_expect_float_eq(nash->gain[0], 0.15, 1e-6);
    cr_expect_float_eq(nash->worth[1], 0.35, 1e-6);
    cr_expect_float_eq(nash->nash, 0.0225, 1e-8);
    cr_expect_float_eq(nash->least, 0.15, 1e-6);
    cr_expect_float_eq(offer->at[0], 0.75, 1e-3);
    cr_expect(offer->own && !nash->own);
    cr_expect_not(solving_refused(nash));
    cr_expect_not(solved_find(solving, "menu")->found);
    cr_expect(solved_find(solving, "menu")->apart != NULL);
    solving_free(solving);
    scenario_free(scenario);
}

/* Every uncertain number made certain at its mean (by the scenario's own text): then what a trial
 * draws is what `solve` takes, and the zone of round 0 is the same. */
static void expect_width(const char *file)
{
    struct scenario *scenario = solved_file(file, NULL);
    for (int k = 0; k < scenario->quantities.uncertains; k++) {
        struct uncertain *uncertain = &scenario->quantities.uncertain[k];
        uncertain->low = uncertain->high = scenario->quantities.expected[uncertain->row];
    }
    struct solving *solving = solving_new(scenario, "nash");
    struct table *table = negotiation_new(scenario);
    struct history *history = history_new(scenario);
    negotiation_play(table, 3, 1, history);
    cr_expect_float_eq(solving->width, history->width[0], 1e-9, "%s: %g, in play %g", file,
                       solving->width, history->width[0]);
    history_free(history);
    negotiation_free(table);
    solving_free(solving);
    scenario_free(scenario);
}

Test(solving, the_width_is_that_of_a_certain_trial)
{
    expect_width("tests/scenarios/pie.cfg");
    expect_width("tests/scenarios/talks.cfg");
    expect_width("tests/scenarios/sixteen.cfg");
    expect_width("scenarios/ukraine/baseline.cfg");
}

/* Nothing is drawn: the seed, the trials and the design change nothing. */
Test(solving, chance_has_no_part_in_it)
{
    struct scenario *one = solved_file("tests/scenarios/levers.cfg", "run.seed=1"),
                    *two = solved_file("tests/scenarios/levers.cfg", "run.seed=99");
    struct solving *first = solving_new(one, NULL), *second = solving_new(two, NULL);
    cr_assert_eq(first->rows, second->rows);
    cr_expect_eq(first->width, second->width);
    for (int k = 0; k < first->rows; k++)
        for (int issue = 0; issue < one->game.issues; issue++)
            cr_expect_eq(first->row[k].at[issue * LANES], second->row[k].at[issue * LANES]);
    solving_free(first);
    solving_free(second);
    scenario_free(one);
    scenario_free(two);
}

/* The proposer knows itself, and of the other what its law says: sd 0.4 / sqrt 12. */
Test(solving, doubts_are_those_of_the_first_round)
{
    struct scenario *scenario = solved_file("tests/scenarios/pie.cfg", NULL);
    struct solving *solving = solving_new(scenario, "nash");
    cr_expect_eq(solving->proposer, 0);
    cr_expect_eq(solving->doubt[0], 0);
    cr_expect_float_eq(solving->doubt[1], 0.4 / sqrt(12), 1e-3);
    solving_free(solving);
    scenario_free(scenario);
}

/* Rebuilding comes with a settlement in talks.cfg, for the south: what a package is worth to it,
 * with the lever pulled for certain, with chances about a half, and never. */
Test(solving, a_lever_is_pulled_that_is_as_likely_as_not)
{
    static const char *const chances[] = { "1.0", "0.5", "0.49", "0.0" };
    double worth[4];
    for (int k = 0; k < 4; k++) {
        char set[200];
        snprintf(set, sizeof set, "levers.rebuilding.when.chance=%s", chances[k]);
        struct scenario *scenario = solved_file("tests/scenarios/talks.cfg", set);
        struct solving *solving = solving_new(scenario, "nash");
        worth[k] = solved_find(solving, "annexation")->worth[0];
        solving_free(solving);
        scenario_free(scenario);
    }
    cr_expect_eq(worth[0], worth[1]);
    cr_expect_eq(worth[2], worth[3]);
    cr_expect_gt(worth[1], worth[2] + 1e-3);
}

/* A named package is judged as it is: of two quarters of the pie, U is 0.25 and 0.75. */
Test(solving, named_packages_are_judged_as_they_are)
{
    struct scenario *scenario =
        solved_file("tests/scenarios/pie.cfg", "packages={low={pie=0.25;};fair={pie=0.6;};}");
    struct solving *solving = solving_new(scenario, "menu,utilitarian");
    const struct solving_row *low = solved_find(solving, "low"),
                             *fair = solved_find(solving, "fair"),
                             *menu = solved_find(solving, "menu");
    cr_expect_eq(solving->rows, 4);
    cr_expect(low->solver == NULL && fair->solver == NULL);
    cr_expect_float_eq(low->worth[0], 0.25, 1e-12);
    cr_expect_float_eq(low->gain[0], -0.25, 1e-12);
    cr_expect_float_eq(low->gain[1], 0.55, 1e-12);
    cr_expect(solving_refused(low));
    cr_expect(isnan(low->nash) && isnan(low->lost));
    cr_expect_float_eq(fair->least, 0.1, 1e-12);
    cr_expect_not(solving_refused(fair));
    cr_expect(menu->found);
    cr_expect_eq(solving->row[fair->same].name, menu->name);
    cr_expect_float_eq(menu->at[0], 0.6, 1e-12);
    solving_free(solving);
    scenario_free(scenario);
}

/* The mean of a normal number kept between two ends: m + s (phi(a) - phi(b)) / (Phi(b) - Phi(a)).
 */
static double truncated(double mean, double sd, double low, double high)
{
    double a = (low - mean) / sd, b = (high - mean) / sd;
    return mean + sd * (gsl_ran_ugaussian_pdf(a) - gsl_ran_ugaussian_pdf(b)) /
                      (gsl_cdf_ugaussian_P(b) - gsl_cdf_ugaussian_P(a));
}

/* The first's claim in the pie is 0.6 less its cost of war: which number stands for a cost that is
 * uncertain. Means in closed form (Johnson, Kotz and Balakrishnan, Continuous Univariate
 * Distributions, 1994); PERT: (min + 4 mode + max) / 6. */
Test(solving, uncertain_numbers_are_at_their_means)
{
    const struct {
        const char *law;
        double mean;
    } examples[] = {
        { "{dist=\"normal\";mean=0.15;sd=0.01;}", 0.15 },
        { "{dist=\"truncated_normal\";mean=0.1;sd=0.08;min=0.05;max=0.15;}",
          truncated(0.1, 0.08, 0.05, 0.15) },
        { "{dist=\"truncated_normal\";mean=0.0;sd=0.1;min=0.05;max=0.4;}",
          truncated(0, 0.1, 0.05, 0.4) },
        { "{dist=\"lognormal\";mu=-2.0;sigma=0.25;}", exp(-2 + 0.25 * 0.25 / 2) },
        { "{dist=\"uniform\";min=0.1;max=0.2;}", 0.15 },
        { "{dist=\"triangular\";min=0.1;mode=0.12;max=0.2;}", 0.42 / 3 },
        { "{dist=\"pert\";min=0.1;mode=0.12;max=0.2;}", (0.1 + 4 * 0.12 + 0.2) / 6 },
        { "{dist=\"beta\";a=2.0;b=6.0;}", 0.25 },
        { "{dist=\"beta\";a=2.0;b=6.0;min=0.1;max=0.2;}", 0.125 },
        { "{dist=\"gamma\";shape=2.0;scale=0.05;}", 0.1 },
        { "{dist=\"discrete\";values=(0.1,0.2);weights=(3.0,1.0);}", 0.125 },
        { "{dist=\"empirical\";values=(0.1,0.2,0.3);}", 0.2 },
        { "{dist=\"quantiles\";p05=0.1;p50=0.15;p95=0.2;}", 0.15 }, /* symmetric */
    };
    for (size_t k = 0; k < sizeof examples / sizeof *examples; k++) {
        char set[200];
        snprintf(set, sizeof set, "actors.first.war.cost=%s", examples[k].law);
        struct scenario *scenario = solved_file("tests/scenarios/pie.cfg", set);
        struct solving *solving = solving_new(scenario, "nash");
        cr_expect_float_eq(solving->claim[0], 0.6 - examples[k].mean, 1e-6, "%s: %.9g, not %.9g",
                           set, solving->claim[0], 0.6 - examples[k].mean);
        solving_free(solving);
        scenario_free(scenario);
    }
}

/* The guarantor of talks.cfg is asked where protection moves alone. However much it wants, it
 * cannot refuse the restoration, which leaves that as it is: the north does, who lacks less. */
Test(solving, who_is_not_asked_does_not_refuse)
{
    struct scenario *scenario =
        solved_file("tests/scenarios/talks.cfg", "actors.guarantor.resolve=0.9");
    struct solving *solving = solving_new(scenario, "nash");
    const struct solving_row *row = solved_find(solving, "restoration");
    cr_expect(row->needed[0] && row->needed[1] && !row->needed[2] && !row->needed[3]);
    cr_expect_lt(row->gain[3], row->gain[1]);
    cr_expect_lt(row->gain[1], 0);
    cr_expect_eq(row->least, row->gain[1]);
    cr_expect(isnan(row->gain[2])); /* a mediator, who cannot refuse */
    solving_free(solving);
    scenario_free(scenario);
}
