/* What outside parties do, and what befalls the actors: levers and shocks, once a round. */
#ifndef ENGINE_LEVERS_H
#define ENGINE_LEVERS_H

#include "engine/table.h"

/* Drivers as the levers' schedule has them in a round, whatever happens: what can be foreseen. */
void levers_plan(struct table *table, const struct view *view, int round, struct drivers *drivers,
                 int lanes);

/* Keeps what the plan just made adds to the cost of war in a round. */
void levers_foresee(struct table *table, int round);

/* Drivers of this round as they are: schedule, rejections, milestones, violations, walk-outs and
 * shocks. Also sets credibility and both views' audience costs. */
void levers_pull(struct table *table, const struct history *history, int round);

/* Walk-outs and shocks of this round. */
void levers_events(struct table *table, int round);

/* Both sides' strength: capability after levers, aid and exhaustion. */
void levers_strength(const struct table *table, const struct view *view,
                     const struct drivers *drivers, const double *exhaustion, double *low,
                     double *high, int lanes);

#endif
