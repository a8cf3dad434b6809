#include "models/deferral.h"

bool deferral_waits(const struct bargain *bargain, int issue)
{
    return bargain->share != NULL && !bargain->game->issue[issue].core;
}

double deferral_share(const struct bargain *bargain, int issue, int lane)
{
    return deferral_waits(bargain, issue) ? block_read(bargain->share, (size_t)issue)[lane] : 1;
}

/* What of y_k does not hang on the text: (1 - s_k) x0_k. */
static double deferral_stays(const struct bargain *bargain, int issue, int lane)
{
    if (!deferral_waits(bargain, issue))
        return 0;
    return (1 - deferral_share(bargain, issue, lane)) *
           block_read(bargain->status_quo, (size_t)issue)[lane];
}

double deferral_place(const struct bargain *bargain, int issue, int lane, double at)
{
    if (!deferral_waits(bargain, issue))
        return at;
    return deferral_share(bargain, issue, lane) * at + deferral_stays(bargain, issue, lane);
}

double deferral_linkage(const struct bargain *bargain, int actor, int linkage, int lane)
{
    const int *pair = bargain->game->actor[actor].linkage[linkage].issue;
    size_t row = utility_linkages(bargain->game, actor) + (size_t)linkage;
    return block_read(bargain->utility->linkage, row)[lane] *
           deferral_share(bargain, pair[0], lane) * deferral_share(bargain, pair[1], lane);
}

/* Of the linkages: the terms in x_k alone, and, counted with a linkage's first issue, those in no
 * position at all. */
static double deferral_leans(const struct bargain *bargain, int actor, int issue, int lane,
                             double at)
{
    const struct actor *about = &bargain->game->actor[actor];
    double counted = deferral_share(bargain, issue, lane) * at;
    double sum = 0, stays = deferral_stays(bargain, issue, lane);
    for (int m = 0; m < about->linkages; m++) {
        const int *pair = about->linkage[m].issue;
        size_t row = utility_linkages(bargain->game, actor) + (size_t)m;
        double weight = block_read(bargain->utility->linkage, row)[lane];
        if (pair[0] == issue)
            sum += weight * (counted + stays) * deferral_stays(bargain, pair[1], lane);
        if (pair[1] == issue)
            sum += weight * counted * deferral_stays(bargain, pair[0], lane);
    }
    return sum;
}

double deferral_part(const struct bargain *bargain, int actor, int issue, int lane, double at)
{
    const struct utility *utility = bargain->utility;
    double part = utility_part(utility, actor, issue, lane, at);
    if (bargain->share == NULL)
        return part;
    if (deferral_waits(bargain, issue)) {
        double held = block_read(bargain->status_quo, (size_t)issue)[lane];
        double without = utility_part(utility, actor, issue, lane, held) +
                         utility_penalty(utility, actor, issue, lane, held);
        part = without + deferral_share(bargain, issue, lane) * (part - without);
    }
    return part + deferral_leans(bargain, actor, issue, lane, at);
}

/* raw[lane] += what one issue that waits adds. */
static void deferral_add(const struct bargain *bargain, int actor, int issue, const double *package,
                         double *raw)
{
    const double *held = block_read(bargain->status_quo, (size_t)issue);
    const double *share = block_read(bargain->share, (size_t)issue);
    double part[LANES] = { 0 }, without[LANES] = { 0 };
    utility_add_loss(bargain->utility, actor, issue, block_read(package, (size_t)issue), part,
                     bargain->lanes);
    utility_add_penalty(bargain->utility, actor, issue, package, part, bargain->lanes);
    utility_add_loss(bargain->utility, actor, issue, held, without, bargain->lanes);
    for (int lane = 0; lane < bargain->lanes; lane++)
        raw[lane] += without[lane] + share[lane] * (part[lane] - without[lane]);
}

static void deferral_add_linkages(const struct bargain *bargain, int actor, const double *package,
                                  double *raw)
{
    const struct actor *about = &bargain->game->actor[actor];
    for (int m = 0; m < about->linkages; m++) {
        const int *pair = about->linkage[m].issue;
        size_t row = utility_linkages(bargain->game, actor) + (size_t)m;
        const double *weight = block_read(bargain->utility->linkage, row);
        for (int lane = 0; lane < bargain->lanes; lane++) {
            double first = block_read(package, (size_t)pair[0])[lane],
                   second = block_read(package, (size_t)pair[1])[lane];
            raw[lane] += weight[lane] * deferral_place(bargain, pair[0], lane, first) *
                         deferral_place(bargain, pair[1], lane, second);
        }
    }
}

void deferral_utility(const struct bargain *bargain, int actor, const double *package, double *out)
{
    const struct utility *utility = bargain->utility;
    const struct actor *about = &bargain->game->actor[actor];
    double raw[LANES] = { 0 };
    if (bargain->share == NULL || about->neutral) {
        utility_of(utility, actor, package, true, out, bargain->lanes);
        return;
    }
    for (int k = 0; k < bargain->game->issues; k++) {
        if (!about->position[k].present)
            continue;
        if (deferral_waits(bargain, k)) {
            deferral_add(bargain, actor, k, package, raw);
            continue;
        }
        utility_add_loss(utility, actor, k, block_read(package, (size_t)k), raw, bargain->lanes);
        utility_add_penalty(utility, actor, k, package, raw, bargain->lanes);
    }
    deferral_add_linkages(bargain, actor, package, raw);
    utility_scaled(utility, actor, raw, out, bargain->lanes);
}
