/* Vocabulary: laws of finitely many values, each with its share of the probability. */
#ifndef MODELS_STEPS_H
#define MODELS_STEPS_H

#include "models/distribution.h"

/* The most values that a law may have, and the doubles that its table takes. */
enum { STEPS_VALUES = 4096, STEPS_TABLE = 2 * STEPS_VALUES };

/* The following serve `struct distribution` directly; a weight of NULL stands for equal weights. */
const char *steps_check(const void *settings);
void steps_prepare(struct distribution_settings *settings, double *table);
void steps_quantile(const struct distribution_settings *settings, const double *u, double *out,
                    int lanes);
double steps_mean(const struct distribution_settings *settings);
void steps_support(const struct distribution_settings *settings, double *low, double *high);

#endif
