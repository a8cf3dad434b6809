/* How hard levers are pulled: intensity, complements, cohesion, ramps, tranches, belief. */
#ifndef ENGINE_LEVERS_FORCE_H
#define ENGINE_LEVERS_FORCE_H

#include "engine/table.h"

/* Fills `hard` of pulls that stand, in a view. `cohesion`: a row; NULL: nobody is allied. */
void levers_force(const struct table *table, const struct view *view, struct pulls *pulls,
                  const double *cohesion, int lanes);

/* Weighs pulls that are planned for a round by the chance that their owners are still there. */
void levers_weigh(const struct table *table, const struct view *view, struct pulls *pulls,
                  int round, int lanes);

/* A lever's grip: the rows behind a struct tug, `tug` pointing to them. Not to be copied. `whole`:
 * as though its lag and ramp were behind it. */
struct grip {
    double now[LANES], ahead[LANES], gift[LANES];
    double credibility[LANES], size[LANES], rank[LANES];
    bool kept[LANES];
    struct tug tug;
};
void levers_grip(const struct table *table, const struct view *view, const struct pulls *pulls,
                 int k, bool whole, int lanes, struct grip *grip);

/* Factor on the hazard of violation by what of a lever is outstanding. */
void levers_restrain(const struct table *table, const struct view *view, const struct pulls *pulls,
                     int k, int lanes, double *restraint);

/* How hard allies press partners in pulls that stand, times what `strain` leaves of it. */
void levers_lean(const struct table *table, const struct pulls *pulls, const double *strain,
                 double *lean, int lanes);

/* The cohesion that follows, in a view; `jump`: what shocks add to it. */
void levers_cohere(const struct table *table, const struct view *view, const double *cohesion,
                   const double *lean, const double *jump, double *next, int lanes);

#endif
