/* What multipliers prove (models/dual.h), whoever found them. */
#ifndef MODELS_DUAL_VALUE_H
#define MODELS_DUAL_VALUE_H

#include "models/dual.h"

/* Package, utilities, value, bound, gap and status from the answer's multipliers; any aim but
 * DUAL_NASH. */
void dual_value(const struct dual_problem *problem, struct dual_answer *answer);

/* Gap and status from value, bound and what the multipliers are worth: sum_k h_k(l) - l.claim,
 * whose terms are `size` in absolute sum. */
void dual_value_judge(struct dual_answer *answer, int parties, double worth, double size);

#endif
