#include <math.h>
#include <string.h>

#include "models/root.h"
#include "models/solution.h"
#include "models/solver.h"

enum { RUBINSTEIN_ROUNDS = 200, RUBINSTEIN_FIRST = 6 };

/* Two: offers that move by no more stand still; and the least surplus that is looked for. */
static const double RUBINSTEIN_STILL = 1e-13, RUBINSTEIN_LEAST = 1e-9;

/* Who is more patient than this hardly ever ends a quarrel that nothing but time decides: the
 * search would lose what offers differ by. */
static const double RUBINSTEIN_PATIENCE = 0.9999;

/* A residual at which the search for three or more ends. */
static const double RUBINSTEIN_END = 1e-10;

struct rubinstein_settings {
    struct quantity breakdown;
};

struct rubinstein {
    struct solution *solution;
    int proposers, order[FRONTIER_PARTIES]; /* the belligerents, from the one who proposes */
    double factor[FRONTIER_PARTIES];        /* what a surplus in the next round is worth now */
};

static void rubinstein_take_turns(struct rubinstein *game, const struct solution *solution)
{
    const struct bargain *bargain = solution->bargain;
    int party[FRONTIER_PARTIES], first = 0, count = 0;
    for (int i = 0; i < solution->parties; i++) {
        int actor = solution->zone->frontier.actor[i];
        if (bargain->game->actor[actor].role != ROLE_BELLIGERENT)
            continue;
        first = actor == bargain->proposer ? count : first;
        party[count++] = i;
    }
    game->proposers = count;
    for (int turn = 0; turn < count; turn++)
        game->order[turn] = party[(first + turn) % count];
}

static void rubinstein_open(struct rubinstein *game, struct solution *solution)
{
    const struct rubinstein_settings *settings = solution->settings;
    const double *discount = solution->bargain->prospect.discount;
    double breakdown = 0;
    if (settings->breakdown.row >= 0)
        breakdown = block_read(solution->values, (size_t)settings->breakdown.row)[solution->lane];
    game->solution = solution;
    for (int i = 0; i < solution->parties; i++) {
        size_t actor = (size_t)solution->zone->frontier.actor[i];
        double factor = (1 - breakdown) * block_read(discount, actor)[solution->lane];
        game->factor[i] = factor < RUBINSTEIN_PATIENCE ? factor : RUBINSTEIN_PATIENCE;
    }
    rubinstein_take_turns(game, solution);
}

/* The largest surplus of a party when the others have at least theirs; -HUGE_VAL: there is none. */
static double rubinstein_offer(const struct rubinstein *game, int party, const double *surplus)
{
    struct solution *solution = game->solution;
    struct optimum optimum;
    double floor[FRONTIER_PARTIES];
    for (int i = 0; i < solution->parties; i++)
        floor[i] = solution->claim[i] + (i == party ? 0 : surplus[i]);
    return solution_most(solution, party, floor, &optimum) - solution->claim[party];
}

/* A round of offers from that of the last party in the order backwards to that of the first, which
 * was `surplus` and becomes `next`; false where somebody has none to make. */
static bool rubinstein_round(const struct rubinstein *game, const double *surplus, double *next)
{
    int parties = game->solution->parties;
    memcpy(next, surplus, (size_t)parties * sizeof *next);
    for (int turn = game->proposers - 1; turn >= 0; turn--) {
        int party = game->order[turn];
        for (int i = 0; i < parties; i++)
            next[i] *= game->factor[i];
        next[party] = rubinstein_offer(game, party, next);
        if (next[party] == -HUGE_VAL)
            return false;
    }
    return true;
}

/* Two who propose: by how much the first's surplus is above what the round of offers makes of it.
 */
static double rubinstein_above(const void *about, double surplus)
{
    const struct rubinstein *game = about;
    double now[FRONTIER_PARTIES] = { 0 }, next[FRONTIER_PARTIES];
    int first = game->order[0];
    now[first] = surplus;
    return rubinstein_round(game, now, next) ? surplus - next[first] : HUGE_VAL;
}

