/* Which keys of the tables a batch of scenarios used, and in which forms: a number, a level's name
 * or a distribution; true and false; every word and every model. */
#ifndef TESTS_GENERATE_COVERAGE_H
#define TESTS_GENERATE_COVERAGE_H

#include "engine/tree.h"
#include "models/parameter.h"

struct coverage {
    int count;
    struct coverage_use *use; /* owned */
};

/* Adds every key and form of the tables below `table`, and of all models, as not yet used. */
void coverage_start(struct coverage *coverage, const struct parameter *table);
/* Marks what a good scenario's tree holds. */
void coverage_mark(struct coverage *coverage, const struct node *root,
                   const struct parameter *table);
/* Names on standard error what was never used; returns how many those are. */
int coverage_missing(const struct coverage *coverage);
void coverage_free(struct coverage *coverage);

#endif
