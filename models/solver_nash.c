#include <math.h>

#include "models/proposal.h"
#include "models/quadratic.h"
#include "models/solver.h"
#include "models/special.h"

/* Below this surplus the logarithm goes on as a straight line, so that there is a way up from
 * outside. */
static const double NASH_FLOOR = 1e-12;

/* A power of 0 would leave a party's claim unguarded. */
static const double NASH_LEAST_POWER = 1e-9;

struct nash {
    double power[FRONTIER_PARTIES];
};

static double nash_value(const struct criterion *criterion, const struct branch *branch, int party,
                         double worth)
{
    const struct nash *nash = criterion->about;
    double surplus = worth - branch->claim[party];
    if (!branch->needed[party])
        return 0;
    if (surplus > NASH_FLOOR)
        return nash->power[party] * special_log(surplus);
    return nash->power[party] * (special_log(NASH_FLOOR) + (surplus - NASH_FLOOR) / NASH_FLOOR);
}

static double nash_slope(const struct criterion *criterion, const struct branch *branch, int party,
                         double worth)
{
    const struct nash *nash = criterion->about;
    double surplus = worth - branch->claim[party];
    if (!branch->needed[party])
        return 0;
    return nash->power[party] / (surplus > NASH_FLOOR ? surplus : NASH_FLOOR);
}

/* Whether all packages lie in one branch, in which the kernel of models/dual.h can tell: then
 * *found and *gap, of the logarithm, are its answer. */
static bool nash_quadratic(struct proposal *proposal, const struct nash *nash, bool *found,
                           double *gap)
{
    struct branch *branch = &proposal->zone.branch;
    struct quadratic quadratic;
    struct dual_answer answer;
    double raw[FRONTIER_PARTIES], sum = 0;
    const struct zone_place only = { 0, 0 };
    if (!proposal->zone.open || branch->cells != 1 || !zone_enter(&proposal->zone, only) ||
        branch->combinations != 1 || !quadratic_open(&quadratic, branch))
        return false;
    quadratic.problem.aim = DUAL_NASH;
    for (int i = 0; i < quadratic.problem.parties; i++)
        sum += nash->power[quadratic.party[i]];
    for (int i = 0; i < quadratic.problem.parties; i++)
        quadratic.problem.power[i] = nash->power[quadratic.party[i]] / sum;
    dual_solve(&quadratic.problem, &answer);
    *found = answer.status == DUAL_SOLVED;
    if (!*found)
        return answer.status == DUAL_NONE;
    quadratic_package(&quadratic, branch, &answer, proposal->package);
    frontier_raw(branch->frontier, proposal->package, raw);
    proposal->value = ascent_value(&proposal->criterion, branch, raw);
    proposal->place = only;
    *gap = sum * fmax(answer.gap, 0);
    zone_remember(&proposal->zone, proposal->package, only);
    return branch_least(branch, raw) > 0;
}

/* One lane; *gap: of the logarithm, and only where it is wanted. */
static bool nash_lane(struct proposal *proposal, const struct nash *nash, double *gap)
{
    bool found;
    double proved;
    bool told = nash_quadratic(proposal, nash, &found, &proved);
    if (!told)
        found = proposal_search(proposal);
    if (found && gap)
        *gap = told ? proved : proposal_gap(proposal);
    return found;
}

static void nash_solve(const void *settings, const double *values, const struct bargain *bargain,
                       double *package, bool *found, double *gap)
{
    (void)settings;
    struct nash nash;
    struct proposal_room room;
    struct proposal proposal = { .criterion = { nash_value, nash_slope, &nash },
                                 .feasible = true,
                                 .incomparable = true };
    if (gap)
        block_fill(gap, NAN, bargain->lanes);
    for (int lane = 0; lane < bargain->lanes; lane++) {
        double unproved;
        if (!bargain->asked[lane])
            continue;
        proposal_open(&proposal, bargain, lane, -1, &room);
        for (int i = 0; i < proposal.zone.frontier.parties; i++) {
            double power = proposal_power(bargain, values, proposal.zone.frontier.actor[i], lane);
            nash.power[i] = power > NASH_LEAST_POWER ? power : NASH_LEAST_POWER;
        }
        found[lane] = nash_lane(&proposal, &nash, gap ? &unproved : NULL);
        if (found[lane])
            proposal_write(&proposal, lane, package);
        if (found[lane] && gap)
            gap[lane] = special_exp(proposal.value) * special_exp_minus_one(unproved);
    }
}

const struct solver solver_nash = {
    .about = { .name = "nash",
               .summary = "The asymmetric Nash bargaining solution: the largest product of "
                          "surpluses, each to the power "
                          "of its owner's bargaining power.",
               .formula = "argmax prod_i (U_i(x) - claim_i)^power_i over packages with U_i(x) > "
                          "claim_i, i over all whose consent x needs; claims are those of the "
                          "picture; no package where the zone of possible agreement is empty",
               .source =
                   "Nash, The Bargaining Problem, Econometrica 18 (1950); Kalai, Nonsymmetric Nash "
                   "Solutions, International Journal of Game Theory 6 (1977)" },
    .solve = nash_solve,
};
