#include "models/solution.h"

#include <math.h>
#include <string.h>

#include "models/proposal.h"
#include "models/ray.h"

/* What the others give up, at most, while one is raised: floors that are met exactly leave a search
 * no room. A party that then gains less than SOLUTION_RISE is taken to stand still. */
static const double SOLUTION_SLACK = 1e-10, SOLUTION_RISE = 1e-7;

/* Who has no more than this to gain keeps what it has, but for as much. */
static const double SOLUTION_STANDSTILL = 1e-9;

static const double SOLUTION_LEAST_POWER = 1e-9;

static void solution_open(struct solution *solution, struct zone *zone)
{
    const struct frontier *frontier = &zone->frontier;
    solution->zone = zone;
    solution->parties = frontier->parties;
    for (int i = 0; i < frontier->parties; i++) {
        double power =
            proposal_power(solution->bargain, solution->values, frontier->actor[i], solution->lane);
        solution->claim[i] = zone->branch.claim[i];
        solution->power[i] = power > SOLUTION_LEAST_POWER ? power : SOLUTION_LEAST_POWER;
    }
}

void solution_solve(solution_lane *find, const void *settings, const double *values,
                    const struct bargain *bargain, double *package, bool *found, double *gap)
{
    struct proposal_room room;
    struct proposal proposal;
    for (int lane = 0; lane < bargain->lanes; lane++) {
        struct solution solution = {
            .settings = settings, .values = values, .bargain = bargain, .lane = lane, .gap = NAN
        };
        if (!bargain->asked[lane])
            continue;
        proposal_open(&proposal, bargain, lane, -1, &room);
        solution_open(&solution, &proposal.zone);
        found[lane] = proposal.zone.open && find(&solution);
        for (int k = 0; k < bargain->game->issues && found[lane]; k++)
            block_row(package, (size_t)k)[lane] = solution.best.package[k];
        if (gap)
            gap[lane] = found[lane] ? solution.gap : NAN;
    }
}

static bool solution_optional(const struct solution *solution, int party)
{
    int actor = solution->zone->frontier.actor[party];
    return solution->bargain->game->actor[actor].role != ROLE_BELLIGERENT;
}

double solution_most(struct solution *solution, int party, const double *floor,
                     struct optimum *optimum)
{
    double share[FRONTIER_PARTIES] = { 0 };
    struct objective objective = { .share = share };
    share[party] = 1;
    memcpy(objective.floor, floor, (size_t)solution->parties * sizeof *floor);
    ray_find(solution->zone, &objective, optimum);
    double most = optimum->found ? floor[party] + optimum->value : -HUGE_VAL;
    return solution_optional(solution, party) && most < floor[party] ? floor[party] : most;
}

bool solution_ideals(struct solution *solution, const double *floor, double *most)
{
    struct optimum optimum;
    for (int i = 0; i < solution->parties; i++) {
        most[i] = solution_most(solution, i, floor, &optimum);
        if (!(most[i] > floor[i]) && !solution_optional(solution, i))
            return false;
    }
    return true;
}

double solution_equal(struct solution *solution)
{
    double share[FRONTIER_PARTIES];
    struct objective objective = { .share = share };
    struct optimum optimum;
    for (int i = 0; i < solution->parties; i++) {
        share[i] = 1;
        objective.floor[i] = solution->claim[i];
    }
    ray_find(solution->zone, &objective, &optimum);
    return optimum.found ? optimum.value : -HUGE_VAL;
}

/* The parties' levels while some are raised further. */
struct solution_levels {
    double level[FRONTIER_PARTIES];
    bool free[FRONTIER_PARTIES];
};

/* Tries a ray from just below the levels; whether it raises by something, and then to where. */
static bool solution_rise(struct solution *solution, const struct solution_levels *levels,
                          const double *share, struct optimum *optimum)
{
    struct objective objective = { .share = share };
    for (int i = 0; i < solution->parties; i++)
        objective.floor[i] = levels->level[i] - (share[i] > 0 ? 0 : SOLUTION_SLACK);
    ray_find(solution->zone, &objective, optimum);
    return optimum->found && optimum->value > SOLUTION_RISE && optimum->value < HUGE_VAL;
}

/* Leaves free those whom the package needs and who can be raised; whether there are any. */
static bool solution_release(struct solution *solution, struct solution_levels *levels)
{
    bool needed[FRONTIER_PARTIES], any = false;
    memcpy(needed, solution->zone->branch.needed, sizeof needed);
    for (int i = 0; i < solution->parties; i++) {
        double share[FRONTIER_PARTIES] = { 0 };
        struct optimum optimum;
        share[i] = 1;
        levels->free[i] = levels->free[i] && needed[i] &&
                          solution_rise(solution, levels, share, &optimum) &&
                          solution->zone->branch.needed[i];
        any = any || levels->free[i];
    }
    return any;
}

bool solution_share(struct solution *solution, const double *floor, const double *share)
{
    struct objective objective = { .share = share };
    struct solution_levels levels;
    struct optimum *best = &solution->best, further;
    double most = 0, rising[FRONTIER_PARTIES];
    memcpy(objective.floor, floor, (size_t)solution->parties * sizeof *floor);
    ray_find(solution->zone, &objective, best);
    if (!best->found || !(best->value > 0))
        return false;
    for (int i = 0; i < solution->parties; i++) {
        levels.level[i] = floor[i] + share[i] * best->value;
        levels.free[i] = true;
        most = share[i] > most ? share[i] : most;
    }
    solution->gap = best->bound < HUGE_VAL ? (best->bound - best->value) * most : NAN;
    for (int turn = 1; turn < solution->parties && solution_release(solution, &levels); turn++) {
        for (int i = 0; i < solution->parties; i++)
            rising[i] = !levels.free[i] ? 0 : share[i] > 0 ? share[i] : 1;
        if (!solution_rise(solution, &levels, rising, &further))
            break;
        *best = further;
        for (int i = 0; i < solution->parties; i++)
            levels.level[i] += rising[i] * further.value;
    }
    return zone_enter(solution->zone, best->place);
}

bool solution_onward(struct solution *solution, const double *point, const double *gain)
{
    double floor[FRONTIER_PARTIES], share[FRONTIER_PARTIES], most = 0;
    for (int i = 0; i < solution->parties; i++)
        most = gain[i] > most ? gain[i] : most;
    for (int i = 0; i < solution->parties; i++) {
        bool gains = gain[i] > SOLUTION_STANDSTILL;
        share[i] = gains ? gain[i] / most : 0;
        floor[i] = point[i] - (gains ? 0 : SOLUTION_STANDSTILL);
    }
    return solution_share(solution, floor, share);
}
