/* A distribution says how an uncertain number is spread. Draws are made by inversion, one uniform
 * per number, so that designs, correlations and common random numbers stay possible. */
#ifndef MODELS_DISTRIBUTION_H
#define MODELS_DISTRIBUTION_H

#include "models/model.h"

/* The settings of every distribution: its parameters by table order, then its lists. */
struct distribution_settings {
    double parameter[4]; /* in the order of the model's parameter table; NAN: not given */
    int count;           /* of `value` */
    const double *value,
        *weight;         /* discrete, empirical: ascending not required; weight may be NULL */
    double constant[4];  /* filled by prepare(): whatever quantile() needs */
    const double *table; /* filled by the engine through prepare(): see table_size */
};

struct distribution {
    struct model about;
    bool lists;        /* takes `values` (and `weights`) instead of numbers alone */
    size_t table_size; /* doubles that prepare() fills; 0: none */
    /* Computes constants and the table once, after check(), and keeps `table` in the settings.
     * NULL: there is nothing to compute. mean() and support() do not need it. */
    void (*prepare)(struct distribution_settings *settings, double *table);
    /* out[k] = the u[k]-quantile, k < lanes; u strictly inside (0, 1). out may be u. */
    void (*quantile)(const struct distribution_settings *settings, const double *u, double *out,
                     int lanes);
    double (*mean)(const struct distribution_settings *settings);
    /* The ends of its support, possibly infinite. */
    void (*support)(const struct distribution_settings *settings, double *low, double *high);
};

#endif
