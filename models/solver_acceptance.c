#include <math.h>

#include "models/belief.h"
#include "models/proposal.h"
#include "models/solver.h"

/* A mediator is never surer of an answer than this: sd of the belief, utility points. */
static const double ACCEPTANCE_DOUBT = 0.005;

struct acceptance_settings {
    struct quantity weight;
};

struct acceptance {
    double weight; /* of the mediator's own worth */
    int mediator;  /* its party, -1: none */
    struct belief belief[FRONTIER_PARTIES];
};

static double acceptance_value(const struct criterion *criterion, const struct branch *branch,
                               int party, double worth)
{
    const struct acceptance *acceptance = criterion->about;
    double value = branch->needed[party] ? belief_log(&acceptance->belief[party], worth) : 0;
    return party == acceptance->mediator ? value + acceptance->weight * worth : value;
}

static double acceptance_slope(const struct criterion *criterion, const struct branch *branch,
                               int party, double worth)
{
    const struct acceptance *acceptance = criterion->about;
    double slope = branch->needed[party] ? belief_log_slope(&acceptance->belief[party], worth) : 0;
    return party == acceptance->mediator ? slope + acceptance->weight : slope;
}

/* Chances that are normal are log-concave; those of a table need not be. */
static bool acceptance_concave(const struct acceptance *acceptance, int parties)
{
    for (int i = 0; i < parties; i++)
        if (acceptance->belief[i].shape)
            return false;
    return true;
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
    if (gap && acceptance_concave(&acceptance, proposal->zone.frontier.parties))
        gap[lane] = proposal_gap(proposal);
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
