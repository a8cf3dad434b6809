#include "models/mobilisation.h"

#include "models/special.h"

const struct parameter mobilisation_parameters[] = {
    QUANTITY(struct mobilisation, size, 0, 0, 100, "share",
             "by how much a mobilisation raises its strength; 0: it has no such choice"),
    QUANTITY(struct mobilisation, cost, 0, 0, 10, "utility points a round",
             "what a mobilisation costs it at home while it lasts"),
    COUNT(struct mobilisation, duration, 12, 1, 1200, "rounds", "how long it lasts"),
    COUNT(struct mobilisation, delay, 0, 0, 1200, "rounds",
          "how long it takes from the decision to the front, beside the round that decides"),
    COUNT(struct mobilisation, limit, 1200, 0, 1200, "times", "how often it can be done"),
    PARAMETER_END,
};

double mobilisation_price(double cost, double annuity, double discount, long duration)
{
    double passing = 1 - special_power(discount, (double)duration);
    return cost * (passing < annuity ? passing : annuity);
}

double mobilisation_reach(double reach, double discount, long duration)
{
    double passing = discount * (1 - special_power(discount, (double)duration)) / (1 - discount);
    return passing < reach ? passing : reach;
}
