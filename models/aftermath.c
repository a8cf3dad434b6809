#include "models/aftermath.h"

const struct parameter aftermath_steps_parameters[] = {
    COUNT(struct aftermath_steps, count, 0, 0, 1000, "steps",
          "how many steps an agreement is carried out in; 0: none are counted"),
    QUANTITY(struct aftermath_steps, rate, 0.25, 0, 1, "chance per round",
             "chance that the next step is done and verified"),
    QUANTITY(struct aftermath_steps, reliance, 0, 0, 1, "share",
             "share of that chance that hangs on verification: 1: without it no step counts"),
    PARAMETER_END,
};

void aftermath_step(const double *rate, const double *reliance, const double *verification,
                    double *chance, int lanes)
{
    for (int lane = 0; lane < lanes; lane++)
        chance[lane] = rate[lane] * (1 - reliance[lane] * (1 - verification[lane]));
}
