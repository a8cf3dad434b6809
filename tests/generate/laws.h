/* What must hold of every run of every scenario, whatever its settings. */
#ifndef TESTS_GENERATE_LAWS_H
#define TESTS_GENERATE_LAWS_H

#include <stdbool.h>

#include "engine/history.h"

/* Plays the scenario with several numbers of threads and block sizes and holds what came out
 * against the laws; says on standard error what broke. True where nothing did. Adds the trials to
 * `detail` [DETAIL_VICTORY + 1], all victories together. */
bool laws_hold(const struct scenario *scenario, uint64_t *detail);

/* Whether what `show` prints of it reads back as the same scenario, and is printed the same. */
bool laws_show(const struct scenario *scenario);

#endif
