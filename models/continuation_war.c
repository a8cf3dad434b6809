#include <assert.h>

#include "models/continuation.h"
#include "models/lattice.h"

static size_t continuation_war_size(const struct outlook *outlook)
{
    return lattice_size(outlook);
}

/* Chance of collapse of the belligerents that oppose `side`, and of all, in a round. */
static void collapse_chances(const struct outlook *outlook, int round, double *low_wins,
                             double *high_wins)
{
    const struct game *game = outlook->utility->game;
    block_fill(low_wins, 0, outlook->lanes);
    block_fill(high_wins, 0, outlook->lanes);
    for (int actor = 0; actor < game->actors; actor++) {
        if (game->actor[actor].role != ROLE_BELLIGERENT)
            continue;
        const double *hazard =
            block_read(outlook->collapse, (size_t)(round * game->actors + actor));
        double *winner = game->actor[actor].side == SIDE_LOW ? high_wins : low_wins;
        for (int lane = 0; lane < outlook->lanes; lane++)
            winner[lane] += hazard[lane];
    }
}

/* One actor's recursion: what does not change from node to node. */
struct recursion {
    const struct outlook *outlook;
    struct lattice lattice;
    int actor;
    double rest[LANES], slope[LANES];         /* of the status quo's worth, see utility_along */
    double low_wins[LANES], high_wins[LANES]; /* chances of a collapse this round */
    const double *low_prize, *high_prize, *discount;
};

static void recursion_node_front(const struct recursion *r, int round, int node, double *front)
{
    const double *centre = lattice_centre(&r->lattice, r->actor, round);
    const double *spacing = block_read(r->lattice.spacing, (size_t)r->actor);
    for (int lane = 0; lane < r->outlook->lanes; lane++)
        front[lane] = centre[lane] + (node - LATTICE_SIDE) * spacing[lane];
}

/* u of the status quo at a front, kept inside the axis. */
static void recursion_worth(const struct recursion *r, const double *front, double *worth)
{
    double inside[LANES];
    for (int lane = 0; lane < r->outlook->lanes; lane++)
        inside[lane] = front[lane] < 0 ? 0 : front[lane] > 1 ? 1 : front[lane];
    utility_along(r->outlook->utility, r->actor, r->rest, r->slope, inside, worth,
                  r->outlook->lanes);
}

/* Where the front has been absorbed, the value is the winner's prize. */
static void recursion_absorb(const struct recursion *r, const double *front, double *value)
{
    if (r->outlook->boundary != BOUNDARY_ABSORB)
        return;
    for (int lane = 0; lane < r->outlook->lanes; lane++) {
        double low = front[lane] <= 0 ? r->low_prize[lane] : value[lane];
        value[lane] = front[lane] >= 1 ? r->high_prize[lane] : low;
    }
}

/* The recursion's end: drivers frozen for ever. */
static void recursion_end(struct recursion *r)
{
    const struct outlook *outlook = r->outlook;
    int round = outlook->rounds, last = round - 1, actors = outlook->utility->game->actors;
    const double *cost = block_read(outlook->cost, (size_t)(last * actors + r->actor));
    collapse_chances(outlook, last, r->low_wins, r->high_wins);
    for (int node = 0; node < LATTICE_NODES; node++) {
        double front[LANES], worth[LANES];
        double *value = lattice_value(&r->lattice, r->actor, round, node);
        recursion_node_front(r, round, node, front);
        recursion_worth(r, front, worth);
        for (int lane = 0; lane < outlook->lanes; lane++) {
            double d = r->discount[lane], fade = outlook->fade[lane];
            double stay = 1 - fade - r->low_wins[lane] - r->high_wins[lane];
            double prizes =
                r->low_wins[lane] * r->low_prize[lane] + r->high_wins[lane] * r->high_prize[lane];
            value[lane] =
                ((1 - d) * (worth[lane] - cost[lane]) + d * (fade * worth[lane] + prizes)) /
                (1 - d * stay);
        }
        recursion_absorb(r, front, value);
    }
    double *annuity = lattice_annuity(&r->lattice, r->actor, round);
    for (int lane = 0; lane < outlook->lanes; lane++) {
        double d = r->discount[lane];
        double stay = 1 - outlook->fade[lane] - r->low_wins[lane] - r->high_wins[lane];
        annuity[lane] = (1 - d) / (1 - d * stay);
    }
}

