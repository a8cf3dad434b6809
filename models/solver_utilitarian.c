#include <math.h>

#include "models/proposal.h"
#include "models/solver.h"

struct utilitarian {
    double power[FRONTIER_PARTIES];
};

static double utilitarian_value(const struct criterion *criterion, const struct branch *branch,
                                int party, double worth)
{
    const struct utilitarian *utilitarian = criterion->about;
    (void)branch;
    return utilitarian->power[party] * worth;
}

static double utilitarian_slope(const struct criterion *criterion, const struct branch *branch,
                                int party, double worth)
{
    const struct utilitarian *utilitarian = criterion->about;
    (void)branch;
    (void)worth;
    return utilitarian->power[party];
}

static void utilitarian_solve(const void *settings, const double *values,
                              const struct bargain *bargain, double *package, bool *found,
                              double *gap)
{
    (void)settings;
    struct utilitarian utilitarian;
    struct proposal_room room;
    struct proposal proposal = { .criterion = { utilitarian_value, utilitarian_slope,
                                                &utilitarian } };
    if (gap)
        block_fill(gap, NAN, bargain->lanes);
    for (int lane = 0; lane < bargain->lanes; lane++) {
        if (!bargain->asked[lane])
            continue;
        proposal_open(&proposal, bargain, lane, -1, &room);
        for (int i = 0; i < proposal.zone.frontier.parties; i++)
            utilitarian.power[i] =
                proposal_power(bargain, values, proposal.zone.frontier.actor[i], lane);
        found[lane] = proposal_search(&proposal);
        if (found[lane])
            proposal_write(&proposal, lane, package);
        if (found[lane] && gap)
            gap[lane] = proposal_gap(&proposal);
    }
}

const struct solver solver_utilitarian = {
    .about = { .name = "utilitarian",
               .summary = "The largest weighted sum of worths, whether or not everybody gains.",
               .formula = "argmax sum_i power_i U_i(x), i over all whose consent can be needed; a "
                          "party may get less than its claim, and then refuses",
               .source = "Harsanyi, Cardinal Welfare, Individualistic Ethics, and Interpersonal "
                         "Comparisons of Utility, Journal of Political Economy 63 (1955)" },
    .solve = utilitarian_solve,
};
