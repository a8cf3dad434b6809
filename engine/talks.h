/* A round of talks: a text, the answers to it, and what the proposer learns from them. */
#ifndef ENGINE_TALKS_H
#define ENGINE_TALKS_H

#include "engine/table.h"

/* Tables texts where the protocol has them, by the scenario's solver on the proposer's picture. */
void talks_propose(struct table *table, struct history *history);

/* Where answers take their time (actor.reply): before new texts, those of a text that waits come
 * in, and it is answered once all are there, or falls where by then it breaks a rule or gives a
 * side more than the front allows; behind them, a new text whose answers are not all there waits.
 * (engine/talks_reply.c) */
void talks_reply(struct table *table);
void talks_wait(struct table *table);

/* Collects the answers, simultaneous and each on the party's own true numbers; draws leaks; updates
 * beliefs; leaves in signed_now where a text was accepted by all whose consent it needs. */
void talks_answer(struct table *table, struct history *history);

/* Variance of what the proposer makes of an answer: how loosely answers follow the surplus, and
 * what is misread of them. A row. */
void talks_misread(const struct table *table, int actor, double *variance);

#endif
