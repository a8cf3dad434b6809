#include "engine/season.h"

#include "engine/memory.h"

struct calendar season_calendar(const struct scenario *scenario)
{
    return calendar_of(scenario->run.start, scenario->run.round, scenario->run.rounds_a_year);
}

double *season_new(const struct scenario *scenario)
{
    struct calendar calendar = season_calendar(scenario);
    const struct winter *winter = &scenario->conflict.winter;
    int rounds = (int)(scenario->run.horizon + scenario->run.tail);
    if (!calendar.known)
        return NULL;
    double *share = memory_new((size_t)rounds, sizeof *share);
    for (int round = 0; round < rounds; round++)
        share[round] = calendar_winter(&calendar, winter, round);
    if (scenario->run.tail > 0)
        share[rounds - 1] = calendar_winter_mean(winter);
    return share;
}

double season_winter(const struct table *table, int round)
{
    const struct run *run = &table->scenario->run;
    int last = (int)(run->horizon + run->tail) - 1;
    return table->winter == NULL ? 0 : table->winter[round < last ? round : last];
}

void season_slow(const struct table *table, const struct view *view, int round, double *drift,
                 int lanes)
{
    struct quantity share = table->scenario->conflict.winter.drift;
    double winter = share.expected > 0 && !table->war->at_once ? season_winter(table, round) : 0;
    if (winter == 0)
        return;
    const double *slowed = table_row(table, view, share);
    for (int lane = 0; lane < lanes; lane++)
        drift[lane] *= 1 - slowed[lane] * winter;
}
