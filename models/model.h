/* What every model tells about itself, whatever kind it is. */
#ifndef MODELS_MODEL_H
#define MODELS_MODEL_H

#include "models/parameter.h"

struct model {
    const char *name;    /* the word a scenario uses; also the file's and the symbol's */
    const char *summary; /* one sentence */
    const char *formula; /* the mathematics, in plain text */
    const char *source;  /* where the mathematics comes from */
    size_t settings_size;
    size_t state_rows; /* rows of LANES doubles it wants per block, zeroed at the start;
                        * per actor where its contract says so */
    const struct parameter *parameters;         /* NULL: it has no settings */
    const char *(*check)(const void *settings); /* NULL, or a sentence saying what is wrong; it may
                                                 * itself be NULL */
};

/* A model that a scenario chose, with its settings (owned by the scenario; NULL where it has none).
 */
struct choice {
    const struct model *model;
    void *settings;
};

#endif
