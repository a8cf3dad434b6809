#include "models/continuation.h"
#include "models/lattice.h"

static size_t continuation_war_size(const struct outlook *outlook)
{
    return lattice_size(outlook);
}

/* One actor's recursion. */
struct recursion {
    const struct outlook *outlook;
    struct lattice lattice;
    int actor;
    double toward; /* +1, -1: the side it wants the front to move to */
    const double *low_prize, *high_prize, *discount;
    double low_wins[LANES], high_wins[LANES], fade[LANES]; /* chances of this round */
    double worth[LATTICE_NODES][LANES];                    /* u of the status quo along the front */
    double value[LATTICE_NODES][LANES]; /* of the next round, then its expectation */
};

/* Chances of a round's collapses and of fade: one draw, in the order of the actors, so that
 * together they cannot exceed 1 (engine/fighting.c draws alike). */
static void recursion_chances(struct recursion *r, int round)
{
    const struct outlook *outlook = r->outlook;
    const struct game *game = outlook->utility->game;
    for (int lane = 0; lane < outlook->lanes; lane++) {
        double left = 1, wins[2] = { 0, 0 };
        for (int actor = 0; actor < game->actors; actor++) {
            if (game->actor[actor].role != ROLE_BELLIGERENT)
                continue;
            double hazard =
                block_read(outlook->collapse, (size_t)(round * game->actors + actor))[lane];
            double chance = hazard < left ? hazard : left;
            wins[game->actor[actor].side == SIDE_LOW] += chance;
            left -= chance;
        }
        r->low_wins[lane] = wins[0];
        r->high_wins[lane] = wins[1];
        r->fade[lane] = outlook->fade[lane] < left ? outlook->fade[lane] : left;
    }
}

static double recursion_stay(const struct recursion *r, int lane)
{
    return 1 - r->fade[lane] - r->low_wins[lane] - r->high_wins[lane];
}

static double recursion_prizes(const struct recursion *r, int lane)
{
    return r->low_wins[lane] * r->low_prize[lane] + r->high_wins[lane] * r->high_prize[lane];
}

/* u of the status quo at every node, kept inside the axis. */
static void recursion_worths(struct recursion *r)
{
    const struct outlook *outlook = r->outlook;
    double rest[LANES], slope[LANES], front[LANES];
    utility_along_rest(outlook->utility, r->actor, outlook->status_quo, rest, slope,
                       outlook->lanes);
    for (int node = 0; node < LATTICE_NODES; node++) {
        lattice_front(&r->lattice, node, front, outlook->lanes);
        for (int lane = 0; lane < outlook->lanes; lane++)
            front[lane] = front[lane] < 0 ? 0 : front[lane] > 1 ? 1 : front[lane];
        utility_along(outlook->utility, r->actor, rest, slope, front, r->worth[node],
                      outlook->lanes);
    }
}

/* Stores a round's values; where the ends absorb, they hold the winner's prize. */
static void recursion_store(struct recursion *r, int round)
{
    const struct outlook *outlook = r->outlook;
    for (int lane = 0; lane < outlook->lanes && outlook->boundary == BOUNDARY_ABSORB; lane++) {
        r->value[0][lane] = r->low_prize[lane];
        r->value[LATTICE_CELLS][lane] = r->high_prize[lane];
    }
    for (int node = 0; node < LATTICE_NODES; node++) {
        double *value = lattice_value(&r->lattice, r->actor, round, node);
        for (int lane = 0; lane < outlook->lanes; lane++)
            value[lane] = r->value[node][lane];
    }
}

/* The recursion's end: the front and all drivers stand still for ever. */
static void recursion_end(struct recursion *r)
{
    const struct outlook *outlook = r->outlook;
    int round = outlook->rounds, actors = outlook->utility->game->actors;
    const double *cost = block_read(outlook->cost, (size_t)((round - 1) * actors + r->actor));
    double *annuity = lattice_annuity(&r->lattice, r->actor, round);
    recursion_chances(r, round - 1);
    for (int lane = 0; lane < outlook->lanes; lane++) {
        double d = r->discount[lane], left = 1 - d * recursion_stay(r, lane);
        annuity[lane] = (1 - d) / left;
        lattice_reach(&r->lattice, r->actor, round)[lane] = 0;
        for (int node = 0; node < LATTICE_NODES; node++)
            r->value[node][lane] =
                ((1 - d) * (r->worth[node][lane] - cost[lane]) +
                 d * (r->fade[lane] * r->worth[node][lane] + recursion_prizes(r, lane))) /
                left;
    }
    recursion_store(r, round);
}

/* What a point a round, and a unit of drift a round, are worth from here on. */
static void recursion_weights(const struct recursion *r, int round)
{
    const double *annuity = lattice_annuity(&r->lattice, r->actor, round + 1);
    const double *reach = lattice_reach(&r->lattice, r->actor, round + 1);
    for (int lane = 0; lane < r->outlook->lanes; lane++) {
        double d = r->discount[lane], stay = recursion_stay(r, lane);
        lattice_annuity(&r->lattice, r->actor, round)[lane] = (1 - d) + d * stay * annuity[lane];
        lattice_reach(&r->lattice, r->actor, round)[lane] = d * stay * (1 + reach[lane]);
    }
}