/* out = E next(node after one move) for every node; beyond the outermost the lattice goes on
 * straight. */
static void recursion_expect(const struct recursion *r, double next[LATTICE_NODES][LANES],
                             double out[LATTICE_NODES][LANES])
{
    const double *spacing = block_read(r->lattice.spacing, (size_t)r->actor);
    for (int node = 0; node < LATTICE_NODES; node++) {
        const double *here = next[node];
        const double *down = next[node > 0 ? node - 1 : 0],
                     *up = next[node < LATTICE_NODES - 1 ? node + 1 : node];
        bool edge = node == 0 || node == LATTICE_NODES - 1;
        for (int lane = 0; lane < r->outlook->lanes; lane++) {
            double ratio = r->outlook->volatility[lane] / spacing[lane];
            double bend = edge ? 0 : down[lane] - 2 * here[lane] + up[lane];
            out[node][lane] = here[lane] + 0.5 * ratio * ratio * bend;
        }
    }
}

static void recursion_step(struct recursion *r, int round, double worth[LATTICE_NODES][LANES])
{
    const struct outlook *outlook = r->outlook;
    int actors = outlook->utility->game->actors;
    const double *cost = block_read(outlook->cost, (size_t)(round * actors + r->actor));
    double ahead[LATTICE_NODES][LANES], value[LATTICE_NODES][LANES], peace[LATTICE_NODES][LANES];
    for (int node = 0; node < LATTICE_NODES; node++) {
        const double *next = lattice_value(&r->lattice, r->actor, round + 1, node);
        for (int lane = 0; lane < outlook->lanes; lane++)
            ahead[node][lane] = next[lane];
    }
    recursion_expect(r, ahead, value);
    recursion_expect(r, worth, peace);
    collapse_chances(outlook, round, r->low_wins, r->high_wins);
    for (int node = 0; node < LATTICE_NODES; node++) {
        double front[LANES];
        recursion_node_front(r, round, node, front);
        recursion_worth(r, front, worth[node]);
        double *out = lattice_value(&r->lattice, r->actor, round, node);
        for (int lane = 0; lane < outlook->lanes; lane++) {
            double d = r->discount[lane], fade = outlook->fade[lane];
            double stay = 1 - fade - r->low_wins[lane] - r->high_wins[lane];
            double prizes =
                r->low_wins[lane] * r->low_prize[lane] + r->high_wins[lane] * r->high_prize[lane];
            out[lane] = (1 - d) * (worth[node][lane] - cost[lane]) +
                        d * (stay * value[node][lane] + fade * peace[node][lane] + prizes);
        }
        recursion_absorb(r, front, out);
    }
}

static void recursion_annuity(struct recursion *r, int round)
{
    const double *next = lattice_annuity(&r->lattice, r->actor, round + 1);
    double *annuity = lattice_annuity(&r->lattice, r->actor, round);
    for (int lane = 0; lane < r->outlook->lanes; lane++) {
        double d = r->discount[lane];
        double stay = 1 - r->outlook->fade[lane] - r->low_wins[lane] - r->high_wins[lane];
        annuity[lane] = (1 - d) + d * stay * next[lane];
    }
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
    int actors = outlook->utility->game->actors;
    struct recursion r = { .outlook = outlook, .lattice = *lattice, .actor = actor };
    r.low_prize = block_read(outlook->victory, (size_t)(SIDE_LOW * actors + actor));
    r.high_prize = block_read(outlook->victory, (size_t)(SIDE_HIGH * actors + actor));
    r.discount = block_read(outlook->discount, (size_t)actor);
    utility_along_rest(outlook->utility, actor, outlook->status_quo, r.rest, r.slope,
                       outlook->lanes);
    lattice_centres(lattice, outlook, actor);
    recursion_end(&r);
    double worth[LATTICE_NODES][LANES];
    for (int node = 0; node < LATTICE_NODES; node++) {
        double front[LANES];
        recursion_node_front(&r, outlook->rounds, node, front);
        recursion_worth(&r, front, worth[node]);
    }
    for (int round = outlook->rounds - 1; round >= 0; round--) {
        recursion_step(&r, round, worth);
        recursion_annuity(&r, round);
    }
}

