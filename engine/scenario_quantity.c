#include "engine/scenario.h"

const struct uncertain *scenario_drawn(const struct scenario *scenario, struct quantity quantity)
{
    for (int k = 0; k < scenario->quantities.uncertains; k++)
        if (scenario->quantities.uncertain[k].row == quantity.row)
            return &scenario->quantities.uncertain[k];
    return NULL;
}

bool scenario_differs(const struct scenario *scenario, struct quantity quantity, double neutral)
{
    if (quantity.row < 0)
        return false;
    return quantity.expected != neutral || scenario_drawn(scenario, quantity) != NULL;
}
