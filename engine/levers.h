/* What outside parties do, and what befalls the actors: levers and shocks, once a round. */
#ifndef ENGINE_LEVERS_H
#define ENGINE_LEVERS_H

#include "engine/table.h"

/* Drivers as the levers' schedule has them in a round, whatever happens: what can be foreseen. */
void levers_plan(struct table *table, const struct view *view, int round, struct drivers *drivers,
                 int lanes);

/* Whether the lever is due in a round by its schedule alone, whatever happens. */
bool levers_foreseen(const struct lever_plan *plan, int round);

/* The drivers of one lever alone, pulled where `on`, in the truth's numbers. */
void levers_alone(const struct table *table, const struct lever_plan *plan, const bool *on,
                  struct drivers *drivers);

/* Whether a lever acts in a round (`on`), and whether its owner bears its cost (`pays`). */
void levers_conditions(const struct table *table, const struct history *history,
                       const struct lever_plan *plan, int round, bool *on, bool *pays);

/* Keeps what the plan just made adds to the cost of war in a round. */
void levers_foresee(struct table *table, int round);

/* Drivers of this round as they are: schedule, rejections, milestones, violations, walk-outs and
 * shocks. Also sets credibility and both views' audience costs. */
void levers_pull(struct table *table, const struct history *history, int round);

/* Shocks and walk-outs of this round. */
void levers_events(struct table *table, int round);

/* Both sides' strength: capability times `raised` ([actor]: what levers and shocks make of it), the
 * drivers' aid, and 1 - exhaustion ([actor]). */
void levers_strength(const struct table *table, const struct view *view,
                     const struct drivers *drivers, const double *raised, const double *exhaustion,
                     double *low, double *high, int lanes);

#endif
