#include "models/proposal.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "models/optimum.h"

/* How long the certified search may take for a text, and what it must find beyond the climbs'
 * package for its own to be taken. */
enum { PROPOSAL_PARTS = 500 };
static const double PROPOSAL_BETTER = 1e-9;

void proposal_open(struct proposal *proposal, const struct bargain *bargain, int lane, int other,
                   struct proposal_room *room)
{
    size_t size = bargain_zone_rows(bargain->game);
    double *memory = bargain->trace ? bargain->trace + (size_t)lane * size : room->scratch;
    assert(size <= FRONTIER_ROOM);
    if (!bargain->trace)
        memset(memory, 0, size * sizeof *memory);
    zone_open(&proposal->zone, bargain, lane, other, memory);
}

/* The value of a package of the branch for comparisons between cells. */
static double proposal_compare(const struct proposal *proposal, const struct branch *branch,
                               const double *package, double value)
{
    double raw[FRONTIER_PARTIES], sum = 0;
    if (!proposal->incomparable || branch->stakeholders == 0)
        return value;
    frontier_raw(branch->frontier, package, raw);
    for (int i = 0; i < branch->frontier->parties; i++) {
        bool always = branch->needed[i];
        for (int m = 0; m < branch->stakeholders; m++)
            always = always && branch->stakeholder[m] != i;
        if (always)
            sum += proposal->criterion.value(&proposal->criterion, branch, i,
                                             reward_of(&branch->reward[i], raw[i]));
    }
    return sum;
}

static bool proposal_allowed(const struct proposal *proposal, const double *package)
{
    double raw[FRONTIER_PARTIES];
    if (!proposal->feasible)
        return true;
    frontier_raw(&proposal->zone.frontier, package, raw);
    return branch_least(&proposal->zone.branch, raw) > 0;
}

/* Climbs in the branch at hand from `package`; true if that beats `value` with an allowed package.
 */
static bool proposal_climb(struct proposal *proposal, int cell, double *value, double *package)
{
    double trial[FRONTIER_ISSUES];
    memcpy(trial, package, sizeof trial);
    if (proposal->feasible && zone_within(&proposal->zone, cell, trial) <= 0)
        return false;
    double reached = ascent_climb(&proposal->criterion, &proposal->zone.branch, *value, trial);
    if (reached <= *value || !proposal_allowed(proposal, trial))
        return false;
    *value = reached;
    memcpy(package, trial, sizeof trial);
    return true;
}

/* The best of a cell above *value, starting from the package and combination at hand. */
static bool proposal_cell(struct proposal *proposal, struct zone_place *place, double *value,
                          double *package)
{
    struct branch *branch = &proposal->zone.branch;
    struct ascent_prices prices;
    int first = place->combination;
    bool found = false;
    if (!branch_enter(branch, place->cell))
        return false;
    if (branch->bargain->game->clauses > 0)
        frontier_admit(branch->frontier, package);
    first = first < branch->combinations ? first : 0;
    for (int turn = 0; turn < branch->combinations; turn++) {
        int combination = turn == 0 ? first : turn - (turn <= first);
        branch_take(branch, combination);
        if (found && ascent_excludes(&prices, branch, *value))
            continue;
        if (proposal_climb(proposal, place->cell, value, package)) {
            prices = ascent_price(&proposal->criterion, branch, package);
            place->combination = combination;
            found = true;
        }
    }
    return found;
}

/* The best of the cells that ask the same stakeholders above *value, starting from a package and
 * where that lay; fills package and place. */
static bool proposal_mask(struct proposal *proposal, int mask, struct zone_place from,
                          const double *start, double *value)
{
    const struct branch *branch = &proposal->zone.branch;
    int cases = branch->cells / branch->masks, first = from.cell / branch->masks;
    bool found = false;
    for (int turn = 0; turn < cases; turn++) {
        int which = turn == 0 ? first : turn - (turn <= first);
        struct zone_place place = { which * branch->masks + mask, from.combination };
        double package[FRONTIER_ISSUES];
        memcpy(package, start, sizeof package);
        if (!proposal_cell(proposal, &place, value, package))
            continue;
        memcpy(proposal->package, package, sizeof package);
        proposal->place = place;
        found = true;
    }
    return found;
}

