#include <math.h>

#include "models/belief_cap.h"
#include "models/offer.h"
#include "models/optimum.h"
#include "models/solver.h"
#include "models/special.h"

/* Below this gain the logarithm goes on as a straight line, so that there is a way up from outside.
 */
static const double AGENDA_SETTER_FLOOR = 1e-9;

/* What the criterion is about: the logarithm of P (U_p - claim_p). */
struct agenda_setter {
    struct offer offer;
    const struct belief_cap *cap; /* [party] what counts in a proof; else NULL */
};

static double agenda_setter_log(const struct agenda_setter *setter, int party, double worth)
{
    return setter->cap ? belief_cap_log(&setter->cap[party], worth)
                       : belief_log(&setter->offer.belief[party], worth);
}

static double agenda_setter_log_slope(const struct agenda_setter *setter, int party, double worth)
{
    return setter->cap ? belief_cap_log_slope(&setter->cap[party], worth)
                       : belief_log_slope(&setter->offer.belief[party], worth);
}

static double agenda_setter_value(const struct criterion *criterion, const struct branch *branch,
                                  int party, double worth)
{
    const struct agenda_setter *setter = criterion->about;
    double gain = worth - setter->offer.claim;
    if (party != setter->offer.proposer)
        return branch->needed[party] ? agenda_setter_log(setter, party, worth) : 0;
    if (gain > AGENDA_SETTER_FLOOR)
        return special_log(gain);
    return special_log(AGENDA_SETTER_FLOOR) + (gain - AGENDA_SETTER_FLOOR) / AGENDA_SETTER_FLOOR;
}

static double agenda_setter_slope(const struct criterion *criterion, const struct branch *branch,
                                  int party, double worth)
{
    const struct agenda_setter *setter = criterion->about;
    double gain = worth - setter->offer.claim;
    if (party != setter->offer.proposer)
        return branch->needed[party] ? agenda_setter_log_slope(setter, party, worth) : 0;
    return 1 / (gain > AGENDA_SETTER_FLOOR ? gain : AGENDA_SETTER_FLOOR);
}

/* All beliefs normal: the chance is log-concave, so that climbing finds the best. */
static bool agenda_setter_climb(struct proposal *proposal, struct offer *offer)
{
    if (!proposal_search(proposal))
        return false;
    offer->score = offer_score(offer, proposal->package, proposal->place);
    return offer->score > 0;
}

/* Packages that leave somebody no chance to accept have a score of 0. All others keep the floors,
 * and have no more than the caps. */
static double agenda_setter_gap(struct agenda_setter *setter, struct proposal *proposal)
{
    struct belief_cap cap[FRONTIER_PARTIES];
    struct objective objective = { .criterion = &proposal->criterion };
    struct optimum optimum;
    for (int i = 0; i < proposal->zone.frontier.parties; i++) {
        belief_cap_make(&cap[i], &setter->offer.belief[i]);
        objective.floor[i] = i == setter->offer.proposer ? -HUGE_VAL : belief_cap_floor(&cap[i]);
    }
    setter->cap = cap;
    optimum_find(&proposal->zone, &objective, &optimum);
    setter->cap = NULL;
    return optimum.bound < HUGE_VAL ? fmax(0, special_exp(optimum.bound) - setter->offer.score)
                                    : NAN;
}

static bool agenda_setter_lane(const struct bargain *bargain, int lane, struct proposal *proposal,
                               double *gap)
{
    struct proposal_room room;
    struct agenda_setter setter = { .cap = NULL };
    struct offer *offer = &setter.offer;
    int proposer = bargain->proposer;
    if (proposer >= 0 && bargain->game->actor[proposer].neutral)
        proposer = -1;
    proposal_open(proposal, bargain, lane, proposer, &room);
    if (!proposal->zone.open)
        return false;
    offer_open(offer, &proposal->zone, proposer);
    proposal->criterion.about = &setter;
    bool climbed = offer->proposer < 0 || offer->normal;
    if (!(climbed ? agenda_setter_climb(proposal, offer) : offer_best(offer, proposal->package)))
        return false;
    if (gap)
        *gap = agenda_setter_gap(&setter, proposal);
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
