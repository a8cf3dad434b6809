#include "engine/levers_wait.h"

#include "models/special.h"

const struct leverage_reward *levers_reward(const struct lever_plan *plan)
{
    return leverage_kind(plan)->rewards ? plan->kind.settings : NULL;
}

/* Without steps of its own an agreement is carried out at once, in the round after it is reached.
 */
struct stride levers_stride(const struct table *table, const struct view *view, int lane)
{
    const struct aftermath_steps *steps = &table->scenario->process.aftermath.steps;
    if (steps->count == 0)
        return (struct stride){ 1, table_agreed(table, lane) ? 1 : 0, 1, false };
    return (struct stride){ (double)steps->count, table->steps_done[lane],
                            table_row(table, view, steps->rate)[lane], !table_agreed(table, lane) };
}

/* Steps that are done for certain when what the lever waits for has come. */
static double levers_certain(const struct scenario *scenario, const struct lever_plan *plan)
{
    if (plan->when.after == MILESTONE_STEP)
        return (double)plan->when.step;
    return scenario->process.aftermath.steps.count == 0 ? 1 : 0;
}

struct stride levers_stride_then(const struct table *table, const struct view *view,
                                 const struct lever_plan *plan, int lane)
{
    struct stride stride = levers_stride(table, view, lane);
    double certain = levers_certain(table->scenario, plan);
    certain = certain < stride.count ? certain : stride.count;
    stride.done = certain > stride.done ? certain : stride.done;
    stride.idle = false;
    return stride;
}

bool levers_follows(const struct scenario *scenario, const struct lever_plan *plan)
{
    bool second =
        plan->when.after == MILESTONE_SETTLEMENT && scenario->process.comprehensive.staged;
    return levers_reward(plan) != NULL && (second || plan->when.after == MILESTONE_STEP);
}

static double levers_wait_step(const struct table *table, const struct view *view,
                               const struct lever_plan *plan, double discount, int lane)
{
    struct stride stride = levers_stride(table, view, lane);
    double next = leverage_next(stride.rate, 0, discount);
    if (plan->when.step > table->scenario->process.aftermath.steps.count)
        return 0;
    return special_power(next, (double)plan->when.step - stride.done) *
           (stride.idle ? discount : 1);
}

double levers_wait(const struct table *table, const struct view *view,
                   const struct lever_plan *plan, int lane)
{
    const struct comprehensive *second = &table->scenario->process.comprehensive;
    double discount = block_read(view->discount, (size_t)plan->target)[lane];
    if (plan->when.after == MILESTONE_STEP)
        return levers_wait_step(table, view, plan, discount, lane);
    if (table->phase[lane] == PHASE_TALKS)
        return discount;
    return discount * leverage_next(table_row(table, view, second->rate)[lane],
                                    table_row(table, view, second->stall)[lane], discount);
}