/* The best that climbs find; returns its value for comparisons, -HUGE_VAL where there is none. */
static double proposal_climbed(struct proposal *proposal)
{
    struct zone *zone = &proposal->zone;
    double start[FRONTIER_ISSUES] = { 0 }, best = -HUGE_VAL;
    struct zone_place from = { 0, 0 };
    if (proposal->feasible || !zone_recall(zone, start, &from)) {
        double width = zone_widest(zone, start, &from);
        if (proposal->feasible && width <= 0)
            return -HUGE_VAL;
    }
    int first = from.cell % zone->branch.masks;
    for (int turn = 0; turn < zone->branch.masks; turn++) {
        int mask = turn == 0 ? first : turn - (turn <= first);
        struct proposal trial = *proposal;
        trial.zone.branch.frontier = &trial.zone.frontier;
        double value = proposal->incomparable ? -HUGE_VAL : best;
        if (!proposal_mask(&trial, mask, from, start, &value))
            continue;
        zone_enter(&trial.zone, trial.place);
        double compared = proposal_compare(&trial, &trial.zone.branch, trial.package, value);
        if (compared > best) {
            best = compared;
            proposal->value = value;
            proposal->place = trial.place;
            memcpy(proposal->package, trial.package, sizeof proposal->package);
        }
    }
    return best;
}

/* Whether climbs may miss the best: some issue that can be agreed in several ways is discrete or
 * convex, or two are linked. What is inside the hazard is tried point by point anyway. */
static bool proposal_rough(const struct frontier *frontier)
{
    bool open[FRONTIER_ISSUES];
    for (int k = 0; k < frontier->issues; k++) {
        const struct frontier_issue *about = &frontier->issue[k];
        open[k] = about->count > 1 && !about->hazard;
        if (open[k] && (about->discrete || !about->concave))
            return true;
    }
    for (int m = 0; m < frontier->links; m++)
        if (open[frontier->link[m].issue[0]] && open[frontier->link[m].issue[1]])
            return true;
    return false;
}

/* `enough` and `parts`: models/optimum.h. */
static void proposal_certify(struct proposal *proposal, const double *enough, int parts,
                             struct optimum *optimum)
{
    struct objective objective = { .criterion = &proposal->criterion,
                                   .enough = enough,
                                   .parts = parts,
                                   .incomparable = proposal->incomparable };
    for (int i = 0; i < FRONTIER_PARTIES; i++)
        objective.floor[i] = proposal->feasible && i < proposal->zone.frontier.parties
                                 ? proposal->zone.branch.claim[i]
                                 : -HUGE_VAL;
    optimum_find(&proposal->zone, &objective, optimum);
}

/* Takes the certified search's package where that is better. */
static double proposal_better(struct proposal *proposal, double best)
{
    const struct branch *branch = &proposal->zone.branch;
    struct optimum optimum;
    proposal_certify(proposal, best > -HUGE_VAL ? &proposal->value : NULL, PROPOSAL_PARTS,
                     &optimum);
    if (!optimum.found || (proposal->feasible && optimum.least <= 0))
        return best;
    double compared = proposal_compare(proposal, branch, optimum.package, optimum.value);
    if (compared <= best + PROPOSAL_BETTER)
        return best;
    proposal->value = optimum.value;
    proposal->place = optimum.place;
    memcpy(proposal->package, optimum.package, sizeof proposal->package);
    return compared;
}

bool proposal_search(struct proposal *proposal)
{
    struct zone *zone = &proposal->zone;
    if (!zone->open)
        return false;
    double best = proposal_climbed(proposal);
    if (proposal_rough(&zone->frontier))
        best = proposal_better(proposal, best);
    if (best == -HUGE_VAL || !zone_enter(zone, proposal->place))
        return false;
    zone_remember(zone, proposal->package, proposal->place);
    return true;
}

double proposal_gap(struct proposal *proposal)
{
    const struct branch *branch = &proposal->zone.branch;
    struct optimum optimum;
    proposal_certify(proposal, NULL, 0, &optimum);
    bool same = !proposal->incomparable ||
                optimum.place.cell % branch->masks == proposal->place.cell % branch->masks;
    double gap = optimum.found && same ? optimum.bound - proposal->value : NAN;
    zone_enter(&proposal->zone, proposal->place);
    return gap > 0 ? gap : gap <= 0 ? 0 : NAN;
}

void proposal_write(const struct proposal *proposal, int lane, double *package)
{
    for (int k = 0; k < proposal->zone.frontier.issues; k++)
        block_row(package, (size_t)k)[lane] = proposal->package[k];
}

double proposal_power(const struct bargain *bargain, const double *values, int actor, int lane)
{
    int row = bargain->game->actor[actor].power.row;
    return row < 0 ? 1 : block_read(values, (size_t)row)[lane];
}
