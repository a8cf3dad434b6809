/* What distributions prepare before they are drawn from, shared by all scenarios that are compiled
 * at a time.
 *
 * A quantile function without a formula is a table (models/inversion.h, models/steps.h), which
 * takes longer to fill than all else that compiling does, and more room than the rest of a
 * scenario. The points of a sweep differ in a few numbers; the tables of all others are the same. A
 * table lives as long as a scenario refers to it. All calls come from one thread, which is
 * asserted; any thread may read what was prepared. */
#ifndef ENGINE_QUANTILE_H
#define ENGINE_QUANTILE_H

#include "models/distribution.h"

/* Fills the constants of checked settings and finds or makes their table. What they were given
 * (parameters, lists) must stay as it is until quantile_release. */
void quantile_prepare(const struct distribution *distribution,
                      struct distribution_settings *settings);
/* Gives up what quantile_prepare found; the last to do so frees it. */
void quantile_release(const struct distribution *distribution,
                      const struct distribution_settings *settings);

/* How many tables there are. */
int quantile_tables(void);

#endif