static void continuation_war_solve(const void *settings, const double *values,
                                   const struct outlook *outlook, double *memory)
{
    (void)settings, (void)values;
    const struct game *game = outlook->utility->game;
    struct lattice lattice = lattice_place(outlook, memory);
    for (int actor = 0; actor < game->actors; actor++) {
        if (game->actor[actor].neutral)
            continue;
        if (outlook->war->at_once)
            solve_at_once(&lattice, outlook, actor);
        else
            solve_actor(&lattice, outlook, actor);
    }
}

static void read_at_once(const struct lattice *lattice, const struct outlook *outlook, int actor,
                         double *value, double *slope, double *annuity)
{
    const double *held = lattice_value(lattice, actor, 0, 0);
    for (int lane = 0; lane < outlook->lanes; lane++) {
        value[lane] = held[lane];
        if (slope != NULL)
            slope[lane] = 0;
        if (annuity != NULL)
            annuity[lane] = 1;
    }
}

/* The parabola through the nearest node and its neighbours; straight on beyond the outermost. */
static void continuation_war_read(const struct outlook *outlook, double *memory, int actor,
                                  int round, const double *at, double *value, double *slope,
                                  double *annuity)
{
    struct lattice lattice = lattice_place(outlook, memory);
    if (outlook->war->at_once) {
        read_at_once(&lattice, outlook, actor, value, slope, annuity);
        return;
    }
    assert(round <= outlook->rounds);
    const double *nodes = lattice_value(&lattice, actor, round, 0);
    const double *centre = lattice_centre(&lattice, actor, round);
    const double *spacing = block_read(lattice.spacing, (size_t)actor);
    const double *held = lattice_annuity(&lattice, actor, round);
    for (int lane = 0; lane < outlook->lanes; lane++) {
        double along = (at[lane] - centre[lane]) / spacing[lane];
        double inside = along < 1 - LATTICE_SIDE   ? 1 - LATTICE_SIDE
                        : along > LATTICE_SIDE - 1 ? LATTICE_SIDE - 1
                                                   : along;
        int nearest = (int)(inside + LATTICE_SIDE + 0.5);
        const double *here = nodes + (size_t)nearest * LANES + lane;
        double down = here[-LANES], middle = here[0], up = here[LANES];
        double bent = inside - (nearest - LATTICE_SIDE), past = along - inside;
        double rise = 0.5 * (up - down), bend = up - 2 * middle + down;
        double tilt = rise + bend * bent;
        value[lane] = middle + rise * bent + 0.5 * bend * bent * bent + tilt * past;
        if (slope != NULL)
            slope[lane] = tilt / spacing[lane];
        if (annuity != NULL)
            annuity[lane] = held[lane];
    }
}

const struct continuation continuation_war = {
    .about = { .name = "war",
               .summary = "What fighting on is worth if nobody ever agrees.",
               .formula = "W = (1-d)(u(x0) - c) + d [(1-f-k) E W' + f E u(x0') + sum_J k_-J X^J], "
                          "by backward "
                          "induction on a front lattice; at an absorbed front the winner's prize",
               .source = "docs/model.md, Value of fighting on" },
    .size = continuation_war_size,
    .solve = continuation_war_solve,
    .read = continuation_war_read,
};
