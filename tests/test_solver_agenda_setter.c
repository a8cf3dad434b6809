#include <criterion/criterion.h>

#include "models/special.h"
#include "tests/example.h"

extern const struct solver solver_agenda_setter;

static const double ONE[1] = { 1 };

/* Makes the quantiles of a cost at j / SHAPE_STEPS into the belief about the claim 1 - p - cost,
 * whose quantiles are mirrored; as a shape of mean 0 and variance 1. */
static void believe(struct example *example, int actor, double p, double shape[SHAPE_STEPS + 1],
                    double mean, double sd)
{
    double cost[SHAPE_STEPS + 1];
    memcpy(cost, shape, sizeof cost);
    for (int j = 0; j <= SHAPE_STEPS; j++)
        shape[j] = (mean - cost[SHAPE_STEPS - j]) / sd;
    example_claim(example, actor, 1 - p - mean);
    example_doubt(example, actor, sd);
    example->shape[actor] = shape;
}

/* Fearon's pie: the proposer, who wants x high, has p - cost; the other 1 - p - c, c on `quantile`.
 */
static struct example *fearon(double p, double cost, double shape[SHAPE_STEPS + 1], double mean,
                              double sd)
{
    struct example *example = example_pies(1, ONE, ONE);
    example->bargain.proposer = 1;
    example_claim(example, 1, p - cost);
    believe(example, 0, p, shape, mean, sd);
    return example;
}

/* Nothing is uncertain: between p - cost = .5 and p + c = .8 both gain, and the proposer takes all
 * of that (Fearon 1995; solvers.md section 4, item 12). */
Test(solver_agenda_setter, takes_all_where_costs_are_known)
{
    struct example *example = example_pies(1, ONE, ONE);
    double low[LANES], high[LANES];
    example->bargain.proposer = 1;
    example_claim(example, 1, 0.6 - 0.1);
    example_claim(example, 0, 1 - 0.6 - 0.2);
    example_solve(example, &solver_agenda_setter, NULL);
    example_expect(example, 0, 0.8, 2e-9); /* the other is left 1e-9 */
    bargain_interval(&example->bargain, low, high);
    cr_assert_float_eq(low[0], 0.5, 1e-12);
    cr_assert_float_eq(high[0], 0.8, 1e-12);
    free(example);
}

/* Sure of the other's claim, the proposer takes all but that, on whatever claims: in lane l its own
 * is l / 64. */
Test(solver_agenda_setter, takes_all_on_any_claims)
{
    struct example *example = example_pies(1, ONE, ONE);
    example->bargain.proposer = 1;
    for (int m = 0; m < 40; m++) {
        double other = m / 64.0;
        example_claim(example, 0, other);
        for (int lane = 0; lane < LANES; lane++)
            example->by_actor[EXAMPLE_CLAIM][1][lane] = lane / 64.0;
        example_solve(example, &solver_agenda_setter, NULL);
        for (int lane = 0; lane < LANES - m; lane++)
            cr_assert(example->found[lane] && fabs(example->package[0][lane] - (1 - other)) <= 2e-9,
                      "claims %g and %g: %.12f", other, lane / 64.0, example->package[0][lane]);
    }
    free(example);
}

/* A mediator with wishes of its own takes the package that it likes best of those that nobody
 * refuses, here from .2 to .7 (solvers.md section 4, item 10). */
Test(solver_agenda_setter, a_mediator_with_wishes)
{
    const double ideal[3] = { 0.1, 0.5, 0.9 }, offer[3] = { 0.2, 0.5, 0.7 };
    for (int m = 0; m < 3; m++) {
        struct example *example = example_new(1, 3);
        example_position(example, 0, 0, 0, 1, LOSS_LINEAR);
        example_position(example, 1, 0, 1, 1, LOSS_LINEAR);
        example_position(example, 2, 0, ideal[m], 1, LOSS_LINEAR);
        example->actor[2].role = ROLE_MEDIATOR;
        example_draw(example)->proposer = 2;
        example_claim(example, 0, 0.3);
        example_claim(example, 1, 0.2);
        example_solve(example, &solver_agenda_setter, NULL);
        example_expect(example, 0, offer[m], 2e-9);
        free(example);
    }
}

/* The risk-return trade-off (Fearon 1995), c ~ U[low, high]: x = min(1, p + max(low, (high - cost)
 * / 2)). The last two: a seller's price, cost .2 or .6 and a buyer's worth ~ U[0, 1]: (1 + cost) /
 * 2 (solvers.md section 4, item 14). */
Test(solver_agenda_setter, risk_return_trade_off)
{
    const struct {
        double p, cost, low, high, offer;
    } row[] = { { .6, .1, 0, .4, .75 },    { .6, .1, .2, .4, .80 }, { .5, .1, 0, .4, .65 },
                { .5, .1, .1, .4, .65 },   { .5, .1, 0, .3, .60 },  { .5, .25, .1, .4, .60 },
                { .85, .02, 0, .5, 1.00 }, { 0, -.2, 0, 1, .6 },    { 0, -.6, 0, 1, .8 } };
    for (size_t m = 0; m < sizeof row / sizeof *row; m++) {
        double shape[SHAPE_STEPS + 1], width = row[m].high - row[m].low;
        for (int j = 0; j <= SHAPE_STEPS; j++)
            shape[j] = row[m].low + width * j / SHAPE_STEPS;
        struct example *example =
            fearon(row[m].p, row[m].cost, shape, (row[m].low + row[m].high) / 2, width / sqrt(12));
        example_solve(example, &solver_agenda_setter, NULL);
        example_expect(example, 0, row[m].offer, 1e-6);
        free(example);
    }
}

