/* What a solver is asked: a block of bargaining problems, one per lane.
 *
 * Everything a settlement is worth (docs/model.md, Value of a settlement):
 *
 *   U_i(x) = (1 - eta_i) (u_i(x) + bonus_i - audience_i max(0, demand_i - u_i(x))
 *                         - narrative_i max(0, story_i - u_i(x))) + eta_i B_i
 *   eta_i  = d_i h / (1 - d_i (1 - h)),  h(x) = hazard (1 - guarantees credibility) (1 -
 * verification); under an exposure eta is that of models/peril.h
 *
 * The numbers are those of whoever asks: a mediator's picture (expected values, beliefs) or the
 * truth. Rows are of LANES doubles. Nothing here is owned. */
#ifndef MODELS_BARGAIN_H
#define MODELS_BARGAIN_H

#include "models/peril.h"
#include "models/utility.h"

/* The future that a settlement has, per actor and lane. */
struct prospect {
    const double *discount; /* [actor] d_i */
    const double *fallback; /* [actor] B_i: what it falls back to when the settlement is violated */
    const double *bonus;    /* [actor] incentives that come with a settlement while it holds, times
                             * their credibility, and gifts, which B has, too */
    const double *audience; /* [actor] a_i (1 - confidentiality) */
    const double *demand;   /* [actor] u_i of its public demand */
    const double *narrative; /* [actor] what it costs to have no story to tell; NULL: nobody pays */
    const double *story;     /* [actor] u_i from which on there is one */
    const double *hazard;    /* h0 */
    const double *credibility; /* of the guarantees */
    const double
        *guarantees; /* added by levers to the position of the issue so marked; sum capped at 1 */
    const double *verification;      /* likewise */
    const struct exposure *exposure; /* NULL: to nothing but the hazard */
};

struct bargain {
    const struct game *game;
    const struct utility *utility;
    struct prospect prospect;
    int lanes;
    const bool *asked; /* [lane]: false: leave this lane alone */
    const double *low,
        *high; /* [issue] bounds on positions; equal where the issue is already settled */
    const double *status_quo; /* [issue]; the front where the issue is `front` */
    const double
        *share; /* [issue] that counts of what is not core; NULL: all (models/deferral.h) */
    /* Whose consent counts. A belligerent's always; a stakeholder's when the package moves an issue
     * of its `consent` list from the status quo. */
    const double *
        claim; /* [actor] what it must get at least: its (believed) reservation value W + resolve */
    const double *doubt; /* [actor] sd of that belief; 0: certain */
    const double *const
        *shape;   /* [actor] quantiles of (resolve part of the claim - mean) / sd at
                   * probabilities j / SHAPE_STEPS, j = 0 .. SHAPE_STEPS; NULL entry: normal */
    int proposer; /* who proposes (its utility is maximised, or weighed, by some solvers); -1: none
                   */
    const double *proposer_fallback; /* what the proposer has when its offer is refused */
    double *trace; /* bargain_zone_rows(game) rows as for bargain_zone(), which spare solvers most
                    * of their work; NULL: none */
};

enum { SHAPE_STEPS = 256 };

/* out[lane] = U_actor(package), package [issue][LANES]. For a neutral actor: 0. */
void bargain_worth(const struct bargain *bargain, int actor, const double *package, double *out);

/* out[lane] less what a round costs an actor that lacks a story to tell, given its u; narrative not
 * NULL. */
void bargain_tell(const struct prospect *prospect, int actor, const double *utility, double *out,
                  int lanes);

/* out[lane]: what the package faces in the rounds to come. */
void bargain_peril(const struct bargain *bargain, const double *package, struct peril *out);

/* out[lane] = the chance that it is broken in the coming round: h(package) where it is exposed to
 * nothing else. */
void bargain_hazard(const struct bargain *bargain, const double *package, double *out);

/* out[lane] = the package's verification, what levers add included, in [0, 1]. */
void bargain_verification(const struct bargain *bargain, const double *package, double *out);

/* needed[lane]: whether the actor's consent is needed for the package. */
void bargain_consent(const struct bargain *bargain, int actor, const double *package, bool *needed);

/* The zone of possible agreement of each asked lane: width[lane] is the largest surplus
 * U_i - claim_i that the least satisfied party whose consent is needed can be given over all
 * admissible packages (negative: no zone; -1 where hard red lines admit no package), and `package`
 * ([issue][LANES], may be NULL) one that gives it. `trace`: memory of bargain_zone_rows(game) rows
 * that the caller keeps between calls with the same utility, and zeroes, whole, when that changes;
 * everything else may change freely. Lanes lie in it one after the other, not side by side. NULL:
 * none, which is several times slower.
 *
 * The width is what the package gives. It is the largest possible, to 1e-9, where nothing but the
 * issues inside the hazard is discrete, tables are concave, and no two other issues are linked;
 * else it comes from a local search and is a lower bound (models/zone.h). Issues inside the hazard
 * take their levels only. With a trace the last digits depend on the lane's earlier calls, never on
 * other lanes. */
void bargain_zone(const struct bargain *bargain, double *width, double *package, double *trace);
size_t bargain_zone_rows(const struct game *game);

/* With a single issue: from the lowest to the highest position (level, where only levels can be
 * agreed) that leaves every party whose consent it needs a surplus >= 0, to 1e-12; low > high where
 * there is none. */
void bargain_interval(const struct bargain *bargain, double *low, double *high);

#endif
