/* Games that the dual kernel can solve: the solver that hands them to it against the certified
 * search, which knows nothing of it, and games that it must not be handed. */
#include "models/catalogue.h"
#include "models/quadratic.h"
#include "tests/optimum_game.h"

enum { ISSUES = 4, PARTIES = 3, GAMES = 6 };

enum spoil {
    SPOIL_NOTHING,
    SPOIL_LOSS,
    SPOIL_LINE,
    SPOIL_DISCRETE,
    SPOIL_RISK,
    SPOIL_AUDIENCE,
    SPOIL_HAZARD,
    SPOIL_LINK,
    SPOILS
};

/* Quadratic losses, ideals also at and beyond bounds; issue 3 is settled, and one party does not
 * care about issue 0. Claims from easy to impossible. */
static struct example *quadratic_random(unsigned seed, int spoil)
{
    unsigned state = seed * 7919u + 3u;
    struct example *example = example_new(ISSUES, PARTIES);
    for (int k = 0; k < ISSUES; k++)
        for (int m = 0; m < 3; m++)
            example_level(example, k, m / 2.0);
    for (int i = 0; i < PARTIES; i++) {
        for (int k = i == 2; k < ISSUES; k++) {
            int loss = spoil == SPOIL_LOSS && i == 0 && k == 1 ? LOSS_LINEAR : LOSS_QUADRATIC;
            struct position *position = example_position(example, i, k, 0, 1, loss);
            if (spoil == SPOIL_LINE && i == 1 && k == 1)
                example_line(example, position, 0.5, 1, 0.3);
            for (int lane = 0; lane < LANES; lane++) {
                example->values[position->ideal.row][lane] = example_uniform(&state, -0.2, 1.2);
                example->values[position->salience.row][lane] = example_uniform(&state, 0.1, 1);
            }
        }
        block_fill(example->values[example->actor[i].power.row], example_uniform(&state, 0.3, 2),
                   LANES);
        example->actor[i].risk_aversion = example_number(example, spoil == SPOIL_RISK ? 1.5 : 0);
    }
    example->issue[1].discrete = spoil == SPOIL_DISCRETE;
    example->issue[0].guarantees = spoil == SPOIL_HAZARD;
    if (spoil == SPOIL_LINK) {
        example->actor[1].linkages = 1;
        example->linkage[1][0] = (struct linkage){ { 1, 2 }, example_number(example, 0.4) };
    }
    example_draw(example);
    for (int k = 0; k < ISSUES; k++)
        for (int lane = 0; lane < LANES; lane++) {
            double low = example_uniform(&state, 0, 0.4), high = example_uniform(&state, 0.6, 1);
            example->by_issue[EXAMPLE_STATUS_QUO][k][lane] = 0.5;
            if (spoil != SPOIL_NOTHING)
                continue;
            example->by_issue[EXAMPLE_LOW][k][lane] = k == 3 ? 0.5 : low;
            example->by_issue[EXAMPLE_HIGH][k][lane] = k == 3 ? 0.5 : high;
        }
    for (int i = 0; i < PARTIES; i++)
        for (int lane = 0; lane < LANES; lane++) {
            example->by_actor[EXAMPLE_CLAIM][i][lane] = example_uniform(&state, 0.3, 0.95);
            example->by_actor[EXAMPLE_DISCOUNT][i][lane] = 0.9;
            example->by_actor[EXAMPLE_AUDIENCE][i][lane] = spoil == SPOIL_AUDIENCE ? 0.3 : 0;
            example->by_actor[EXAMPLE_DEMAND][i][lane] = 0.6;
        }
    block_fill(example->single[EXAMPLE_HAZARD], spoil == SPOIL_HAZARD ? 0.1 : 0, LANES);
    return example;
}

/* sum power log surplus of what is in example->package; -HUGE_VAL where somebody has none. */
static void logarithms(const struct example *example, double *sum)
{
    block_fill(sum, 0, LANES);
    for (int i = 0; i < PARTIES; i++) {
        double worth[LANES];
        bargain_worth(&example->bargain, i, example->package[0], worth);
        for (int lane = 0; lane < LANES; lane++) {
            double surplus = worth[lane] - example->by_actor[EXAMPLE_CLAIM][i][lane];
            double power = example->values[example->actor[i].power.row][lane];
            sum[lane] += surplus > 0 ? power * log(surplus) : -HUGE_VAL;
        }
    }
}

