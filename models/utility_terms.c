#include "models/utility.h"

/* A shortfall of this size from a bound counts as none. */
static const double UTILITY_STILL = 1e-9;

bool utility_meets(const struct utility *utility, const struct condition *condition,
                   const double *package, int lane)
{
    for (int m = 0; m < condition->count; m++) {
        const struct bound *bound = &condition->bound[m];
        const double *low = block_read(utility->bound, 2 * (size_t)bound->number);
        double at = block_read(package, (size_t)bound->issue)[lane];
        if (at < low[lane] - UTILITY_STILL || at > low[LANES + lane] + UTILITY_STILL)
            return false;
    }
    return true;
}

double utility_penalty(const struct utility *utility, int actor, int issue, int lane, double at)
{
    size_t row = (size_t)(actor * utility->game->issues + issue);
    const struct red_line *line = &utility->game->actor[actor].position[issue].red_line;
    double over = (at - block_read(utility->line, row)[lane]) * line->direction;
    return block_read(utility->penalty, row)[lane] * (over > 0 ? over : 0);
}
