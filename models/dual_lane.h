/* What models/dual.c and models/dual_batch.c share of models/dual.h: one problem in and out of a
 * lane. Include after models/dual_kernel.h. */
#ifndef MODELS_DUAL_LANE_H
#define MODELS_DUAL_LANE_H

#include <math.h>

#include "models/dual_value.h"

/* How far DUAL_RAY lowers claims, in units of the shares: every package leaves t + T >= 1. */
DUAL_INLINE double dual_lowered(const struct dual_problem *problem)
{
    double least = HUGE_VAL;
    for (int i = 0; i < problem->parties; i++) {
        double worst = -problem->claim[i];
        for (int k = 0; k < problem->issues; k++) {
            double down = problem->low[k] - problem->ideal[i][k];
            double up = problem->high[k] - problem->ideal[i][k];
            double most = fmax(down * down, up * up);
            worst += problem->weight[i][k] * (1.0 - most);
        }
        if (problem->share[i] > 0.0)
            least = fmin(least, worst / problem->share[i]);
    }
    return 1.0 - least;
}

/* A problem into a lane; dual_lane(address) is where its numbers begin. */
DUAL_INLINE void dual_pack(const struct dual_problem *problem, const double *start,
                           struct dual_lanes *lanes, int lane, int parties)
{
    int issues = problem->issues;
    bool ray = problem->aim == DUAL_RAY;
    double total[DUAL_PARTIES] = { 0.0 }, lowered = ray ? dual_lowered(problem) : 0.0;
    for (int k = 0; k < issues; k++) {
        dual_lane(&lanes->low[k])[lane] = problem->low[k];
        dual_lane(&lanes->high[k])[lane] = problem->high[k];
        for (int i = 0; i < parties; i++) {
            double weight = problem->weight[i][k], ideal = problem->ideal[i][k];
            dual_lane(&lanes->weight[k][i])[lane] = weight;
            dual_lane(&lanes->ideal[k][i])[lane] = ideal;
            dual_lane(&lanes->pull[k][i])[lane] = weight * ideal;
            total[i] += weight;
        }
    }
    dual_lane(&lanes->lowered)[lane] = lowered;
    dual_lane(&lanes->alpha)[lane] = problem->alpha;
    for (int i = 0; i < parties; i++) {
        double share = ray ? problem->share[i] : 0.0, power = ray ? 0.1 : problem->power[i];
        double cold = power / (total[i] > 0.0 ? total[i] : 1.0);
        bool warm = start && problem->aim == DUAL_NASH;
        dual_lane(&lanes->room[i])[lane] = total[i] - problem->claim[i] + lowered * share;
        dual_lane(&lanes->claim[i])[lane] = problem->claim[i];
        dual_lane(&lanes->share[i])[lane] = share;
        dual_lane(&lanes->power[i])[lane] = power;
        dual_lane(&lanes->multiplier[i])[lane] = warm ? start[i] : cold;
    }
}

/* What was found, out of a lane. DUAL_NASH after dual_weigh() and dual_certify(). */
DUAL_INLINE void dual_unpack(const struct dual_problem *problem, struct dual_lanes *lanes,
                             struct dual_search *search, enum dual_aim aim, int lane,
                             struct dual_answer *answer)
{
    answer->iterations = (int)dual_lane(&search->iterations)[lane];
    for (int i = 0; i < problem->parties; i++)
        answer->multiplier[i] = dual_lane(&lanes->multiplier[i])[lane];
    if (aim != DUAL_NASH) {
        dual_value(problem, answer);
        return;
    }
    for (int k = 0; k < problem->issues; k++)
        answer->package[k] = dual_lane(&lanes->package[k])[lane];
    for (int i = 0; i < problem->parties; i++)
        answer->utility[i] = dual_lane(&lanes->utility[i])[lane];
    double value = dual_lane(&lanes->value)[lane];
    answer->value = value <= -1e300 ? -HUGE_VAL : value;
    answer->bound = dual_lane(&lanes->bound)[lane];
    dual_value_judge(answer, problem->parties, dual_lane(&lanes->worth)[lane],
                     dual_lane(&lanes->size)[lane]);
}

#endif
