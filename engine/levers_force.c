#include "engine/levers_force.h"

#include <math.h>
#include <string.h>

#include "engine/levers_wait.h"
#include "engine/mediation.h"

/* 1 - prod (1 - pull) over the levers that one needs: as they are by themselves. */
static void levers_others(const struct table *table, const struct view *view,
                          const struct pulls *pulls, const struct selection *with, int lanes,
                          double *others)
{
    block_fill(others, 1, lanes);
    for (int j = 0; j < with->count; j++) {
        int k = with->index[j];
        const struct lever_plan *plan = &table->scenario->lever[k];
        const double *intensity = table_row(table, view, plan->intensity);
        const double *credibility = table_row(table, view, plan->credibility);
        const double *age = table_of(pulls->age, k);
        bool settles = leverage_kind(plan)->settles;
        for (int lane = 0; lane < lanes; lane++) {
            bool on = pulls->on[k * LANES + lane], due = pulls->due[k * LANES + lane];
            double share = due ? leverage_share(&plan->when, age[lane]) : 1;
            double pull = intensity[lane] * share * (settles ? credibility[lane] : 1);
            others[lane] *= on ? 1 - pull : 1;
        }
    }
    for (int lane = 0; lane < lanes; lane++)
        others[lane] = 1 - others[lane];
}

static void levers_needs(const struct table *table, const struct view *view,
                         const struct pulls *pulls, int k, int lanes)
{
    const struct lever_complement *needs = &table->scenario->lever[k].complement;
    const double *alone = table_row(table, view, needs->alone);
    double *hard = table_of(pulls->hard, k), others[LANES];
    levers_others(table, view, pulls, &needs->with, lanes, others);
    for (int lane = 0; lane < lanes; lane++)
        hard[lane] *= leverage_complement(alone[lane], others[lane]);
}

void levers_force(const struct table *table, const struct view *view, struct pulls *pulls,
                  const double *cohesion, int lanes)
{
    const struct scenario *scenario = table->scenario;
    for (int k = 0; k < scenario->levers; k++) {
        const struct lever_plan *plan = &scenario->lever[k];
        const double *intensity = table_row(table, view, plan->intensity);
        double *hard = table_of(pulls->hard, k);
        bool allied =
            cohesion != NULL && selection_holds(&scenario->process.cohesion.allies, plan->owner);
        for (int lane = 0; lane < lanes; lane++)
            hard[lane] = allied ? intensity[lane] * cohesion[lane] : intensity[lane];
        if (plan->complement.alone.row >= 0 || plan->complement.with.count > 0)
            levers_needs(table, view, pulls, k, lanes);
    }
}

void levers_weigh(const struct table *table, const struct view *view, struct pulls *pulls,
                  int round, int lanes)
{
    const struct scenario *scenario = table->scenario;
    for (int k = 0; k < scenario->levers; k++) {
        double share[LANES];
        if (!mediation_expected(table, view, scenario->lever[k].owner, round, share, lanes))
            continue;
        for (int lane = 0; lane < lanes; lane++) {
            table_of(pulls->hard, k)[lane] *= share[lane];
            pulls->on[k * LANES + lane] &= share[lane] > 0;
            pulls->due[k * LANES + lane] &= share[lane] > 0;
        }
    }
}

/* What of a reward is given before any agreement, and what that makes of its credibility. */
static void levers_early(const struct table *table, const struct view *view,
                         const struct pulls *pulls, int k, int lanes, struct grip *grip)
{
    const struct lever_plan *plan = &table->scenario->lever[k];
    const struct leverage_early *early = &levers_reward(plan)->early;
    const double *share = table_row(table, view, early->share);
    const double *proof = table_row(table, view, early->proof);
    const double *hard = table_of(pulls->hard, k);
    for (int lane = 0; lane < lanes; lane++) {
        grip->gift[lane] = pulls->on[k * LANES + lane] ? hard[lane] * share[lane] : 0;
        grip->now[lane] *= 1 - share[lane];
        grip->ahead[lane] *= 1 - share[lane];
        grip->credibility[lane] =
            leverage_believed(grip->credibility[lane], share[lane], proof[lane]);
    }
}

