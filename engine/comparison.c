#include "engine/comparison.h"

#include <math.h>

#include "engine/estimate.h"

double comparison_figure(const struct comparison *comparison, int other, int figure)
{
    const struct pairing *pairing = &comparison->line[other + 1].against;
    return figure == VERDICT_CHANGED
               ? summary_share(pairing_changed(pairing), pairing_trials(pairing))
               : pairing_difference(pairing, figure);
}

const struct design *comparison_design(const struct comparison *comparison)
{
    return (const struct design *)comparison->line[0].run.design.model;
}

/* The interval of the share that ended otherwise. */
static struct interval comparison_changes(const struct pairing *pairing,
                                          const struct design *design)
{
    uint64_t hits[SUMMARY_REPLICATES] = { 0 }, trials[SUMMARY_REPLICATES] = { 0 };
    for (int k = 0; k < SUMMARY_REPLICATES; k++)
        for (int from = 0; from < OUTCOMES; from++)
            for (int to = 0; to < OUTCOMES; to++) {
                hits[k] += from == to ? 0 : pairing->flip[k][from][to];
                trials[k] += pairing->flip[k][from][to];
            }
    return estimate_share(design, hits, trials).interval;
}

struct interval comparison_interval(const struct comparison *comparison, int other, int figure)
{
    const struct pairing *pairing = &comparison->line[other + 1].against;
    const struct design *design = comparison_design(comparison);
    if (comparison->other[other].same)
        return (struct interval){ 0, 0 };
    return figure == VERDICT_CHANGED ? comparison_changes(pairing, design)
                                     : pairing_interval(pairing, figure, design);
}

bool comparison_holds(const struct comparison *comparison, int other, int term)
{
    const struct verdict_term *asked = &comparison->verdict->term[term];
    return verdict_holds(asked, comparison_interval(comparison, other, asked->figure));
}

bool comparison_fails(const struct comparison *comparison)
{
    for (int other = 0; comparison->verdict != NULL && other < comparison->others; other++)
        for (int term = 0; term < comparison->verdict->terms; term++)
            if (comparison_holds(comparison, other, term))
                return true;
    return false;
}

/* Whether one player stands before another: by deals, then by the other outcomes. */
static bool comparison_precedes(const struct attribution *attribution, int one, int other)
{
    for (int outcome = 0; outcome < OUTCOMES; outcome++) {
        double left = fabs(attribution->contribution[one * OUTCOMES + outcome].share);
        double right = fabs(attribution->contribution[other * OUTCOMES + outcome].share);
        if (left != right)
            return left > right;
    }
    return false;
}

void comparison_rank(const struct attribution *attribution, int *order)
{
    for (int k = 0; k < attribution->players; k++) {
        int at = k;
        for (; at > 0 && comparison_precedes(attribution, k, order[at - 1]); at--)
            order[at] = order[at - 1];
        order[at] = k;
    }
}