/* A search for where a round of offers leads back to (Broyden 1965). */
struct rubinstein_search {
    const struct rubinstein *game;
    int parties;
    double at[FRONTIER_PARTIES],
        next[FRONTIER_PARTIES];                         /* surpluses, and a round of offers later */
    double inverse[FRONTIER_PARTIES][FRONTIER_PARTIES]; /* of the slope of at - next */
};

static double rubinstein_residual(const double *at, const double *next, int parties)
{
    double most = 0;
    for (int i = 0; i < parties; i++)
        most = fabs(at[i] - next[i]) > most ? fabs(at[i] - next[i]) : most;
    return most;
}

static void rubinstein_forget(struct rubinstein_search *search)
{
    for (int i = 0; i < search->parties; i++)
        for (int j = 0; j < search->parties; j++)
            search->inverse[i][j] = i == j;
}

/* Corrects the inverse slope by what a move and its effect on at - next have shown. */
static void rubinstein_learn(struct rubinstein_search *search, const double *move,
                             const double *effect)
{
    double seen[FRONTIER_PARTIES], along[FRONTIER_PARTIES], scale = 0;
    int parties = search->parties;
    for (int i = 0; i < parties; i++) {
        seen[i] = along[i] = 0;
        for (int j = 0; j < parties; j++) {
            seen[i] += search->inverse[i][j] * effect[j];
            along[i] += move[j] * search->inverse[j][i];
        }
    }
    for (int i = 0; i < parties; i++)
        scale += along[i] * effect[i];
    for (int i = 0; i < parties && scale != 0; i++)
        for (int j = 0; j < parties; j++)
            search->inverse[i][j] += (move[i] - seen[i]) * along[j] / scale;
}

/* One step; where it leads to no offer or to a worse one, the round of offers itself is the step.
 */
static bool rubinstein_step(struct rubinstein_search *search)
{
    double to[FRONTIER_PARTIES], next[FRONTIER_PARTIES], move[FRONTIER_PARTIES],
        effect[FRONTIER_PARTIES];
    int parties = search->parties;
    double before = rubinstein_residual(search->at, search->next, parties);
    for (int i = 0; i < parties; i++) {
        to[i] = search->at[i];
        for (int j = 0; j < parties; j++)
            to[i] -= search->inverse[i][j] * (search->at[j] - search->next[j]);
        to[i] = to[i] > 0 ? to[i] : 0;
    }
    if (!rubinstein_round(search->game, to, next) ||
        rubinstein_residual(to, next, parties) > before) {
        rubinstein_forget(search);
        memcpy(to, search->next, sizeof to);
        if (!rubinstein_round(search->game, to, next))
            return false;
    }
    for (int i = 0; i < parties; i++) {
        move[i] = to[i] - search->at[i];
        effect[i] = move[i] - (next[i] - search->next[i]);
    }
    rubinstein_learn(search, move, effect);
    memcpy(search->at, to, sizeof to);
    memcpy(search->next, next, sizeof next);
    return true;
}

/* Three or more, from equal surpluses on; `next`: the first's offer, surpluses that suffice. */
static bool rubinstein_many(const struct rubinstein *game, double equal, double *next,
                            double *residual)
{
    struct rubinstein_search search = { .game = game, .parties = game->solution->parties };
    for (int turn = 0; turn < game->proposers; turn++)
        search.at[game->order[turn]] = equal;
    rubinstein_forget(&search);
    if (!rubinstein_round(game, search.at, search.next))
        return false;
    *residual = HUGE_VAL;
    for (int round = 0; round<RUBINSTEIN_ROUNDS && * residual> RUBINSTEIN_END; round++) {
        double left = rubinstein_residual(search.at, search.next, search.parties);
        if (left < *residual) {
            *residual = left;
            memcpy(next, search.next, sizeof search.next);
        }
        if (!rubinstein_step(&search))
            break;
    }
    return true;
}

/* The first's surplus in equilibrium: offers in turn that begin from its best come down to it, and
 * where they take long, it is where they would not move. */
