#include "models/bargain.h"

#include <math.h>

/* A shortfall of this size from the status quo still counts as staying there. */
static const double BARGAIN_STILL = 1e-9;

static double bargain_cap(double sum)
{
    double floored = sum > 0 ? sum : 0;
    return floored < 1 ? floored : 1;
}

void bargain_hazard(const struct bargain *bargain, const double *package, double *out)
{
    const struct prospect *prospect = &bargain->prospect;
    for (int lane = 0; lane < bargain->lanes; lane++) {
        double guarantees = prospect->guarantees[lane], verification = prospect->verification[lane];
        for (int k = 0; k < bargain->game->issues; k++) {
            double at = block_read(package, (size_t)k)[lane];
            guarantees += bargain->game->issue[k].guarantees ? at : 0;
            verification += bargain->game->issue[k].verification ? at : 0;
        }
        out[lane] = prospect->hazard[lane] *
                    (1 - bargain_cap(guarantees) * prospect->credibility[lane]) *
                    (1 - bargain_cap(verification));
    }
}

void bargain_tell(const struct prospect *prospect, int actor, const double *utility, double *out,
                  int lanes)
{
    const double *narrative = block_read(prospect->narrative, (size_t)actor);
    const double *story = block_read(prospect->story, (size_t)actor);
    for (int lane = 0; lane < lanes; lane++) {
        double missing = story[lane] - utility[lane];
        out[lane] -= narrative[lane] * (missing > 0 ? missing : 0);
    }
}

void bargain_worth(const struct bargain *bargain, int actor, const double *package, double *out)
{
    const struct prospect *prospect = &bargain->prospect;
    size_t row = (size_t)actor;
    const double *discount = block_read(prospect->discount, row),
                 *fallback = block_read(prospect->fallback, row);
    const double *bonus = block_read(prospect->bonus, row),
                 *audience = block_read(prospect->audience, row);
    const double *demand = block_read(prospect->demand, row);
    double utility[LANES], hazard[LANES];
    if (bargain->game->actor[actor].neutral) {
        block_fill(out, 0, bargain->lanes);
        return;
    }
    utility_of(bargain->utility, actor, package, true, utility, bargain->lanes);
    bargain_hazard(bargain, package, hazard);
    for (int lane = 0; lane < bargain->lanes; lane++) {
        double h = hazard[lane], d = discount[lane], missing = demand[lane] - utility[lane];
        double eta = d * h / (1 - d * (1 - h));
        out[lane] = (1 - eta) * utility[lane] + eta * fallback[lane] + bonus[lane] -
                    audience[lane] * (missing > 0 ? missing : 0);
    }
    if (prospect->narrative)
        bargain_tell(prospect, actor, utility, out, bargain->lanes);
}

void bargain_consent(const struct bargain *bargain, int actor, const double *package, bool *needed)
{
    const struct actor *about = &bargain->game->actor[actor];
    for (int lane = 0; lane < bargain->lanes; lane++) {
        needed[lane] = about->role == ROLE_BELLIGERENT;
        for (int m = 0; !needed[lane] && m < about->consent.count; m++) {
            size_t issue = (size_t)about->consent.index[m];
            double moved =
                block_read(package, issue)[lane] - block_read(bargain->status_quo, issue)[lane];
            needed[lane] = fabs(moved) > BARGAIN_STILL;
        }
    }
}
