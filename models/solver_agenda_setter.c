#include <math.h>
#include <string.h>

#include "models/offer.h"
#include "models/optimum.h"
#include "models/solver.h"
#include "models/special.h"

/* Below this gain the logarithm goes on as a straight line, so that there is a way up from outside.
 */
static const double AGENDA_SETTER_FLOOR = 1e-9;

static double agenda_setter_value(const struct criterion *criterion, const struct branch *branch,
                                  int party, double worth)
{
    const struct offer *offer = criterion->about;
    double gain = worth - offer->claim;
    if (party != offer->proposer)
        return branch->needed[party] ? belief_log(&offer->belief[party], worth) : 0;
    if (gain > AGENDA_SETTER_FLOOR)
        return special_log(gain);
    return special_log(AGENDA_SETTER_FLOOR) + (gain - AGENDA_SETTER_FLOOR) / AGENDA_SETTER_FLOOR;
}

static double agenda_setter_slope(const struct criterion *criterion, const struct branch *branch,
                                  int party, double worth)
{
    const struct offer *offer = criterion->about;
    double gain = worth - offer->claim;
    if (party != offer->proposer)
        return branch->needed[party] ? belief_log_slope(&offer->belief[party], worth) : 0;
    return 1 / (gain > AGENDA_SETTER_FLOOR ? gain : AGENDA_SETTER_FLOOR);
}

/* All beliefs normal: the chance is log-concave, so that climbing finds the best. */
static bool agenda_setter_climb(struct proposal *proposal, struct offer *offer, double *gap)
{
    struct zone_place place;
    proposal->criterion.about = offer;
    if (!proposal_search(proposal))
        return false;
    place = proposal->place;
    double score = offer_score(offer, proposal->package, place);
    if (gap && score > 0)
        *gap = score * special_exp_minus_one(proposal_gap(proposal));
    return score > 0;
}

/* All beliefs sure: no package that all others accept gives the proposer more. */
static double agenda_setter_gap(struct offer *offer)
{
    struct zone *zone = offer->zone;
    double share[FRONTIER_PARTIES] = { 0 };
    struct objective objective = { .share = share };
    struct optimum optimum;
    share[offer->proposer] = 1;
    for (int i = 0; i < zone->frontier.parties; i++)
        objective.floor[i] = offer->belief[i].claim;
    objective.floor[offer->proposer] = offer->claim;
    zone->branch.needed[offer->proposer] = true;
    optimum_find(zone, &objective, &optimum);
    double gap = optimum.bound - offer->score;
    return gap > 0 ? gap : 0;
}

static bool agenda_setter_lane(const struct bargain *bargain, int lane, struct proposal *proposal,
                               double *gap)
{
    struct proposal_room room;
    struct offer offer;
    int proposer = bargain->proposer;
    if (proposer >= 0 && bargain->game->actor[proposer].neutral)
        proposer = -1;
    proposal_open(proposal, bargain, lane, proposer, &room);
    if (!proposal->zone.open)
        return false;
    offer_open(&offer, &proposal->zone, proposer);
    if (offer.proposer < 0 || offer.normal)
        return agenda_setter_climb(proposal, &offer, gap);
    if (!offer_best(&offer, proposal->package))
        return false;
    if (gap && offer.sure)
        *gap = agenda_setter_gap(&offer);
    return true;
}

static void agenda_setter_solve(const void *settings, const double *values,
                                const struct bargain *bargain, double *package, bool *found,
                                double *gap)
{
    (void)settings;
    (void)values;
    struct proposal proposal = { .criterion = { agenda_setter_value, agenda_setter_slope, NULL } };
    if (gap)
        block_fill(gap, NAN, bargain->lanes);
    for (int lane = 0; lane < bargain->lanes; lane++) {
        if (!bargain->asked[lane])
            continue;
        found[lane] = agenda_setter_lane(bargain, lane, &proposal, gap ? gap + lane : NULL);
        if (found[lane])
            proposal_write(&proposal, lane, package);
    }
}

const struct solver solver_agenda_setter = {
    .about = { .name = "agenda_setter",
               .summary = "The proposer's best offer on its beliefs: the more it asks, the "
                          "likelier a refusal.",
               .formula = "argmax P(all others accept x) (U_p(x) - claim_p), p the proposer; the "
                          "same as the largest P (U_p - zeta_p) + (1 - P) W_p; sure beliefs: its "
                          "best package that all others accept; no package where none gives it a "
                          "gain; a proposer without positions maximises P",
               .source = "Fearon, Rationalist Explanations for War, International Organization 49 "
                         "(1995); Romer and Rosenthal, Political Resource Allocation, Controlled "
                         "Agendas, and the Status Quo, Public Choice 33 (1978)" },
    .solve = agenda_setter_solve,
};
