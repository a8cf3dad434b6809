/* One problem at a time. */
#include "models/dual.h"

#include "models/special.h"

typedef double dual_real;
typedef int dual_mask;
#define dual_choose(mask, a, b) ((mask) ? (a) : (b))
#define dual_any(mask) (mask)
#define dual_all(x) (x)
#define dual_log(x) special_log(x)
#define dual_power(x, y) special_power(x, y)
#define dual_lane(x) (x)

#include "models/dual_kernel.h"
#include "models/dual_lane.h"

DUAL_INLINE void dual_one(const struct dual_problem *problem, const double *start,
                          enum dual_aim aim, int parties, struct dual_answer *answer)
{
    struct dual_lanes lanes;
    struct dual_search search;
    dual_pack_issues(problem, &lanes, 0, parties);
    dual_pack(problem, start, &lanes, 0, parties);
    dual_prepare(&lanes, parties, problem->issues);
    dual_run(&lanes, &search, aim, parties, problem->issues);
    if (aim == DUAL_NASH) {
        dual_weigh(&lanes, parties, problem->issues);
        dual_certify(&lanes, parties);
    }
    dual_unpack(problem, &lanes, &search, aim, 0, answer);
}

/* The number of parties as a constant: loops over them are unrolled. */
#define DUAL_EACH(aim)                                                                             \
    switch (problem->parties) {                                                                    \
    case 2:                                                                                        \
        dual_one(problem, start, aim, 2, answer);                                                  \
        return;                                                                                    \
    case 3:                                                                                        \
        dual_one(problem, start, aim, 3, answer);                                                  \
        return;                                                                                    \
    case 4:                                                                                        \
        dual_one(problem, start, aim, 4, answer);                                                  \
        return;                                                                                    \
    case 5:                                                                                        \
        dual_one(problem, start, aim, 5, answer);                                                  \
        return;                                                                                    \
    case 6:                                                                                        \
        dual_one(problem, start, aim, 6, answer);                                                  \
        return;                                                                                    \
    case 7:                                                                                        \
        dual_one(problem, start, aim, 7, answer);                                                  \
        return;                                                                                    \
    default:                                                                                       \
        dual_one(problem, start, aim, 8, answer);                                                  \
        return;                                                                                    \
    }

static void dual_nash(const struct dual_problem *problem, const double *start,
                      struct dual_answer *answer)
{
    DUAL_EACH(DUAL_NASH)
}

static void dual_ray(const struct dual_problem *problem, struct dual_answer *answer)
{
    const double *start = NULL;
    DUAL_EACH(DUAL_RAY)
}

static void dual_fair(const struct dual_problem *problem, struct dual_answer *answer)
{
    const double *start = NULL;
    DUAL_EACH(DUAL_ALPHA_FAIR)
}

void dual_solve_from(const struct dual_problem *problem, const double *start,
                     struct dual_answer *answer)
{
    bool fair = problem->aim == DUAL_ALPHA_FAIR;
    if (problem->aim == DUAL_NASH || (fair && problem->alpha == 1.0)) {
        dual_nash(problem, start, answer);
    } else if (problem->aim == DUAL_RAY) {
        dual_ray(problem, answer);
    } else if (fair) {
        dual_fair(problem, answer);
    } else {
        for (int i = 0; i < problem->parties; i++)
            answer->multiplier[i] = problem->power[i];
        answer->iterations = 0;
        dual_value(problem, answer);
    }
}

void dual_solve(const struct dual_problem *problem, struct dual_answer *answer)
{
    dual_solve_from(problem, NULL, answer);
}
