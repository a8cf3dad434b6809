#include "engine/pairing.h"

#include <math.h>

struct pairing pairing_count(const unsigned char *first, const unsigned char *second,
                             uint64_t trials, int outcome)
{
    struct pairing pairing = { .trials = trials };
    for (uint64_t trial = 0; trial < trials; trial++) {
        pairing.gained += first[trial] != outcome && second[trial] == outcome;
        pairing.lost += first[trial] == outcome && second[trial] != outcome;
    }
    return pairing;
}

double pairing_difference(const struct pairing *pairing)
{
    if (pairing->trials == 0)
        return NAN;
    return ((double)pairing->gained - (double)pairing->lost) / (double)pairing->trials;
}
