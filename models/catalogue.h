/* Every model that a scenario can name, by kind and name. */
#ifndef MODELS_CATALOGUE_H
#define MODELS_CATALOGUE_H

#include "models/acceptance.h"
#include "models/agenda.h"
#include "models/continuation.h"
#include "models/design.h"
#include "models/distribution.h"
#include "models/lever.h"
#include "models/protocol.h"
#include "models/solver.h"
#include "models/war.h"

/* Declares every model's symbol: `solver_nash`, `war_front` ... */
#define MODEL(kind, name) extern const struct kind kind##_##name;
#include "models/catalogue.def"
#undef MODEL

struct catalogue_entry {
    const char *kind;          /* "solver", "war" ... */
    const struct model *model; /* first member of its kind's struct */
};

extern const struct catalogue_entry catalogue[];
extern const int catalogue_count;

/* The model of a kind and name, or NULL. */
const struct model *catalogue_find(const char *kind, const char *name);

#endif