struct alpha_fair_only {
    struct quantity alpha;
};

/* The alpha-fair solution at alpha 1 is Nash's, and is found by models/search.h. Links take long
 * there: tests/test_proposal.c has some. */
Test(quadratic, the_kernel_agrees_with_the_search)
{
    int agreed = 0, none = 0;
    for (unsigned seed = 0; seed < GAMES; seed++)
        for (int spoil = 0; spoil < SPOIL_LINK; spoil++) {
            struct example *example = quadratic_random(seed, spoil);
            struct alpha_fair_only settings = { example_number(example, 1) };
            double mine[LANES], other[LANES], gap[LANES];
            bool found[LANES];
            solver_nash.solve(NULL, example->values[0], &example->bargain, example->package[0],
                              example->found, gap);
            memcpy(found, example->found, sizeof found);
            logarithms(example, mine);
            solver_alpha_fair.solve(&settings, example->values[0], &example->bargain,
                                    example->package[0], example->found, NULL);
            logarithms(example, other);
            for (int lane = 0; lane < LANES; lane++) {
                cr_expect_eq(found[lane], example->found[lane], "seed %u spoil %d lane %d", seed,
                             spoil, lane);
                none += !found[lane];
                if (!found[lane] || !example->found[lane])
                    continue;
                agreed++;
                cr_expect_float_eq(mine[lane], other[lane], 1e-7, "seed %u spoil %d lane %d: %g",
                                   seed, spoil, lane, mine[lane] - other[lane]);
                cr_expect_leq(gap[lane], 1e-8, "seed %u spoil %d lane %d: %g", seed, spoil, lane,
                              gap[lane]);
            }
            free(example);
        }
    cr_expect(agreed > 200 && none > 200, "%d agreed, %d without a zone", agreed, none);
}

Test(quadratic, only_games_that_are_smooth_are_taken)
{
    for (int spoil = 0; spoil < SPOILS; spoil++) {
        struct example *example = quadratic_random(1, spoil);
        struct game_zone *opened = game_open(example, 0);
        struct quadratic quadratic;
        cr_assert(zone_enter(&opened->zone, (struct zone_place){ 0, 0 }));
        bool whole = opened->zone.branch.combinations == 1;
        bool taken = whole && quadratic_open(&quadratic, &opened->zone.branch);
        cr_expect_eq(taken, spoil == SPOIL_NOTHING, "spoil %d", spoil);
        if (spoil == SPOIL_NOTHING) {
            cr_expect_eq(quadratic.problem.issues, ISSUES - 1);
            cr_expect_eq(quadratic.problem.parties, PARTIES);
        }
        game_close(opened);
        free(example);
    }
}

/* What the kernel's problem says of a package's surplus is what the branch says. */
Test(quadratic, surpluses_are_those_of_the_branch)
{
    unsigned state = 5;
    for (unsigned seed = 0; seed < GAMES; seed++) {
        struct example *example = quadratic_random(seed, SPOIL_NOTHING);
        struct game_zone *opened = game_open(example, 0);
        const struct branch *branch = &opened->zone.branch;
        struct quadratic quadratic;
        struct dual_answer answer;
        double package[FRONTIER_ISSUES], raw[FRONTIER_PARTIES];
        cr_assert(zone_enter(&opened->zone, (struct zone_place){ 0, 0 }));
        cr_assert(quadratic_open(&quadratic, branch));
        const struct dual_problem *problem = &quadratic.problem;
        for (int k = 0; k < problem->issues; k++)
            answer.package[k] = example_uniform(&state, problem->low[k], problem->high[k]);
        quadratic_package(&quadratic, branch, &answer, package);
        cr_expect_float_eq(package[3], 0.5, 1e-15);
        frontier_raw(branch->frontier, package, raw);
        for (int i = 0; i < problem->parties; i++) {
            double worth = 0, scale = branch->reward[i].scale * branch->reward[i].keep;
            for (int k = 0; k < problem->issues; k++) {
                double off = answer.package[k] - problem->ideal[i][k];
                worth += problem->weight[i][k] * (1 - off * off);
            }
            cr_expect_float_eq((worth - problem->claim[i]) * scale, branch_surplus(branch, i, raw),
                               1e-12);
        }
        game_close(opened);
        free(example);
    }
}
