#include "engine/pairing.h"

#include <math.h>

#include "engine/estimate.h"

bool pairing_holds(const struct scenario *first, const struct scenario *second)
{
    const struct design *design = scenario_design(first);
    return first->run.seed == second->run.seed && design == scenario_design(second) &&
           (!design->bounded || first->run.trials == second->run.trials);
}

void pairing_add(struct pairing *pairing, const struct scenario *scenario, uint64_t trial,
                 const unsigned char *first, const unsigned char *second, uint64_t count)
{
    for (uint64_t k = 0; k < count; k++)
        pairing->flip[summary_replicate(scenario, trial + k)][first[k]][second[k]]++;
}

void pairing_merge(struct pairing *into, const struct pairing *from)
{
    for (int replicate = 0; replicate < SUMMARY_REPLICATES; replicate++)
        for (int first = 0; first < OUTCOMES; first++)
            for (int second = 0; second < OUTCOMES; second++)
                into->flip[replicate][first][second] += from->flip[replicate][first][second];
}

uint64_t pairing_flips(const struct pairing *pairing, int first, int second)
{
    uint64_t trials = 0;
    for (int replicate = 0; replicate < SUMMARY_REPLICATES; replicate++)
        trials += pairing->flip[replicate][first][second];
    return trials;
}

uint64_t pairing_changed(const struct pairing *pairing)
{
    uint64_t trials = 0;
    for (int outcome = 0; outcome < OUTCOMES; outcome++)
        trials += pairing_gained(pairing, outcome);
    return trials;
}

uint64_t pairing_trials(const struct pairing *pairing)
{
    uint64_t trials = pairing_changed(pairing);
    for (int outcome = 0; outcome < OUTCOMES; outcome++)
        trials += pairing_flips(pairing, outcome, outcome);
    return trials;
}

uint64_t pairing_gained(const struct pairing *pairing, int outcome)
{
    uint64_t trials = 0;
    for (int other = 0; other < OUTCOMES; other++)
        trials += other == outcome ? 0 : pairing_flips(pairing, other, outcome);
    return trials;
}

uint64_t pairing_lost(const struct pairing *pairing, int outcome)
{
    uint64_t trials = 0;
    for (int other = 0; other < OUTCOMES; other++)
        trials += other == outcome ? 0 : pairing_flips(pairing, outcome, other);
    return trials;
}

double pairing_difference(const struct pairing *pairing, int outcome)
{
    uint64_t trials = pairing_trials(pairing);
    if (trials == 0)
        return NAN;
    double gained = (double)pairing_gained(pairing, outcome);
    return (gained - (double)pairing_lost(pairing, outcome)) / (double)trials;
}

struct interval pairing_interval(const struct pairing *pairing, int outcome,
                                 const struct design *design)
{
    uint64_t gained[SUMMARY_REPLICATES] = { 0 }, lost[SUMMARY_REPLICATES] = { 0 },
             trials[SUMMARY_REPLICATES] = { 0 };
    for (int replicate = 0; replicate < SUMMARY_REPLICATES; replicate++)
        for (int first = 0; first < OUTCOMES; first++)
            for (int second = 0; second < OUTCOMES; second++) {
                uint64_t flips = pairing->flip[replicate][first][second];
                trials[replicate] += flips;
                gained[replicate] += first != outcome && second == outcome ? flips : 0;
                lost[replicate] += first == outcome && second != outcome ? flips : 0;
            }
    return estimate_difference(design, gained, lost, trials).interval;
}
