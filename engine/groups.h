/* Working groups, tracks and summits as they are played. Where a scenario names none nothing here
 * draws or changes anything. */
#ifndef ENGINE_GROUPS_H
#define ENGINE_GROUPS_H

#include "engine/table.h"

/* Whether anything keeps the parties from sitting in one room: parallel tracks, or an actor that
 * refuses another. */
bool groups_divided(const struct scenario *scenario);
/* Whether two of a group's members refuse to sit together. */
bool groups_split(const struct scenario *scenario, const struct working_group *group);
/* Whether the trial's tracks are parallel now. */
bool groups_apart(const struct table *table, int lane);

/* The trials begin. */
void groups_begin(struct table *table);

/* Who sits in one room in this round, which groups meet, and what they achieve; with two stages,
 * how much of what a first text leaves open counts in it. Groups meet until everything is settled.
 */
void groups_meet(struct table *table, int round);

/* Takes a share of the way to full readiness in every group: principles agreed above them. */
void groups_advance(struct table *table, int lane, double share);

/* Mean readiness of all groups; 1 where there are none. */
double groups_mean(const struct table *table, int lane);

/* How ready the text is that could be tabled now: a row. */
void groups_ready(const struct table *table, double *ready);

/* Where it is not: false in lanes in which a text is open but does not come, because it is not
 * prepared, a mandatory group is not ready, or no issue that it would decide can move. */
void groups_let(const struct table *table, bool *open);

/* On parallel tracks: the text leaves issues whose groups do not meet at the status quo. */
void groups_bound(struct table *table);

/* Variance that parallel tracks add to what the proposer makes of answers: a row. */
void groups_misread(const struct table *table, double *variance);

/* collapsed[lane]: whether the text just signed falls apart, in lanes where signed_now. */
void groups_summit(struct table *table);

#endif
