#include "models/peril.h"

double peril_incident(const struct exposure *exposure, int lane, double verification)
{
    double detected = 1 - (1 - exposure->detection[lane]) * (1 - verification);
    return exposure->incidents[lane] * exposure->breach[lane] *
           (1 - exposure->repair[lane] * detected);
}

double peril_attack(const struct exposure *exposure, int lane)
{
    return exposure->attack[lane] * exposure->success[lane] * (1 - exposure->suppression[lane]);
}

static double peril_cap(double hazard)
{
    return hazard < 1 ? hazard : 1;
}

struct peril peril_make(const struct exposure *exposure, int lane, double hazard,
                        double verification)
{
    double incident = peril_incident(exposure, lane, verification);
    double strained = hazard * exposure->strain[lane];
    return (struct peril){
        .first = peril_cap(strained * exposure->early[lane]),
        .later = peril_cap(strained),
        .other = incident + peril_attack(exposure, lane) * (1 - incident),
        .left = exposure->left[lane],
    };
}

static double peril_power(double base, long exponent)
{
    double power = 1;
    for (; exponent > 0; exponent /= 2) {
        power *= exponent % 2 == 1 ? base : 1;
        base *= base;
    }
    return power;
}

double peril_weight_early(const struct peril *peril, double discount)
{
    double d = discount, h = peril_total(peril, peril->later);
    double first = d * (1 - peril_total(peril, peril->first));
    double keep_later = (1 - d) / (1 - d * (1 - h)), keep_first = (1 - d) / (1 - first);
    double waned = peril_power(first, (long)peril->left);
    return 1 - (keep_first + waned * (keep_later - keep_first));
}

double peril_survival(const struct peril *peril, long rounds)
{
    long left = (long)peril->left, early = left < rounds ? left : rounds;
    return peril_power(1 - peril_total(peril, peril->first), early) *
           peril_power(1 - peril_total(peril, peril->later), rounds - early);
}
