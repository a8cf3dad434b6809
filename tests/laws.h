/* Distributions as tests want them: by name, with numbers alone. */
#ifndef TESTS_LAWS_H
#define TESTS_LAWS_H

#include <criterion/criterion.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "models/catalogue.h"

/* A distribution with settings, its exact u-quantile (NULL: none) and its standard deviation. */
struct example {
    const char *name;
    double parameter[4];
    double (*exact)(const double *parameter, double u);
    double sd;
};

/* Looks the distribution up and prepares it; the caller frees settings->table. */
static inline const struct distribution *laws_prepare(const struct example *example,
                                                      struct distribution_settings *settings)
{
    const struct distribution *distribution =
        (const void *)catalogue_find("distribution", example->name);
    cr_assert(distribution != NULL, "%s", example->name);
    memcpy(settings->parameter, example->parameter, sizeof settings->parameter);
    const char *sentence = distribution->about.check ? distribution->about.check(settings) : NULL;
    cr_assert(sentence == NULL, "%s: %s", example->name, sentence);
    double *table = calloc(distribution->table_size + 1, sizeof *table);
    if (distribution->prepare != NULL)
        distribution->prepare(settings, table);
    settings->table = table;
    return distribution;
}

static inline void laws_free(struct distribution_settings *settings)
{
    free((void *)(uintptr_t)settings->table);
}

static inline double laws_quantile(const struct distribution *distribution,
                                   const struct distribution_settings *settings, double u)
{
    double out;
    distribution->quantile(settings, &u, &out, 1);
    return out;
}

#endif
