/* What outside parties do, and what befalls the actors: levers and shocks, once a round. */
#ifndef ENGINE_LEVERS_H
#define ENGINE_LEVERS_H

#include "engine/table.h"

/* Before the first round: which owners will never pull their levers, and cohesion. */
void levers_begin(struct table *table);

/* Afterwards, in place of chance: an owner will pull a lever if that is as likely as not. */
void levers_expected(struct table *table);

/* Drivers as the levers' schedule has them in a round, whatever happens: what can be foreseen.
 * Called for the rounds in their order. */
void levers_plan(struct table *table, const struct view *view, int round, struct drivers *drivers,
                 int lanes);

/* The drivers of one lever alone, as it stands in pulls, in the truth's numbers. `whole`: as though
 * its lag and ramp were behind it. Of drivers [actor] the target's and the owner's alone are set.
 */
void levers_alone(const struct table *table, const struct pulls *pulls, int k, bool whole,
                  struct drivers *drivers);

/* Keeps what the plan just made adds to the cost of war in a round. */
void levers_foresee(struct table *table, int round);

/* Drivers of this round as they are: schedule, rejections, milestones, violations, walk-outs and
 * shocks. Also sets credibility, both views' hazards of violation and audience costs. */
void levers_pull(struct table *table, const struct history *history, int round);

/* Shocks and walk-outs of this round. */
void levers_events(struct table *table, int round);

/* Capability, aid and backfill of the drivers, in the truth's numbers, as levers would leave them,
 * were those whose last round comes before `until` pulled by their schedule. Called while pulls and
 * planned stand. */
void levers_strengthen(const struct table *table, long until, struct drivers *drivers);

/* Both sides' strength: capability times `raised` ([actor]: what levers and shocks make of it), the
 * drivers' aid, and 1 - exhaustion ([actor]). */
void levers_strength(const struct table *table, const struct view *view,
                     const struct drivers *drivers, const double *raised, const double *exhaustion,
                     double *low, double *high, int lanes);

#endif
