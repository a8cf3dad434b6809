#include "models/trust.h"

#include <math.h>

#define EVENT(place, name_, meaning_)                                                              \
    {                                                                                              \
        .name = (name_), .kind = PARAMETER_QUANTITY,                                               \
        .offset = offsetof(struct trust, event) + (place) * sizeof(struct quantity), .initial = 0, \
        .low = 0, .high = 1, .unit = "share", .meaning = (meaning_)                                \
    }

const struct parameter trust_parameters[] = {
    { .name = "start",
      .kind = PARAMETER_QUANTITY,
      .offset = offsetof(struct trust, start),
      .required = true,
      .initial = NAN,
      .low = 0,
      .high = 1,
      .unit = "share",
      .meaning = "trust between the parties at the start; full, and never moved, where there is no "
                 "group `trust`" },
    QUANTITY(struct trust, base, NAN, 0, 1, "share",
             "where trust returns to by itself; where it starts, if absent"),
    QUANTITY(struct trust, reversion, 0, 0, 1, "share per round",
             "how much of the way there it goes in a round"),
    EVENT(TRUST_MEETING, "meeting",
          "what a meeting of a working group in one room closes of the way to full trust"),
    EVENT(TRUST_STEP, "step",
          "what a text signed or ratified, or a ceasefire agreed, closes of it"),
    EVENT(TRUST_PROMISE, "promise",
          "what each round in which an agreement or a ceasefire is kept closes of it"),
    EVENT(TRUST_LEAK, "leak", "share of trust that a leak destroys"),
    EVENT(TRUST_VIOLATION, "violation",
          "share of it that a violated agreement or a broken ceasefire destroys"),
    EVENT(TRUST_WALK_OUT, "walk_out", "share of it that is lost when an actor walks away"),
    EVENT(TRUST_REFUSAL, "refusal",
          "share of it that is lost when a text fails: refused, voted down or fallen apart"),
    PARAMETER_END,
};

void trust_step(double *level, const double *base, const double *reversion, const double *gain,
                const double *loss, int lanes)
{
    for (int lane = 0; lane < lanes; lane++) {
        double pull = reversion[lane] + gain[lane] + loss[lane], all = pull > 1 ? pull : 1;
        double next = (all - pull) * level[lane] + reversion[lane] * base[lane] + gain[lane];
        level[lane] = next < all ? next / all : 1;
    }
}
