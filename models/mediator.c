#include "models/mediator.h"

double mediator_capacity(double skill, double attention, double staff, double officials)
{
    return skill * attention * staff * (1 + officials);
}

double mediator_pace(double capacity, double persistence, int refusals, double effort)
{
    double pace = capacity * effort;
    for (int refusal = 0; refusal < refusals; refusal++)
        pace *= persistence;
    return pace;
}

double mediator_hazard(double walk_away, double impatience, long patience, int refusals)
{
    double beyond = (double)(refusals - patience);
    double hazard = walk_away + impatience * (beyond > 0 ? beyond : 0);
    return hazard < 1 ? hazard : 1;
}

double mediator_favour(double tilt, int side)
{
    return tilt * side;
}

static const struct parameter effort_parameters[] = {
    COUNT(struct effort, from, 0, 0, 1200, "round", "first round of the push"),
    COUNT(struct effort, until, 1200, 0, 1200, "round", "last round of the push"),
    QUANTITY(struct effort, factor, 1, 0, 100, "factor",
             "how many times as often its texts come while it lasts"),
    PARAMETER_END,
};

const struct parameter mediator_parameters[] = {
    QUANTITY(struct mediator, text_rate, 0, 0, 1, "chance per round",
             "chance that it tables a text of its own where another leads the talks and tables "
             "none (a mediator)"),
    QUANTITY(struct mediator, skill, 1, 0, 1, "share",
             "its craft: share of the texts that a perfect one would bring about"),
    QUANTITY(struct mediator, attention, 1, 0, 1, "share",
             "its time for this conflict: share of the texts that come of it"),
    QUANTITY(struct mediator, staff, 1, 0, 1, "share",
             "how far it lets its own officials work: share of the texts that come of it"),
    QUANTITY(struct mediator, noise, 0, 0, 10, "utility points",
             "sd of what it misreads of an answer, on top of the process's noise"),
    QUANTITY(struct mediator, persistence, 1, 0, 1, "factor",
             "factor on the chance of its texts for each text refused in a row"),
    COUNT(struct mediator, patience, 0, 0, 1200, "texts",
          "how many texts refused in a row it bears"),
    QUANTITY(struct mediator, impatience, 0, 0, 1, "hazard per round",
             "what each further one adds to its chance of walking away"),
    QUANTITY(struct mediator, tilt, 0, -1, 1, "share",
             "which side it is thought to favour: 1 high, -1 low; see process.tilt"),
    { .name = "effort",
      .kind = PARAMETER_GROUP,
      .offset = offsetof(struct mediator, effort),
      .members = effort_parameters,
      .unit = "",
      .meaning = "a push: rounds in which its texts come more often, or less" },
    PARAMETER_END,
};
