/* What multipliers prove, worked out from the problem alone. */
#include "models/dual_value.h"

#include <math.h>

#include "models/special.h"

/* Sum_k h_k(l) - l.claim, and how large its terms are in sum. */
struct dual_worth {
    double worth, size;
};

static struct dual_worth dual_weigh(const struct dual_problem *problem, const double *multiplier,
                                    struct dual_answer *answer)
{
    struct dual_worth sum = { 0.0, 0.0 };
    int parties = problem->parties;
    for (int i = 0; i < parties; i++) {
        answer->utility[i] = 0.0;
        sum.worth -= multiplier[i] * problem->claim[i];
        sum.size += multiplier[i] * fabs(problem->claim[i]);
    }
    for (int k = 0; k < problem->issues; k++) {
        double top = 0.0, bottom = 0.0;
        for (int i = 0; i < parties; i++) {
            double pull = multiplier[i] * problem->weight[i][k];
            top += pull * problem->ideal[i][k];
            bottom += pull;
        }
        double mean = bottom > 0.0 ? top / bottom : problem->low[k];
        double x = fmin(fmax(mean, problem->low[k]), problem->high[k]);
        answer->package[k] = x;
        for (int i = 0; i < parties; i++) {
            double off = x - problem->ideal[i][k], weight = problem->weight[i][k];
            answer->utility[i] += weight * (1.0 - off * off);
            sum.worth += multiplier[i] * weight * (1.0 - off * off);
            sum.size += multiplier[i] * weight * (1.0 + off * off);
        }
    }
    return sum;
}

static void dual_value_fair(const struct dual_problem *problem, struct dual_answer *answer,
                            double worth)
{
    double rest = 1.0 - problem->alpha;
    answer->value = 0.0;
    answer->bound = worth;
    for (int i = 0; i < problem->parties; i++) {
        double a = problem->power[i], l = answer->multiplier[i];
        double s = answer->utility[i] - problem->claim[i];
        double best = special_power(a / l, 1.0 / problem->alpha);
        answer->bound += a * special_power(best, rest) / rest - l * best;
        if (s > 0.0)
            answer->value += a * special_power(s, rest) / rest;
        else
            answer->value = -HUGE_VAL;
    }
}

static void dual_value_ray(const struct dual_problem *problem, struct dual_answer *answer,
                           double worth)
{
    double total = 0.0;
    answer->value = HUGE_VAL;
    for (int i = 0; i < problem->parties; i++) {
        double surplus = answer->utility[i] - problem->claim[i], share = problem->share[i];
        total += share * answer->multiplier[i];
        if (share > 0.0)
            answer->value = fmin(answer->value, surplus / share);
    }
    for (int i = 0; i < problem->parties; i++) {
        if (!(problem->share[i] > 0.0) && answer->utility[i] < problem->claim[i])
            answer->value = -HUGE_VAL;
        answer->multiplier[i] /= total;
    }
    answer->bound = worth / total;
}

/* DUAL_RAY: those with no share, on their own, prove that no package meets their claims. */
static bool dual_value_refuse(const struct dual_problem *problem, struct dual_answer *answer)
{
    struct dual_answer alone = *answer;
    double total = 0.0;
    for (int i = 0; i < problem->parties; i++) {
        if (problem->share[i] > 0.0)
            alone.multiplier[i] = 0.0;
        total += alone.multiplier[i];
    }
    if (!(total > 0.0))
        return false;
    struct dual_worth sum = dual_weigh(problem, alone.multiplier, &alone);
    alone.value = -HUGE_VAL;
    alone.bound = HUGE_VAL;
    dual_value_judge(&alone, problem->parties, sum.worth, sum.size);
    if (alone.status == DUAL_NONE)
        *answer = alone;
    return alone.status == DUAL_NONE;
}

void dual_value_judge(struct dual_answer *answer, int parties, double worth, double size)
{
    answer->gap = answer->bound - answer->value;
    bool good =
        answer->value > -HUGE_VAL && answer->gap <= DUAL_GAP * fmax(1.0, fabs(answer->value));
    answer->status = good ? DUAL_SOLVED : DUAL_UNDECIDED;
    if (good || !(worth < -1e-14 * size))
        return;
    double total = 0.0;
    for (int i = 0; i < parties; i++)
        total += answer->multiplier[i];
    for (int i = 0; i < parties; i++)
        answer->multiplier[i] /= total;
    answer->status = DUAL_NONE;
    answer->value = -HUGE_VAL;
    answer->bound = worth / total;
    answer->gap = HUGE_VAL;
}

void dual_value(const struct dual_problem *problem, struct dual_answer *answer)
{
    struct dual_worth sum = dual_weigh(problem, answer->multiplier, answer);
    if (problem->aim == DUAL_RAY) {
        dual_value_ray(problem, answer, sum.worth);
        if (answer->value > -HUGE_VAL || !dual_value_refuse(problem, answer))
            dual_value_judge(answer, problem->parties, 0.0, 0.0);
        return;
    }
    if (problem->aim == DUAL_ALPHA_FAIR) {
        dual_value_fair(problem, answer, sum.worth);
        dual_value_judge(answer, problem->parties, sum.worth, sum.size);
        return;
    }
    answer->value = 0.0;
    for (int i = 0; i < problem->parties; i++)
        answer->value += problem->power[i] * answer->utility[i];
    answer->bound = answer->value; /* the package is the one that h_k(a) asks for */
    dual_value_judge(answer, problem->parties, 0.0, 0.0);
}
