#include "models/shock.h"

const struct parameter shock_parameters[] = {
    TEXT(struct shock, title, "its name for readers"),
    { .name = "target",
      .kind = PARAMETER_ACTOR,
      .offset = offsetof(struct shock, target),
      .required = true,
      .unit = "",
      .meaning = "the actor it strikes" },
    WORD(struct shock, on, SHOCK_COST,
         "cost capability audience legitimacy trust cohesion front patience texts",
         "what it changes; trust, cohesion and texts are nobody's own: there any target will do"),
    QUANTITY(struct shock, hazard, 0, 0, 1, "hazard per round",
             "chance that it comes, while it is not under way"),
    COUNT(struct shock, at, -1, -1, 1200, "round",
          "the round in which it comes for certain; -1: by hazard alone"),
    QUANTITY(
        struct shock, size, 0, -1, 10, "see on",
        "cost: points added a round; capability, audience, texts (the chance of one): share by "
        "which it grows (negative: falls); legitimacy: added while it lasts; trust: at once that "
        "share of the way to full trust, or (negative) of what trust there is; cohesion: added "
        "once; front: how far it jumps the target's way at once; patience: added to the hazard "
        "that it walks away"),
    COUNT(struct shock, duration, 1, 1, 1200, "rounds", "how long it lasts"),
    PARAMETER_END,
};
