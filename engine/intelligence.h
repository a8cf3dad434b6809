/* What levers of kind intelligence tell the proposer about the others. */
#ifndef ENGINE_INTELLIGENCE_H
#define ENGINE_INTELLIGENCE_H

#include "engine/table.h"

/* Signals of this round, once W and F are read: y + n / sqrt(p), n standard normal, p the precision
 * that levers give and y what the party wants over what the proposer pictures it to keep. The
 * belief follows Bayes' rule: m += k (signal - m), s^2 *= 1 - k, k = s^2 p / (1 + s^2 p). A party
 * that proposes is told nothing of itself; it is the only one who does, in every round. */
void intelligence_read(struct table *table);

#endif
