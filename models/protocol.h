/* A protocol says who may propose what, and on whose picture of the others. */
#ifndef MODELS_PROTOCOL_H
#define MODELS_PROTOCOL_H

#include "models/block.h"
#include "models/game.h"
#include "models/model.h"
#include "models/random.h"

struct protocol {
    struct model about;
    bool exact_prior; /* the proposer reckons with the whole prior of the others' private numbers,
                       * not with its mean and variance alone */
    /* Who proposes once `left` others who did have walked away: an actor; -1: nobody. */
    int (*proposer)(const void *settings, const struct game *game, int left);
    /* text[lane]: whether a text is tabled in this round, among the lanes where `open`; `pace`: a
     * row of factors on its chance. */
    void (*table)(const void *settings, const double *values, const struct random *random,
                  const double *pace, const bool *open, bool *text);
};

#endif
