#include "models/bargain.h"

#include <math.h>

#include "models/deferral.h"

/* A shortfall of this size from the status quo still counts as staying there. */
static const double BARGAIN_STILL = 1e-9;

static double bargain_cap(double sum)
{
    double floored = sum > 0 ? sum : 0;
    return floored < 1 ? floored : 1;
}

void bargain_verification(const struct bargain *bargain, const double *package, double *out)
{
    for (int lane = 0; lane < bargain->lanes; lane++) {
        double sum = bargain->prospect.verification[lane];
        for (int k = 0; k < bargain->game->issues; k++)
            if (bargain->game->issue[k].verification)
                sum += deferral_place(bargain, k, lane, block_read(package, (size_t)k)[lane]);
        out[lane] = bargain_cap(sum);
    }
}

static void bargain_violation(const struct bargain *bargain, const double *package, double *out)
{
    const struct prospect *prospect = &bargain->prospect;
    for (int lane = 0; lane < bargain->lanes; lane++) {
        double guarantees = prospect->guarantees[lane], verification = prospect->verification[lane];
        for (int k = 0; k < bargain->game->issues; k++) {
            double at = deferral_place(bargain, k, lane, block_read(package, (size_t)k)[lane]);
            guarantees += bargain->game->issue[k].guarantees ? at : 0;
            verification += bargain->game->issue[k].verification ? at : 0;
        }
        out[lane] = prospect->hazard[lane] *
                    (1 - bargain_cap(guarantees) * prospect->credibility[lane]) *
                    (1 - bargain_cap(verification));
    }
}

void bargain_peril(const struct bargain *bargain, const double *package, struct peril *out)
{
    const struct exposure *exposure = bargain->prospect.exposure;
    double hazard[LANES], verification[LANES];
    bargain_violation(bargain, package, hazard);
    if (exposure != NULL)
        bargain_verification(bargain, package, verification);
    for (int lane = 0; lane < bargain->lanes; lane++)
        out[lane] = exposure == NULL ? (struct peril){ hazard[lane], hazard[lane], 0, 0 }
                                     : peril_make(exposure, lane, hazard[lane], verification[lane]);
}

void bargain_hazard(const struct bargain *bargain, const double *package, double *out)
{
    struct peril peril[LANES];
    bargain_peril(bargain, package, peril);
    for (int lane = 0; lane < bargain->lanes; lane++)
        out[lane] = peril_now(&peril[lane]);
}

/* eta of every lane; the plain hazard has a loop of its own, which vectorises. */
static void bargain_weight(const struct bargain *bargain, const double *discount,
                           const double *package, double *out)
{
    struct peril peril[LANES];
    if (bargain->prospect.exposure == NULL) {
        bargain_violation(bargain, package, out);
        for (int lane = 0; lane < bargain->lanes; lane++)
            out[lane] = discount[lane] * out[lane] / (1 - discount[lane] * (1 - out[lane]));
        return;
    }
    bargain_peril(bargain, package, peril);
    for (int lane = 0; lane < bargain->lanes; lane++)
        out[lane] = peril_weight(&peril[lane], discount[lane]);
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

/* What a settlement is worth to an actor for as long as it holds. */
static void bargain_flow(const struct bargain *bargain, int actor, const double *package,
                         double *out)
{
    const struct prospect *prospect = &bargain->prospect;
    size_t row = (size_t)actor;
    const double *bonus = block_read(prospect->bonus, row),
                 *audience = block_read(prospect->audience, row);
    const double *demand = block_read(prospect->demand, row);
    double utility[LANES];
    deferral_utility(bargain, actor, package, utility);
    for (int lane = 0; lane < bargain->lanes; lane++) {
        double missing = demand[lane] - utility[lane];
        out[lane] = utility[lane] + (bonus[lane] - audience[lane] * (missing > 0 ? missing : 0));
    }
    if (prospect->narrative)
        bargain_tell(prospect, actor, utility, out, bargain->lanes);
}

void bargain_worth(const struct bargain *bargain, int actor, const double *package, double *out)
{
    const struct prospect *prospect = &bargain->prospect;
    const double *discount = block_read(prospect->discount, (size_t)actor),
                 *fallback = block_read(prospect->fallback, (size_t)actor);
    double flow[LANES], broken[LANES];
    if (bargain->game->actor[actor].neutral) {
        block_fill(out, 0, bargain->lanes);
        return;
    }
    bargain_flow(bargain, actor, package, flow);
    bargain_weight(bargain, discount, package, broken);
    for (int lane = 0; lane < bargain->lanes; lane++)
        out[lane] = (1 - broken[lane]) * flow[lane] + broken[lane] * fallback[lane];
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
