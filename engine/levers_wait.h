/* What rewards are worth that are not paid from the signature on: those that follow verified steps
 * or a second text, and those that come in tranches. */
#ifndef ENGINE_LEVERS_WAIT_H
#define ENGINE_LEVERS_WAIT_H

#include "engine/table.h"

/* The settings of a lever that rewards; NULL: it does not. */
const struct leverage_reward *levers_reward(const struct lever_plan *plan);

/* Verified steps of the settlement: how many there are, and are done; the chance of one a round. */
struct stride {
    double count, done, rate;
    bool idle; /* none can be done in this round: there is no agreement in force */
};
struct stride levers_stride(const struct table *table, const struct view *view, int lane);

/* The stride of tranches that wait for a step or a second text besides, as it will be when that has
 * come. */
struct stride levers_stride_then(const struct table *table, const struct view *view,
                                 const struct lever_plan *plan, int lane);

/* Whether a reward is put off by steps, or by a second text, that follow the first signature. */
bool levers_follows(const struct scenario *scenario, const struct lever_plan *plan);

/* What such a reward is worth, while it waits, of what it will be worth in the round in which it
 * begins, that after its step or after the second signature: with q of leverage_next()
 *   step n, k of them done:  q^(n - k), times d as of a signature, in whose round no step is done;
 *                            0 where a settlement has no n steps
 *   second text:             d q, and d once the talks on it have begun. */
double levers_wait(const struct table *table, const struct view *view,
                   const struct lever_plan *plan, int lane);

#endif