static double rubinstein_settle(const struct rubinstein *game)
{
    double none[FRONTIER_PARTIES] = { 0 };
    double surplus = rubinstein_offer(game, game->order[0], none);
    for (int step = 0; step < RUBINSTEIN_FIRST; step++) {
        double above = rubinstein_above(game, surplus);
        if (above <= RUBINSTEIN_STILL)
            return surplus;
        surplus -= above;
    }
    return root_find(rubinstein_above, game, RUBINSTEIN_LEAST, surplus);
}

static bool rubinstein_two(const struct rubinstein *game, double *next, double *residual)
{
    double now[FRONTIER_PARTIES] = { 0 };
    int first = game->order[0];
    now[first] = rubinstein_settle(game);
    if (!rubinstein_round(game, now, next))
        return false;
    *residual = fabs(now[first] - next[first]);
    return true;
}

static bool rubinstein_lane(struct solution *solution)
{
    struct rubinstein game;
    double equal = solution_equal(solution), floor[FRONTIER_PARTIES], next[FRONTIER_PARTIES],
           residual = 0, share[FRONTIER_PARTIES] = { 0 };
    if (!(equal > 0))
        return false;
    rubinstein_open(&game, solution);
    if (!(game.proposers == 2 ? rubinstein_two(&game, next, &residual)
                              : rubinstein_many(&game, equal, next, &residual)))
        return false;
    for (int i = 0; i < solution->parties; i++)
        floor[i] = solution->claim[i] + (i == game.order[0] ? 0 : next[i]);
    share[game.order[0]] = 1;
    bool found = solution_share(solution, floor, share);
    solution->gap += residual;
    return found;
}

static void rubinstein_solve(const void *settings, const double *values,
                             const struct bargain *bargain, double *package, bool *found,
                             double *gap)
{
    solution_solve(rubinstein_lane, settings, values, bargain, package, found, gap);
}

static const struct parameter rubinstein_parameters[] = {
    QUANTITY(struct rubinstein_settings, breakdown, 0, 0, 1, "chance",
             "how likely talks are to break down for good after a refusal; all then have their "
             "claims"),
    PARAMETER_END,
};

const struct solver solver_rubinstein = {
    .about = { .name = "rubinstein",
               .summary = "What the proposer offers when offers alternate for ever and waiting "
                          "costs: stationary equilibrium.",
               .formula =
                   "x_p = argmax s_p(x) such that s_j(x) >= (1 - breakdown) d_j s_j(x_q) for all "
                   "others j whose consent x needs, s_i(x) = U_i(x) - claim_i, d_j the discount "
                   "factor, q the belligerent that proposes after p, in the scenario's order, in "
                   "turn (a stakeholder never does, and gets its claim); proposed is x_p of the "
                   "proposer, or of the first belligerent where that is none. A refusal leaves j "
                   "breakdown claim_j + (1 - breakdown) (claim_j + d_j s_j(x_q)): time costs "
                   "surplus, not the claim. Factors above 0.9999 count as that. Two: the root of "
                   "s_p = phi_p(f_q phi_q(f_p s_p)), f = (1 - breakdown) d, phi_i the most for i "
                   "when the other has at least its argument; more: Broyden's method from equal "
                   "surpluses; where there are several solutions, one of them. No package where "
                   "the zone of possible agreement is empty; the gap is that of the last offer "
                   "plus by how much the equations are missed",
               .source = "Rubinstein, Perfect Equilibrium in a Bargaining Model, Econometrica 50 "
                         "(1982); Binmore, Rubinstein and Wolinsky, The Nash Bargaining Solution "
                         "in Economic Modelling, RAND Journal of Economics 17 (1986); Broyden, A "
                         "Class of Methods for Solving Nonlinear Simultaneous Equations, "
                         "Mathematics of Computation 19 (1965)",
               .settings_size = sizeof(struct rubinstein_settings),
               .parameters = rubinstein_parameters },
    .solve = rubinstein_solve,
};
