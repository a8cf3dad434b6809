/* Winter as it is played: share of each round, and what it does to the front. */
#ifndef ENGINE_SEASON_H
#define ENGINE_SEASON_H

#include "engine/table.h"

struct calendar season_calendar(const struct scenario *scenario);

/* The share of each round that lies in winter, [horizon + tail] plain numbers, owned by the caller;
 * NULL where the scenario has no calendar. Seasons go on behind the horizon; in the last round of
 * the tail, where the value of war lets all drivers stand still, it is that of an average year. */
double *season_new(const struct scenario *scenario);

/* The share of a round that lies in winter; 0 where there is no calendar. */
double season_winter(const struct table *table, int round);

/* Takes winter's share from a row of the front's mean moves. */
void season_slow(const struct table *table, const struct view *view, int round, double *drift,
                 int lanes);

#endif
