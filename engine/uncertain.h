/* Uncertain numbers: the groups of a scenario that hold `dist`. */
#ifndef ENGINE_UNCERTAIN_H
#define ENGINE_UNCERTAIN_H

#include "engine/allocations.h"
#include "engine/scope.h"
#include "models/distribution.h"

/* The fixed part of such a group: the choice of its distribution. */
extern const struct parameter uncertain_parameters[];

/* The table that joins the group for a model that takes lists; NULL for others. `kind` is the
 * model's. */
const struct parameter *uncertain_lists(const char *kind, const struct model *model);

/* Whether a node is such a group. */
bool uncertain_is(const struct node *node);

/* Reads the distribution of a group whose keys and values have been checked; quantile_prepare
 * (engine/quantile.h) makes it ready to be drawn from. NULL where its parameters make no sense
 * together: *sentence then says why. */
const struct distribution *uncertain_read(const struct node *group, const struct scope *scope,
                                          struct distribution_settings *settings,
                                          struct allocations **owned, const char **sentence);

/* Its expected value, kept inside [low, high]. */
double uncertain_mean(const struct distribution *distribution,
                      const struct distribution_settings *settings, double low, double high);

/* What is wrong with the group as the value of a parameter, as a sentence that the caller frees;
 * NULL: nothing. Its keys and values have been checked. */
char *uncertain_fault(const struct node *group, const struct scope *scope,
                      const struct parameter *parameter);

#endif