static void recursion_step(struct recursion *r, int round)
{
    const struct outlook *outlook = r->outlook;
    int actors = outlook->utility->game->actors;
    const double *cost = block_read(outlook->cost, (size_t)(round * actors + r->actor));
    const double *mean = block_read(outlook->drift, (size_t)round);
    const double *optimism = block_read(outlook->optimism, (size_t)r->actor);
    double drift[LANES], peace[LATTICE_NODES][LANES];
    for (int lane = 0; lane < outlook->lanes; lane++)
        drift[lane] = mean[lane] + r->toward * optimism[lane];
    for (int node = 0; node < LATTICE_NODES; node++)
        for (int lane = 0; lane < outlook->lanes; lane++)
            peace[node][lane] = r->worth[node][lane];
    lattice_expect(&r->lattice, outlook, drift, r->value);
    lattice_expect(&r->lattice, outlook, drift, peace);
    recursion_chances(r, round);
    for (int node = 0; node < LATTICE_NODES; node++)
        for (int lane = 0; lane < outlook->lanes; lane++) {
            double d = r->discount[lane];
            double ahead = recursion_stay(r, lane) * r->value[node][lane] +
                           r->fade[lane] * peace[node][lane] + recursion_prizes(r, lane);
            r->value[node][lane] = (1 - d) * (r->worth[node][lane] - cost[lane]) + d * ahead;
        }
    recursion_store(r, round);
    recursion_weights(r, round);
}

/* A war decided at once: W = p X(own victory) + (1 - p) X(other's) - c, whatever the round or
 * front. */
static void solve_at_once(const struct lattice *lattice, const struct outlook *outlook, int actor)
{
    int actors = outlook->utility->game->actors;
    const double *low_prize = block_read(outlook->victory, (size_t)(SIDE_LOW * actors + actor));
    const double *high_prize = block_read(outlook->victory, (size_t)(SIDE_HIGH * actors + actor));
    const double *cost = block_read(outlook->cost, (size_t)actor);
    double *value = lattice_value(lattice, actor, 0, 0);
    for (int lane = 0; lane < outlook->lanes; lane++)
        value[lane] = outlook->drift[lane] * high_prize[lane] +
                      (1 - outlook->drift[lane]) * low_prize[lane] - cost[lane];
}

static void solve_actor(const struct lattice *lattice, const struct outlook *outlook, int actor)
{
    const struct game *game = outlook->utility->game;
    int actors = game->actors;
    struct recursion r = { .outlook = outlook, .lattice = *lattice, .actor = actor };
    r.toward = game_actor_toward(&game->actor[actor]);
    r.low_prize = block_read(outlook->victory, (size_t)(SIDE_LOW * actors + actor));
    r.high_prize = block_read(outlook->victory, (size_t)(SIDE_HIGH * actors + actor));
    r.discount = block_read(outlook->discount, (size_t)actor);
    recursion_worths(&r);
    recursion_end(&r);
    for (int round = outlook->rounds - 1; round >= 0; round--)
        recursion_step(&r, round);
}

static void continuation_war_solve(const void *settings, const double *values,
                                   const struct outlook *outlook, double *memory)
{
    (void)settings, (void)values;
    const struct game *game = outlook->utility->game;
    struct lattice lattice = lattice_place(outlook, memory);
    lattice_span(&lattice, outlook);
    for (int actor = 0; actor < game->actors; actor++) {
        if (game->actor[actor].neutral)
            continue;
        if (outlook->war->at_once)
            solve_at_once(&lattice, outlook, actor);
        else
            solve_actor(&lattice, outlook, actor);
    }
}

static void continuation_war_read(const struct outlook *outlook, double *memory, int actor,
                                  int round, const double *at, double *value)
{
    struct lattice lattice = lattice_place(outlook, memory);
    const double *held = lattice_value(&lattice, actor, 0, 0);
    if (!outlook->war->at_once)
        lattice_read(&lattice, actor, round, at, value, outlook->lanes);
    for (int lane = 0; lane < outlook->lanes && outlook->war->at_once; lane++)
        value[lane] = held[lane];
}

static void continuation_war_weigh(const struct outlook *outlook, double *memory, int actor,
                                   int round, double *annuity, double *reach)
{
    struct lattice lattice = lattice_place(outlook, memory);
    const double *held = lattice_annuity(&lattice, actor, round);
    const double *far = lattice_reach(&lattice, actor, round);
    for (int lane = 0; lane < outlook->lanes; lane++) {
        annuity[lane] = outlook->war->at_once ? 1 : held[lane];
        reach[lane] = outlook->war->at_once ? 0 : far[lane];
    }
}

const struct continuation continuation_war = {
    .about = { .name = "war",
               .summary = "What fighting on is worth if nobody ever agrees.",
               .formula =
                   "W(t, y) = (1-d) (u(x0(y)) - c_t) + d [(1-f-k) E W(t+1, y') + f E u(x0(y')) + "
                   "sum_J k_-J X^J]; behind the tail, where drivers stand still: W = [(1-d) (u(x0) "
                   "- c) + d (f u(x0) + sum_J k_-J X^J)] / (1 - d (1-f-k)); at an absorbed front: "
                   "X^J of the side that has won; d discount, x0(y) the status quo with the front "
                   "at y, c_t the cost of a round, f fade, k_-J the chance that J's enemies "
                   "collapse, k their sum, X^J the worth of J's victory; by backward induction "
                   "over rounds on a lattice of 33 fronts",
               .source = "docs/model.md, Value of fighting on; three-point steps: Lax and Wendroff "
                         "(1960); ends of the lattice: Broadie, Glasserman and Kou (1997)" },
    .size = continuation_war_size,
    .solve = continuation_war_solve,
    .read = continuation_war_read,
    .weigh = continuation_war_weigh,
};
