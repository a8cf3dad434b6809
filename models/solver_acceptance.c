#include <math.h>

#include "models/belief_cap.h"
#include "models/optimum.h"
#include "models/proposal.h"
#include "models/solver.h"
#include "models/special.h"

/* A mediator is never surer of an answer than this: sd of the belief, utility points. */
static const double ACCEPTANCE_DOUBT = 0.005;

struct acceptance_settings {
    struct quantity weight;
};

struct acceptance {
    double weight; /* of the mediator's own worth */
    int mediator;  /* its party, -1: none */
    struct belief belief[FRONTIER_PARTIES];
    const struct belief_cap *cap; /* [party] what counts in a proof; else NULL */
};

static double acceptance_log(const struct acceptance *acceptance, int party, double worth)
{
    return acceptance->cap ? belief_cap_log(&acceptance->cap[party], worth)
                           : belief_log(&acceptance->belief[party], worth);
}

static double acceptance_log_slope(const struct acceptance *acceptance, int party, double worth)
{
    return acceptance->cap ? belief_cap_log_slope(&acceptance->cap[party], worth)
                           : belief_log_slope(&acceptance->belief[party], worth);
}

static double acceptance_value(const struct criterion *criterion, const struct branch *branch,
                               int party, double worth)
{
    const struct acceptance *acceptance = criterion->about;
    double value = branch->needed[party] ? acceptance_log(acceptance, party, worth) : 0;
    return party == acceptance->mediator ? value + acceptance->weight * worth : value;
}

static double acceptance_slope(const struct criterion *criterion, const struct branch *branch,
                               int party, double worth)
{
    const struct acceptance *acceptance = criterion->about;
    double slope = branch->needed[party] ? acceptance_log_slope(acceptance, party, worth) : 0;
    return party == acceptance->mediator ? slope + acceptance->weight : slope;
}

/* What the mediator's own worth counts at most, in any package. */
static double acceptance_own(const struct acceptance *acceptance, struct proposal *proposal)
{
    double share[FRONTIER_PARTIES] = { 0 };
    struct objective objective = { .share = share };
    struct optimum optimum;
    if (acceptance->mediator < 0)
        return 0;
    for (int i = 0; i < FRONTIER_PARTIES; i++)
        objective.floor[i] = -HUGE_VAL;
    share[acceptance->mediator] = 1;
    objective.floor[acceptance->mediator] = 0;
    optimum_find(&proposal->zone, &objective, &optimum);
    return acceptance->weight * optimum.bound;
}

/* Packages that a table leaves no chance have the logarithm of its tail at most. All others keep
 * the floors, and have no more than the caps. */
static double acceptance_gap(struct acceptance *acceptance, struct proposal *proposal)
{
    struct belief_cap cap[FRONTIER_PARTIES];
    struct objective objective = { .criterion = &proposal->criterion };
    struct optimum optimum;
    bool tables = false;
    for (int i = 0; i < proposal->zone.frontier.parties; i++) {
        belief_cap_make(&cap[i], &acceptance->belief[i]);
        objective.floor[i] = belief_cap_floor(&cap[i]);
        tables = tables || acceptance->belief[i].shape;
    }
    acceptance->cap = cap;
    optimum_find(&proposal->zone, &objective, &optimum);
    acceptance->cap = NULL;
    double bound = optimum.bound;
    if (tables)
        bound = fmax(bound, special_log(BELIEF_TAIL) + BELIEF_TAIL * FRONTIER_PARTIES +
                                acceptance_own(acceptance, proposal));
    return bound < HUGE_VAL ? fmax(0, bound - proposal->value) : NAN;
}

static bool acceptance_lane(const struct acceptance_settings *settings, const double *values,
                            const struct bargain *bargain, int lane, struct proposal *proposal,
                            double *gap)
{
    struct proposal_room room;
    struct acceptance acceptance = { .mediator = -1 };
    int mediator = bargain->proposer;
    if (settings->weight.row >= 0)
        acceptance.weight = block_read(values, (size_t)settings->weight.row)[lane];
    if (acceptance.weight <= 0 || mediator < 0 || bargain->game->actor[mediator].neutral)
        mediator = -1;
    proposal_open(proposal, bargain, lane, mediator, &room);
    if (mediator >= 0)
        acceptance.mediator = zone_party(&proposal->zone, mediator);
    for (int i = 0; i < proposal->zone.frontier.parties; i++)
        acceptance.belief[i] =
            belief_make(bargain, proposal->zone.frontier.actor[i], lane, ACCEPTANCE_DOUBT);
    proposal->criterion.about = &acceptance;
    if (!proposal_search(proposal))
        return false;
    if (gap)
        gap[lane] = acceptance_gap(&acceptance, proposal);
    return true;
}

static void acceptance_solve(const void *settings, const double *values,
                             const struct bargain *bargain, double *package, bool *found,
                             double *gap)
{
    struct proposal proposal = { .criterion = { acceptance_value, acceptance_slope, NULL } };
    if (gap)
        block_fill(gap, NAN, bargain->lanes);
    for (int lane = 0; lane < bargain->lanes; lane++) {
        if (!bargain->asked[lane])
            continue;
        found[lane] = acceptance_lane(settings, values, bargain, lane, &proposal, gap);
        if (found[lane])
            proposal_write(&proposal, lane, package);
    }
}

static const struct parameter acceptance_parameters[] = {
    QUANTITY(struct acceptance_settings, weight, 0, 0, 1000, "log chance per utility point",
             "how much the mediator's own worth counts beside the chance of acceptance"),
    PARAMETER_END,
};

const struct solver solver_acceptance = {
    .about = { .name = "acceptance",
               .summary = "The mediator's text: the package most likely to be accepted by all, on "
                          "the mediator's beliefs.",
               .formula =
                   "argmax weight U_M(x) + sum_i log P_i(x); P_i(x) = P(claim_i + doubt_i Z <= "
                   "U_i(x)), doubt_i at least 0.005, Z the belief in standard units (the normal "
                   "law, or the whole prior of an ultimatum); the sum runs over all whose consent "
                   "x needs, the first term counts where the mediator has positions",
               .source = "docs/model.md, Offers and solvers; found by conditional gradients: Frank "
                         "and Wolfe, An Algorithm for Quadratic Programming, Naval Research "
                         "Logistics Quarterly 3 (1956)",
               .settings_size = sizeof(struct acceptance_settings),
               .parameters = acceptance_parameters },
    .solve = acceptance_solve,
};
