#include "models/aftermath.h"

#include "models/special.h"

const struct parameter aftermath_steps_parameters[] = {
    COUNT(struct aftermath_steps, count, 0, 0, 1000, "steps",
          "how many steps an agreement is carried out in; 0: none are counted"),
    QUANTITY(struct aftermath_steps, rate, 0.25, 0, 1, "chance per round",
             "chance that the next step is done and verified"),
    QUANTITY(struct aftermath_steps, reliance, 0, 0, 1, "share",
             "share of that chance that hangs on verification; 1: without it no step counts"),
    QUANTITY(struct aftermath_steps, settled, 0, 0, 1, "share",
             "share of the hazard of violation that is gone once all steps are done"),
    PARAMETER_END,
};

const struct parameter aftermath_peace_parameters[] = {
    QUANTITY(struct aftermath_peace, early, 1, 0, 1000, "factor",
             "on the hazard of violation in an agreement's first rounds"),
    COUNT(struct aftermath_peace, early_rounds, 3, 0, 1200, "rounds",
          "how many those are, counted from the first agreement after the war"),
    PARAMETER_END,
};

const struct parameter aftermath_dissatisfaction_parameters[] = {
    QUANTITY(struct aftermath_dissatisfaction, weight, 0, 0, 100, "per scale",
             "how the logarithm of the hazard of violation grows with what the terms leave parties "
             "below the worth of fighting on, at the signature"),
    QUANTITY(struct aftermath_dissatisfaction, scale, 0.1, 1e-6, 10, "utility points",
             "the lack that raises it by `weight`"),
    QUANTITY(struct aftermath_dissatisfaction, limit, 10, 1, 1e6, "factor",
             "the most that dissatisfaction multiplies the hazard by"),
    PARAMETER_END,
};

const struct parameter aftermath_incidents_parameters[] = {
    QUANTITY(struct aftermath_incidents, rate, 0, 0, 1, "chance per round",
             "chance of an incident while an agreement is in force"),
    QUANTITY(struct aftermath_incidents, breach, 0.1, 0, 1, "chance per incident",
             "chance that an incident that is not repaired breaks the agreement"),
    QUANTITY(struct aftermath_incidents, detection, 0, 0, 1, "share",
             "share of incidents that are detected even without verification"),
    QUANTITY(struct aftermath_incidents, repair, 1, 0, 1, "share",
             "share of detected incidents that are repaired"),
    QUANTITY(struct aftermath_incidents, trust, 0, 0, 1, "share",
             "share of trust that an incident destroys, where trust is kept"),
    PARAMETER_END,
};

const struct parameter aftermath_spoilers_parameters[] = {
    QUANTITY(struct aftermath_spoilers, leak, 0, 0, 1, "chance per text",
             "chance that spoilers leak a tabled text that had not leaked otherwise"),
    QUANTITY(struct aftermath_spoilers, attack, 0, 0, 1, "chance per round",
             "chance of an attack while an agreement or a freeze holds"),
    QUANTITY(struct aftermath_spoilers, suppression, 0, 0, 1, "share",
             "share of attacks that the parties suppress"),
    QUANTITY(struct aftermath_spoilers, breach, 0.2, 0, 1, "chance per attack",
             "chance that an attack that is not suppressed brings the war back"),
    PARAMETER_END,
};

void aftermath_step(const double *rate, const double *reliance, const double *verification,
                    double *chance, int lanes)
{
    for (int lane = 0; lane < lanes; lane++)
        chance[lane] = rate[lane] * (1 - reliance[lane] * (1 - verification[lane]));
}

double aftermath_strain(double weight, double scale, double limit, double lack)
{
    double bend = weight * lack / scale;
    double factor = bend < 500 ? special_exp(bend) : limit;
    return factor < limit ? factor : limit;
}

double aftermath_distrust(double trust, double suppression)
{
    double left = 1 - suppression * trust;
    return left > 0 ? suppression * (1 - trust) / left : 0;
}