/* Exponential costs of rate lambda: z = 1 / lambda - cost. The table's last cell is cut off, as any
 * table must. */
Test(solver_agenda_setter, exponential_costs)
{
    double shape[SHAPE_STEPS + 1], lambda = 4;
    for (int j = 0; j < SHAPE_STEPS; j++)
        shape[j] = -special_log(1 - (double)j / SHAPE_STEPS) / lambda;
    shape[SHAPE_STEPS] = shape[SHAPE_STEPS - 1] * 1.2;
    struct example *example = fearon(0.5, 0.1, shape, 1 / lambda, 1 / lambda);
    example_solve(example, &solver_agenda_setter, NULL);
    example_expect(example, 0, 0.5 + 0.15, 2e-3);
    free(example);
}

/* Two types, strong .05 and weak .2, own cost .1: gamble iff P(weak) >= (.05 + .1) / (.2 + .1) =
 * .5. */
Test(solver_agenda_setter, two_types)
{
    for (int weak = 96; weak <= 160; weak += 64) {
        double shape[SHAPE_STEPS + 1];
        for (int j = 0; j <= SHAPE_STEPS; j++)
            shape[j] = j <= SHAPE_STEPS - weak ? 0.05 : 0.2;
        struct example *example = fearon(0.5, 0.1, shape, 0.05 + 0.15 * weak / SHAPE_STEPS, 0.1);
        example_solve(example, &solver_agenda_setter, NULL);
        example_expect(example, 0, weak > 128 ? 0.7 : 0.55, 1e-6);
        free(example);
    }
}

/* Romer and Rosenthal 1978: the setter at .9, the pivot at .4, certain: .1 -> .7, .35 -> .45; at .5
 * gridlock. */
Test(solver_agenda_setter, gridlock)
{
    const double status_quo[3] = { 0.1, 0.35, 0.5 }, offer[3] = { 0.7, 0.45, 0.5 };
    for (int m = 0; m < 3; m++) {
        struct example *example = example_new(1, 2);
        double worth[LANES];
        example_position(example, 0, 0, 0.4, 1, LOSS_LINEAR);
        example_position(example, 1, 0, 0.9, 1, LOSS_LINEAR);
        example_draw(example);
        example->bargain.proposer = 1;
        block_fill(example->package[0], status_quo[m], LANES);
        for (int i = 0; i < 2; i++) {
            bargain_worth(&example->bargain, i, example->package[0], worth);
            example_claim(example, i, worth[0]);
        }
        example_solve(example, &solver_agenda_setter, NULL);
        if (m < 2)
            example_expect(example, 0, offer[m], 1e-9);
        else
            cr_assert_not(example->found[0], "nothing gives the setter a gain");
        free(example);
    }
}

/* Normal belief: the first-order condition phi / Phi = doubt / gain. */
Test(solver_agenda_setter, normal_belief)
{
    struct example *example = example_pies(1, ONE, ONE);
    example->bargain.proposer = 1;
    example_claim(example, 1, 0.5);
    example_claim(example, 0, 0.3);
    example_doubt(example, 0, 0.1);
    example_solve(example, &solver_agenda_setter, NULL);
    double x = example->package[0][0];
    cr_assert_float_eq(special_normal_ratio((1 - x - 0.3) / 0.1) / 0.1, 1 / (x - 0.5), 1e-6);
    free(example);
}

/* What is certain to be accepted while the settlement may break: (1 - eta) (1 - x + b - a (D - 1 +
 * x)) + eta B = claim. */
Test(solver_agenda_setter, takes_what_a_bonus_and_an_audience_leave)
{
    struct example *example = example_pies(1, ONE, ONE);
    double eta = 0.9 * 0.05 / (1 - 0.9 * 0.95), flow = 0.4;
    example->bargain.proposer = 1;
    block_fill(example->single[EXAMPLE_HAZARD], 0.05, LANES);
    for (int i = 0; i < 2; i++) {
        block_fill(example->by_actor[EXAMPLE_DISCOUNT][i], 0.9, LANES);
        block_fill(example->by_actor[EXAMPLE_FALLBACK][i], 0.25, LANES);
    }
    block_fill(example->by_actor[EXAMPLE_BONUS][0], 0.15, LANES);
    block_fill(example->by_actor[EXAMPLE_AUDIENCE][0], 0.5, LANES);
    block_fill(example->by_actor[EXAMPLE_DEMAND][0], 0.7, LANES);
    example_claim(example, 0, (1 - eta) * flow + eta * 0.25);
    example_claim(example, 1, 0.2);
    example_solve(example, &solver_agenda_setter, NULL);
    example_expect(example, 0, 1 - (flow - 0.15 + 0.5 * 0.7) / 1.5, 1e-6);
    free(example);
}