static void levers_tranches(const struct table *table, const struct view *view,
                            const struct pulls *pulls, int k, int lanes, struct grip *grip)
{
    const struct lever_plan *plan = &table->scenario->lever[k];
    const double *discount = table_of(view->discount, plan->target);
    bool follows = levers_follows(table->scenario, plan);
    for (int lane = 0; lane < lanes; lane++) {
        struct stride stride = follows && !pulls->due[k * LANES + lane]
                                   ? levers_stride_then(table, view, plan, lane)
                                   : levers_stride(table, view, lane);
        grip->now[lane] *= stride.done / stride.count;
        grip->ahead[lane] *=
            leverage_tranches(stride.count, stride.done, stride.rate, discount[lane]) *
            (stride.idle ? discount[lane] : 1);
    }
}

/* Status is worth more the longer the war has gone on, and from one leader to another. */
static void levers_rank(const struct table *table, const struct view *view,
                        const struct lever_plan *plan, int lanes, double *rank)
{
    const struct actor *self = &table->scenario->game.actor[plan->target];
    const struct leverage_status *own = plan->kind.settings;
    const double *personal = table_row(table, view, own->personal);
    const double *status = table_row(table, view, self->status);
    const double *growth = table_row(table, view, self->status_growth);
    const double *age = table_row(table, view, table->scenario->conflict.age);
    for (int lane = 0; lane < lanes; lane++)
        rank[lane] = status[lane] * (1 + growth[lane] * (age[lane] + table->fought[lane])) *
                     (table->spoken[lane] ? 1 + personal[lane] : 1);
}

static bool levers_is_bound(const struct table *table, const struct lever_plan *plan, int lane)
{
    return table->ratified[lane] &&
           selection_holds(&table->scenario->process.ratification.by, plan->owner);
}

static void levers_belief(const struct table *table, const struct view *view,
                          const struct lever_plan *plan, int lanes, double *out)
{
    const double *credibility = table_row(table, view, plan->credibility);
    const double *bound = table_row(table, view, plan->bound);
    bool binds = plan->bound.row >= 0;
    double room[LANES];
    for (int lane = 0; lane < lanes; lane++)
        out[lane] = binds && levers_is_bound(table, plan, lane) ? bound[lane] : credibility[lane];
    const double *believed =
        mediation_believed(table, view, plan->owner, plan->target, out, room, lanes);
    if (believed != out)
        memcpy(out, believed, (size_t)lanes * sizeof *out);
}

/* Whether the signature that a waiting lever waits for may be this round's, and what follows from
 * it be paid at once. */
static bool levers_signs(const struct table *table, const struct lever_plan *plan, int lane)
{
    bool staged = table->scenario->process.comprehensive.staged;
    bool one_text = plan->when.after == MILESTONE_SETTLEMENT && !staged;
    return !table_agreed(table, lane) && (plan->when.after == MILESTONE_FRAMEWORK || one_text);
}

/* Whether it waits for more than is in force, and nobody is to count on it meanwhile: guarantees.
 */
static bool levers_lacks(const struct table *table, const struct lever_plan *plan, bool due,
                         int lane)
{
    return !due && table_agreed(table, lane) && !leverage_kind(plan)->rewards;
}

/* `at_once`: it does all that it can as soon as it is due. */
static void levers_pace(const struct table *table, const struct view *view,
                        const struct pulls *pulls, int k, bool at_once, int lanes,
                        struct grip *grip)
{
    const struct lever_plan *plan = &table->scenario->lever[k];
    const double *hard = table_of(pulls->hard, k), *age = table_of(pulls->age, k);
    const double *discount = table_of(view->discount, plan->target);
    bool follows = levers_follows(table->scenario, plan);
    for (int lane = 0; lane < lanes; lane++) {
        bool on = pulls->on[k * LANES + lane], due = pulls->due[k * LANES + lane];
        bool later = follows && !due;
        double pull = on ? hard[lane] : 0;
        grip->now[lane] = due || levers_signs(table, plan, lane) ? pull : 0;
        grip->ahead[lane] = levers_lacks(table, plan, due, lane) ? 0 : pull;
        grip->kept[lane] = due || plan->when.after != MILESTONE_SETTLEMENT;
        if (later)
            grip->ahead[lane] *= levers_wait(table, view, plan, lane);
        if (at_once)
            continue;
        grip->now[lane] *= leverage_share(&plan->when, age[lane]);
        grip->ahead[lane] *= leverage_ahead(&plan->when, age[lane] + later, discount[lane]);
    }
}

