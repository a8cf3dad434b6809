#include "engine/comparison.h"

#include <math.h>

uint64_t comparison_changed(const struct comparison_other *other)
{
    uint64_t changed = 0;
    for (int from = 0; from < OUTCOMES; from++)
        for (int to = 0; to < OUTCOMES; to++)
            changed += from == to ? 0 : other->flip[from][to];
    return changed;
}

double comparison_difference(const struct comparison_other *other, int outcome)
{
    uint64_t gained = 0, lost = 0;
    for (int k = 0; k < OUTCOMES; k++) {
        gained += k == outcome ? 0 : other->flip[k][outcome];
        lost += k == outcome ? 0 : other->flip[outcome][k];
    }
    if (other->trials == 0)
        return NAN;
    return ((double)gained - (double)lost) / (double)other->trials;
}

double comparison_figure(const struct comparison_other *other, int figure)
{
    return figure == VERDICT_CHANGED ? summary_share(comparison_changed(other), other->trials)
                                     : comparison_difference(other, figure);
}

bool comparison_fails(const struct comparison *comparison)
{
    const struct verdict *verdict = comparison->verdict;
    for (int k = 0; k < comparison->others; k++)
        for (int term = 0; verdict != NULL && term < verdict->terms; term++)
            if (verdict_holds(&verdict->term[term],
                              comparison->other[k].interval[verdict->term[term].figure]))
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
