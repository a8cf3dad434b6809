#include "models/burden.h"

const struct parameter burden_kind_parameters[] = {
    TEXT(struct burden_kind, title, "its name for readers"),
    QUANTITY(struct burden_kind, cost, 0, 0, 10, "utility points a round",
             "what this kind costs in a round of war, beside war.cost"),
    QUANTITY(struct burden_kind, growth, 0, -0.5, 1, "per round", "growth of this kind"),
    QUANTITY(struct burden_kind, season, 0, 0, 10, "share",
             "how much more it is in a round of winter; needs run.start"),
    QUANTITY(struct burden_kind, convexity, 0, 0, 100, "share",
             "how much more it is at full exhaustion; grows as its square"),
    QUANTITY(struct burden_kind, permanent, 0, 0, 1, "share",
             "share of it that goes on for ever, war or peace"),
    FLAG(struct burden_kind, strikes, 0, "it is damage by strikes, which air defence keeps off"),
    PARAMETER_END,
};

const struct parameter endurance_parameters[] = {
    QUANTITY(struct endurance, rounds, 0, 0, 1200, "rounds",
             "how many rounds of war it can bear, those before the run (war.age) included; best "
             "uncertain"),
    QUANTITY(struct endurance, hazard, 0, 0, 1, "hazard per round, per round",
             "what each round fought beyond them adds to its hazard of collapse"),
    PARAMETER_END,
};

double burden_cost(const struct burden *burden, double grown, double winter, double exhaustion,
                   double discount)
{
    double now = burden->cost * grown * (1 + burden->season * winter);
    double strained = 1 + burden->convexity * exhaustion * exhaustion;
    return now * strained * (1 + burden->permanent * discount / (1 - discount));
}

double burden_endurance(double rounds, double hazard, double fought)
{
    return fought > rounds ? hazard * (fought - rounds) : 0;
}

double burden_casualties(double price, double toward, double drift)
{
    double gained = toward * drift;
    return gained > 0 ? price * gained : 0;
}
