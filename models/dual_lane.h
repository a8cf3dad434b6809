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

/* The numbers of a problem's issues into a lane; dual_lane(address) is where its numbers begin. */
DUAL_INLINE void dual_pack_issues(const struct dual_problem *problem, struct dual_lanes *lanes,
                                  int lane, int parties)
{
    for (int k = 0; k < problem->issues; k++) {
        dual_lane(&lanes->low[k])[lane] = problem->low[k];
        dual_lane(&lanes->high[k])[lane] = problem->high[k];
        for (int i = 0; i < parties; i++) {
            dual_lane(&lanes->weight[k][i])[lane] = problem->weight[i][k];
            dual_lane(&lanes->ideal[k][i])[lane] = problem->ideal[i][k];
        }
    }
}

/* The rest of a problem into a lane. */
DUAL_INLINE void dual_pack(const struct dual_problem *problem, const double *start,
                           struct dual_lanes *lanes, int lane, int parties)
{
    bool ray = problem->aim == DUAL_RAY;
    double lowered = ray ? dual_lowered(problem) : 0.0;
    dual_lane(&lanes->lowered)[lane] = lowered;
    dual_lane(&lanes->alpha)[lane] = problem->alpha;
    dual_over (i, 0, parties) {
        bool warm = start && problem->aim == DUAL_NASH;
        dual_lane(&lanes->claim[i])[lane] = problem->claim[i];
        dual_lane(&lanes->share[i])[lane] = ray ? problem->share[i] : 0.0;
        dual_lane(&lanes->power[i])[lane] = ray ? 0.1 : problem->power[i];
        dual_lane(&lanes->multiplier[i])[lane] = warm ? start[i] : 0.0;
    }
}

/* What follows from the numbers of all lanes. */
DUAL_INLINE void dual_prepare(struct dual_lanes *lanes, int parties, int issues)
{
    dual_real total[DUAL_PARTIES];
    dual_over (i, 0, parties)
        total[i] = dual_all(0.0);
    for (int k = 0; k < issues; k++)
        dual_over (i, 0, parties) {
            lanes->pull[k][i] = lanes->weight[k][i] * lanes->ideal[k][i];
            total[i] += lanes->weight[k][i];
        }
    dual_over (i, 0, parties) {
        dual_real cold = lanes->power[i] / dual_choose(total[i] > 0.0, total[i], dual_all(1.0));
        lanes->room[i] = total[i] - lanes->claim[i] + lanes->lowered * lanes->share[i];
        lanes->multiplier[i] = dual_choose(lanes->multiplier[i] > 0.0, lanes->multiplier[i], cold);
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
