#include "models/home.h"

const struct parameter legitimacy_parameters[] = {
    QUANTITY(struct legitimacy, start, 1, 0, 1, "share",
             "its leadership's legitimacy at the start"),
    QUANTITY(struct legitimacy, decay, 0, 0, 1, "share per round of war",
             "how fast war uses it up"),
    QUANTITY(struct legitimacy, recovery, 0, 0, 1, "share per round without war",
             "how fast it comes back when the guns are silent"),
    QUANTITY(struct legitimacy, ratification, 0, 0, 10, "utility points",
             "what a leadership without any lacks in support when it ratifies"),
    QUANTITY(struct legitimacy, audience, 0, 0, 10, "share",
             "by how much the audience cost of a leadership without any is higher"),
    PARAMETER_END,
};

const struct parameter weariness_parameters[] = {
    QUANTITY(struct weariness, support, 0, 0, 1, "share",
             "share of its public that is for peace at the start"),
    QUANTITY(struct weariness, growth, 0, 0, 1, "share per round of war",
             "of those who are not, how many a round of war wins over"),
    QUANTITY(struct weariness, audience, 0, 0, 1, "share",
             "share of the audience cost that a public wholly for peace spares"),
    QUANTITY(struct weariness, yielding, 0, 0, 10, "utility points",
             "what its resolve loses for each share of its public that is won over for peace"),
    QUANTITY(struct weariness, polls, 1, 0, 1, "share",
             "share of that loss which polls show to the others"),
    PARAMETER_END,
};

double home_legitimacy(double level, double decay, double recovery, bool fought)
{
    return fought ? level * (1 - decay) : level + recovery * (1 - level);
}

double home_weariness(double share, double growth, bool fought)
{
    return fought ? share + growth * (1 - share) : share;
}

double home_audience_factor(double legitimacy, double lacking, double weariness, double wanting)
{
    return (1 + lacking * (1 - legitimacy)) * (1 - wanting * weariness);
}
