/* What packages are worth to the actors (docs/model.md, Utility of a package), for a block of
 * trials.
 *
 *   u_i(x) = g_i( affine_i[ sum_k w_ik v_ik(x_k) + sum_kl m_ikl x_k x_l - sum_k rho_ik over(x_k,
 * r_ik) ] )
 *
 * What stands inside the brackets is called the raw worth. affine_i maps the actor's worst and best
 * conceivable package to 0 and 1 (an actor to whom all packages are worth the same has u = 1); g_i
 * is CARA (Pratt 1964). The scale counts a line with a condition as one without. Red lines bind
 * packages only, never the status quo. A quantity that was not
 * given counts as 0, an ideal or a red line that was not given as absent. Rows are of LANES
 * doubles. */
#ifndef MODELS_UTILITY_H
#define MODELS_UTILITY_H

#include "models/block.h"
#include "models/game.h"

struct utility {
    const struct game *game;
    double
        *weight;   /* [actor][issue] salience, summing to 1 per actor; 0 where it has no position */
    double *ideal; /* [actor][issue] */
    double *shape; /* [actor][issue] of smooth losses (models/loss.h); unused elsewhere */
    double *line;  /* [actor][issue] red line; unused where there is none */
    double *penalty; /* [actor][issue] of a soft line; 0 elsewhere */
    double
        *level;   /* [utility_levels(issue) + level] positions of levels, in the scenario's order */
    double *knot; /* the same, ascending within each issue */
    double *value;   /* [actor][utility_levels(issue) + knot] worth of those knots, LOSS_TABLE */
    double *linkage; /* [utility_linkages(actor) + linkage] */
    double *offset, *scale; /* [actor] affine: u = (raw - offset) * scale */
    double *risk;           /* [actor] CARA coefficient */
    double *bound; /* [bound of the game][2] low and high ends; -+HUGE_VAL where there is none */
};

/* How many levels the issues before `issue` have together, and how many linkages the actors before
 * `actor`: the first row of its own. */
size_t utility_levels(const struct game *game, int issue);
size_t utility_linkages(const struct game *game, int actor);

/* Bytes that utility_place() needs for a game. */
size_t utility_bytes(const struct game *game);

/* Lays the rows of `utility` out in `memory` (64-byte aligned, owned by the caller). */
void utility_place(struct utility *utility, const struct game *game, void *memory);

/* Fills all rows from the table of drawn values ([row][LANES]), normalises salience, and finds each
 * actor's best and worst package (exact without linkages; with them the best of a fixed search). */
void utility_draw(struct utility *utility, const double *values, int lanes);

/* Copies one actor's rows from another utility of the same game. */
void utility_copy(struct utility *to, const struct utility *from, int actor, int lanes);

/* out[lane] = u_actor(package), package [issue][LANES]. `agreed`: red lines count. A package past a
 * hard red line still gets its finite utility here; utility_bounds() says where those are. For a
 * neutral actor: 0. */
void utility_of(const struct utility *utility, int actor, const double *package, bool agreed,
                double *out, int lanes);

/* raw[lane] += weight * v(at[lane]): one issue's part of the raw worth, without red lines and
 * linkages. */
void utility_add_loss(const struct utility *utility, int actor, int issue, const double *at,
                      double *raw, int lanes);

/* raw[lane] -= what a package costs by passing the soft red line of one issue. */
void utility_add_penalty(const struct utility *utility, int actor, int issue, const double *package,
                         double *raw, int lanes);

/* out[lane] = u of a raw worth: affine, then CARA. */
void utility_scaled(const struct utility *utility, int actor, const double *raw, double *out,
                    int lanes);

/* The worth of the status quo along the front, in two steps (models/utility_along.c): `rest` and
 * `slope` are its raw worth without the front issue's own loss, rest + slope * front; then, for any
 * fronts, out[lane] = u_actor. status_quo [issue][LANES]; its front row is ignored. */
void utility_along_rest(const struct utility *utility, int actor, const double *status_quo,
                        double *rest, double *slope, int lanes);
void utility_along(const struct utility *utility, int actor, const double *rest,
                   const double *slope, const double *front, double *out, int lanes);

/* Whether a package keeps to all bounds of a condition in one lane; a shortfall of 1e-9 counts as
 * none. (models/utility_terms.c, like the next) */
bool utility_meets(const struct utility *utility, const struct condition *condition,
                   const double *package, int lane);
/* What passing a soft red line costs the actor in raw worth at a position of one issue. */
double utility_penalty(const struct utility *utility, int actor, int issue, int lane, double at);

/* What position `at` of one issue adds to the actor's raw worth in one lane, soft red lines
 * counted as if they held, linkages not. */
double utility_part(const struct utility *utility, int actor, int issue, int lane, double at);

/* g(u) = (1 - e^(-a u)) / (1 - e^(-a)), the identity for |a| < 1e-9, with -a u cut at 100; its
 * derivative; its inverse (HUGE_VAL or -HUGE_VAL for a worth that no u has). */
double utility_risk(double a, double u);
double utility_risk_slope(double a, double u);
double utility_risk_inverse(double a, double worth);

/* low, high [issue][LANES]: the positions inside every hard red line without a condition of actors
 * that can refuse and of mediators; low > high where those lines leave nothing. */
void utility_bounds(const struct utility *utility, double *low, double *high, int lanes);

#endif
