/* What a trial's uncertain numbers are drawn as. */
#include <criterion/criterion.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "engine/draw.h"
#include "models/catalogue.h"

enum { BLOCKS = 400, COUNT = BLOCKS * LANES };

static double columns[3][COUNT];

/* A scenario with three uncertain numbers: two discounts, correlated, and a clipped resolve. */
static struct scenario *uncertain_scenario(void)
{
    struct faults faults = { 0 };
    struct scenario *scenario = scenario_from_text(
        "name = \"draws\"; issues = { x = { core = true; }; };"
        "actors = { a = { role = \"belligerent\"; side = \"low\"; capability = 1;"
        "    discount = { dist = \"uniform\"; min = 0.5; max = 0.9; }; war = { cost = 0.1; };"
        "    positions = { x = { ideal = 0.0; }; }; };"
        "  b = { role = \"belligerent\"; side = \"high\"; capability = 1;"
        "    discount = { dist = \"normal\"; mean = 0.7; sd = 0.05; }; war = { cost = 0.1; };"
        "    optimism = { dist = \"normal\"; mean = 0.9; sd = 0.5; };"
        "    positions = { x = { ideal = 1.0; }; }; }; };"
        "war = { model = \"lottery\"; p = 0.5; };"
        "process = { protocol = \"mediated\"; solver = \"nash\"; };"
        "correlations = ( { between = ( \"actors.a.discount\", \"actors.b.discount\" ); rho = 0.6; "
        "} );",
        "test", &faults);
    faults_print(&faults, stderr);
    cr_assert(scenario != NULL);
    return scenario;
}

static const char *const paths[3] = { "actors.a.discount", "actors.b.discount",
                                      "actors.b.optimism" };

static void draw_all(const struct scenario *scenario, int lanes)
{
    static _Alignas(64) double values[64 * LANES];
    cr_assert(scenario->quantities.rows <= 64 && scenario->quantities.uncertains == 3);
    draw_expected(&scenario->quantities, values);
    for (uint64_t trial = 0; trial < COUNT; trial += (uint64_t)lanes) {
        struct random random = { .seed = 17, .trial = trial, .lanes = lanes };
        draw_values(scenario, &random, values);
        for (int k = 0; k < 3; k++) {
            const struct uncertain *uncertain = &scenario->quantities.uncertain[k];
            int column = 0;
            while (strcmp(paths[column], uncertain->path) != 0)
                column++;
            for (int lane = 0; lane < lanes; lane++)
                columns[column][trial + (uint64_t)lane] =
                    block_read(values, (size_t)uncertain->row)[lane];
        }
    }
}

static double mean_of(const double *first, const double *second)
{
    double sum = 0;
    for (int k = 0; k < COUNT; k++)
        sum += first[k] * (second == NULL ? 1 : second[k]);
    return sum / COUNT;
}

/* Moments within 4 standard errors of those of the laws (6 false alarms in 100,000; the seed is
 * fixed). The Gaussian copula keeps the margins; the correlation of a uniform and a normal under it
 * is rho times that of a normal and its own uniform, sqrt(3 / pi). */
static void check_margins(struct scenario *scenario, const char *design)
{
    scenario_override_word(scenario, "design", design);
    cr_assert_str_eq(scenario_design(scenario)->about.name, design);
    draw_all(scenario, LANES);
    double mean[2], sd[2];
    for (int k = 0; k < 2; k++) {
        mean[k] = mean_of(columns[k], NULL);
        sd[k] = sqrt(mean_of(columns[k], columns[k]) - mean[k] * mean[k]);
    }
    double error = 4 / sqrt(COUNT);
    cr_expect(fabs(mean[0] - 0.7) < error * 0.4 / sqrt(12));
    cr_expect(fabs(sd[0] - 0.4 / sqrt(12)) < error * 0.4 / sqrt(12));
    cr_expect(fabs(mean[1] - 0.7) < error * 0.05);
    cr_expect(fabs(sd[1] - 0.05) < error * 0.05);
    double product = (mean_of(columns[0], columns[1]) - mean[0] * mean[1]) / (sd[0] * sd[1]);
    double expected = 0.6 * sqrt(3 / 3.14159265358979323846);
    cr_expect(fabs(product - expected) < error, "%s: correlation %.4f, expected %.4f", design,
              product, expected);
}

Test(draw, margins_and_correlation)
{
    struct scenario *scenario = uncertain_scenario();
    for (int k = 0; k < catalogue_count; k++)
        if (strcmp(catalogue[k].kind, "design") == 0)
            check_margins(scenario, catalogue[k].model->name);
    scenario_free(scenario);
}

/* Draws stay inside the parameter's range: optimism reaches 1 at most, and often does here. */
Test(draw, stays_inside_the_range)
{
    struct scenario *scenario = uncertain_scenario();
    draw_all(scenario, LANES);
    int at_end = 0;
    for (int k = 0; k < COUNT; k++) {
        cr_assert(columns[2][k] >= -1 && columns[2][k] <= 1);
        at_end += columns[2][k] == 1;
    }
    cr_expect(at_end > COUNT / 3 && at_end < COUNT / 2);
    scenario_free(scenario);
}

/* The design reaches the draws: trials of a pair lie on either side of the mean, 0.9, alike, unless
 * one was kept inside the range. */
Test(draw, follows_the_design)
{
    struct scenario *scenario = uncertain_scenario();
    scenario_override_word(scenario, "design", "antithetic");
    draw_all(scenario, LANES);
    int pairs = 0;
    for (int k = 0; k < COUNT; k += 2) {
        double low = fmin(columns[2][k], columns[2][k + 1]);
        double high = fmax(columns[2][k], columns[2][k + 1]);
        if (low <= -1 || high >= 1)
            continue;
        cr_assert(fabs(low + high - 1.8) < 1e-12, "pair %d", k);
        pairs++;
    }
    cr_expect(pairs > COUNT / 20);
    scenario_free(scenario);
}

/* A trial draws the same whatever block it is drawn in. */
Test(draw, does_not_depend_on_the_block)
{
    static double whole[3][COUNT];
    struct scenario *scenario = uncertain_scenario();
    for (int k = 0; k < catalogue_count; k++) {
        if (strcmp(catalogue[k].kind, "design") != 0)
            continue;
        scenario_override_word(scenario, "design", catalogue[k].model->name);
        draw_all(scenario, LANES);
        memcpy(whole, columns, sizeof whole);
        draw_all(scenario, 5);
        cr_expect(memcmp(whole, columns, sizeof whole) == 0, "%s", catalogue[k].model->name);
    }
    scenario_free(scenario);
}