void levers_grip(const struct table *table, const struct view *view, const struct pulls *pulls,
                 int k, bool whole, int lanes, struct grip *grip)
{
    const struct lever_plan *plan = &table->scenario->lever[k];
    const struct leverage_reward *reward = levers_reward(plan);
    bool at_once = whole || (plan->when.lag == 0 && plan->when.ramp <= 1);
    levers_pace(table, view, pulls, k, at_once, lanes, grip);
    levers_belief(table, view, plan, lanes, grip->credibility);
    block_fill(grip->gift, 0, lanes);
    block_fill(grip->rank, 1, lanes);
    if (leverage_kind(plan)->ranks)
        levers_rank(table, view, plan, lanes, grip->rank);
    if (reward != NULL && reward->tranches.released)
        levers_tranches(table, view, pulls, k, lanes, grip);
    if (reward != NULL && reward->early.share.row >= 0)
        levers_early(table, view, pulls, k, lanes, grip);
    const double *size = table_row(table, view, plan->size);
    for (int lane = 0; lane < lanes; lane++)
        grip->size[lane] = plan->size.row < 0 ? NAN : size[lane];
    grip->tug = (struct tug){ grip->now,  grip->ahead,       grip->gift, pulls->due + k * LANES,
                              grip->kept, grip->credibility, grip->size, grip->rank };
}

void levers_restrain(const struct table *table, const struct view *view, const struct pulls *pulls,
                     int k, int lanes, double *restraint)
{
    const struct lever_plan *plan = &table->scenario->lever[k];
    const struct leverage_reward *reward = levers_reward(plan);
    if (reward == NULL || !reward->tranches.released)
        return;
    const double *share = table_row(table, view, reward->tranches.restraint);
    const double *hard = table_of(pulls->hard, k);
    double credibility[LANES];
    levers_belief(table, view, plan, lanes, credibility);
    for (int lane = 0; lane < lanes; lane++) {
        struct stride stride = levers_stride(table, view, lane);
        double outstanding = pulls->on[k * LANES + lane] ? 1 - stride.done / stride.count : 0;
        restraint[lane] *= 1 - share[lane] * hard[lane] * credibility[lane] * outstanding;
    }
}

void levers_lean(const struct table *table, const struct pulls *pulls, const double *strain,
                 double *lean, int lanes)
{
    const struct scenario *scenario = table->scenario;
    const struct cohesion *cohesion = &scenario->process.cohesion;
    block_fill(lean, 0, lanes);
    for (int k = 0; k < scenario->levers; k++) {
        const struct lever_plan *plan = &scenario->lever[k];
        if (!leverage_kind(plan)->coerces || !selection_holds(&cohesion->allies, plan->owner) ||
            !selection_holds(&cohesion->partners, plan->target))
            continue;
        for (int lane = 0; lane < lanes; lane++)
            lean[lane] += pulls->due[k * LANES + lane] ? table_of(pulls->hard, k)[lane] : 0;
    }
    for (int lane = 0; lane < lanes; lane++)
        lean[lane] = (lean[lane] < 1 ? lean[lane] : 1) * strain[lane];
}

void levers_cohere(const struct table *table, const struct view *view, const double *cohesion,
                   const double *lean, const double *jump, double *next, int lanes)
{
    const struct cohesion *about = &table->scenario->process.cohesion;
    const double *base = table_row(table, view, about->base);
    const double *recovery = table_row(table, view, about->recovery);
    const double *erosion = table_row(table, view, about->erosion);
    const double *floor = table_row(table, view, about->floor);
    for (int lane = 0; lane < lanes; lane++) {
        struct cohesion_rates rates = { base[lane], recovery[lane], erosion[lane], floor[lane] };
        next[lane] = cohesion_step(&rates, cohesion[lane], lean[lane], jump[lane]);
    }
}
