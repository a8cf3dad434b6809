#include "models/cohesion.h"

const struct parameter cohesion_parameters[] = {
    { .name = "allies",
      .kind = PARAMETER_ACTORS,
      .offset = offsetof(struct cohesion, allies),
      .unit = "",
      .meaning = "actors whose levers pull as hard as they stand together; none where absent" },
    { .name = "partners",
      .kind = PARAMETER_ACTORS,
      .offset = offsetof(struct cohesion, partners),
      .unit = "",
      .meaning = "actors that it costs the allies cohesion to press" },
    QUANTITY(struct cohesion, start, 1, 0, 1, "share", "cohesion before the first round"),
    QUANTITY(struct cohesion, base, 1, 0, 1, "share", "what it recovers to"),
    QUANTITY(struct cohesion, recovery, 0, 0, 1, "share per round",
             "of the distance to its base that it makes up"),
    QUANTITY(struct cohesion, erosion, 0, 0, 1, "share per round",
             "of it that full pressure of an ally on a partner takes away"),
    QUANTITY(struct cohesion, floor, 0, 0, 1, "share", "what it does not fall below"),
    PARAMETER_END,
};

double cohesion_step(const struct cohesion_rates *rates, double cohesion, double lean, double jump)
{
    double strain = lean < 1 ? lean : 1;
    double next = cohesion + rates->recovery * (rates->base - cohesion) -
                  rates->erosion * strain * cohesion + jump;
    next = next < rates->floor ? rates->floor : next;
    return next < 1 ? next : 1;
}
