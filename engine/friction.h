/* Amendment friction: every text that others have tabled before makes an actor want more on top
 * before it signs, up to a most (docs/model.md, Friction). */
#ifndef ENGINE_FRICTION_H
#define ENGINE_FRICTION_H

#include "engine/table.h"

/* What each actor wants on top in this round's text: min(most, each x texts by others before). */
void friction_weigh(struct table *table);

/* Counts the text that has been tabled, for all but the proposer. */
void friction_note(struct table *table);

#endif
