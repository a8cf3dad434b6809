/* A war says how fighting moves the front, or how it is decided. */
#ifndef MODELS_WAR_H
#define MODELS_WAR_H

#include "models/block.h"
#include "models/model.h"
#include "models/random.h"

/* What becomes of a front that reaches an end of the axis. */
enum boundary { BOUNDARY_ABSORB, BOUNDARY_REFLECT };

struct war {
    struct model about;
    bool at_once; /* decided by a single draw in the first round fought, instead of fought over the
                     front */
    /* Where the front starts: at[lane]. */
    void (*begin)(const void *settings, const double *values, double *at, int lanes);
    /* The front's mean move and volatility, or (at_once) drift[lane] = the high side's chance to
     * win, given each side's capability after aid and exhaustion. `first_is_high`: the first
     * belligerent of the scenario is on the high side. */
    void (*move)(const void *settings, const double *values, const double *low, const double *high,
                 bool first_is_high, double *drift, double *volatility, int lanes);
    int (*boundary)(const void *settings); /* enum boundary; NULL when at_once */
};

#endif
