#include <math.h>

#include "models/game.h"

/* The tables of terms that depend on each other, and of what terms cost at home. */

#define END(field_, name_, meaning_)                                                               \
    {                                                                                              \
        .name = (name_), .kind = PARAMETER_POSITION, .offset = offsetof(struct bound, field_),     \
        .initial = NAN, .low = 0, .high = 1, .unit = "position", .meaning = (meaning_)             \
    }
#define AT_FRONT(field_, name_, meaning_)                                                          \
    {                                                                                              \
        .name = (name_), .kind = PARAMETER_FLAG, .offset = offsetof(struct bound, field_),         \
        .low = 0, .high = 1, .unit = "", .meaning = (meaning_)                                     \
    }

const struct parameter bound_parameters[] = {
    END(low, "at_least", "it is settled there or above"),
    END(high, "at_most", "it is settled there or below"),
    PARAMETER_END,
};

const struct parameter excess_parameters[] = {
    END(low, "above", "it is settled above that position"),
    END(high, "below", "it is settled below that position"),
    AT_FRONT(low_front, "above_front",
             "it is settled above the front as it then stands (the front issue)"),
    AT_FRONT(high_front, "below_front",
             "it is settled below the front as it then stands (the front issue)"),
    PARAMETER_END,
};

static const struct parameter then_parameters[] = {
    { .name = PARAMETER_ANY,
      .kind = PARAMETER_GROUP,
      .words = "issue",
      .members = bound_parameters,
      .unit = "",
      .meaning = "where this issue is then settled" },
    PARAMETER_END,
};

static const struct parameter if_parameters[] = {
    { .name = PARAMETER_ANY,
      .kind = PARAMETER_GROUP,
      .words = "issue",
      .members = excess_parameters,
      .unit = "",
      .meaning = "where this issue is settled" },
    PARAMETER_END,
};

const struct parameter unless_parameters[] = {
    { .name = PARAMETER_ANY,
      .kind = PARAMETER_GROUP,
      .words = "issue",
      .members = bound_parameters,
      .unit = "",
      .meaning = "where this issue must be settled" },
    PARAMETER_END,
};

const struct parameter rule_parameters[] = {
    TEXT(struct rule, title, "its name for readers"),
    { .name = "if",
      .kind = PARAMETER_GROUP,
      .members = if_parameters,
      .unit = "",
      .meaning = "when it binds: where all of this is so; always where absent" },
    { .name = "then",
      .kind = PARAMETER_GROUP,
      .members = then_parameters,
      .unit = "",
      .meaning = "what must then be so as well; where absent, the `if` cannot be agreed at all" },
    PARAMETER_END,
};

const struct parameter narrative_parameters[] = {
    QUANTITY(struct narrative, worth, 0.5, 0, 1, "worth, 0 to 1",
             "what a settlement must be worth to it so that it can be told as a victory"),
    QUANTITY(struct narrative, cost, NAN, 0, 10, "share",
             "cost at home of what a settlement is worth less than that, secrecy or not"),
    PARAMETER_END,
};

const struct parameter friction_parameters[] = {
    QUANTITY(struct friction, each, NAN, 0, 10, "utility points",
             "what it wants on top for each text that others have tabled before"),
    QUANTITY(struct friction, most, 0.1, 0, 10, "utility points", "the most that this comes to"),
    PARAMETER_END,
};
