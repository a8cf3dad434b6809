/* Looks a scenario text over before libconfig's parser sees it, for all that the parser would
 * misread, or report badly. */
#ifndef ENGINE_PRESCAN_H
#define ENGINE_PRESCAN_H

#include <stdbool.h>

#include "engine/fault.h"

enum {
    PRESCAN_DEPTH = 64,    /* the deepest nesting of groups, lists and arrays */
    PRESCAN_MEMBERS = 1024 /* the most members of one group: libconfig searches them one by one */
};

/* Lines, in the order of the text. */
struct prescan_lines {
    int count, room;
    int *line; /* owned by the caller */
};

/* Adds a fault for: bytes that are no text (the first only), the faults of engine/token.h,
 * @include, words without quotes, values out of place, arrays of mixed kinds, names set twice,
 * brackets that do not match, nesting too deep, groups too large. False where it found any. `texts`
 * receives the line of each text value, which libconfig gets wrong in lists. */
bool prescan_text(const char *text, const char *file, struct prescan_lines *texts,
                  struct faults *faults);

#endif
