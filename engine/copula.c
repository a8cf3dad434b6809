#include "engine/copula.h"

#include <math.h>
#include <stdlib.h>

#include "engine/memory.h"

/* Pivots below this come from a matrix that is singular but for rounding. */
static const double least_pivot = 1e-12;

/* label[v]: the smallest variable that v hangs together with. */
static void copula_label(const struct copula_pair *pairs, int count, int *label, int variables)
{
    for (int variable = 0; variable < variables; variable++)
        label[variable] = variable;
    for (bool changed = true; changed;) {
        changed = false;
        for (int pair = 0; pair < count; pair++) {
            int *first = &label[pairs[pair].first], *second = &label[pairs[pair].second];
            changed |= *first != *second;
            *first = *second = *first < *second ? *first : *second;
        }
    }
}

static void copula_sort(int *member, int count, const uint64_t *hash)
{
    for (int index = 1; index < count; index++)
        for (int at = index; at > 0 && hash[member[at]] < hash[member[at - 1]]; at--) {
            int swap = member[at];
            member[at] = member[at - 1];
            member[at - 1] = swap;
        }
}

static double copula_between(const struct copula_pair *pairs, int count, int first, int second)
{
    for (int pair = 0; pair < count; pair++)
        if ((pairs[pair].first == first && pairs[pair].second == second) ||
            (pairs[pair].first == second && pairs[pair].second == first))
            return pairs[pair].rho;
    return first == second ? 1 : 0;
}

/* Cholesky-Banachiewicz; false where the matrix is not positive definite. */
static bool copula_factor(struct correlation *group, const struct copula_pair *pairs, int count)
{
    int size = group->count;
    double *factor = group->factor;
    for (int row = 0; row < size; row++) {
        for (int column = 0; column <= row; column++) {
            double rest = copula_between(pairs, count, group->member[row], group->member[column]);
            for (int k = 0; k < column; k++)
                rest -= factor[row * size + k] * factor[column * size + k];
            if (row == column && !(rest > least_pivot))
                return false;
            factor[row * size + column] =
                row == column ? sqrt(rest) : rest / factor[column * size + column];
        }
    }
    return true;
}

static void copula_gather(struct correlation *group, const int *label, int variables, int first,
                          struct allocations **owned)
{
    for (int variable = 0; variable < variables; variable++)
        group->count += label[variable] == first;
    size_t size = (size_t)group->count;
    group->member = allocations_new(owned, size, sizeof *group->member);
    group->factor = allocations_new(owned, size * size, sizeof *group->factor);
    int next = 0;
    for (int variable = 0; variable < variables; variable++)
        if (label[variable] == first)
            group->member[next++] = variable;
}

struct correlation *copula_groups(const struct copula_pair *pairs, int count, const uint64_t *hash,
                                  int variables, int *groups, struct allocations **owned)
{
    int *label = memory_new((size_t)variables, sizeof *label);
    struct correlation *result = allocations_new(owned, (size_t)count, sizeof *result);
    copula_label(pairs, count, label, variables);
    *groups = 0;
    for (int first = 0; first < variables && *groups >= 0; first++) {
        bool joined = false;
        for (int other = first + 1; other < variables; other++)
            joined |= label[other] == first;
        if (!joined)
            continue;
        struct correlation *group = &result[*groups];
        copula_gather(group, label, variables, first, owned);
        copula_sort(group->member, group->count, hash);
        *groups = copula_factor(group, pairs, count) ? *groups + 1 : -1;
    }
    free(label);
    return *groups < 0 ? NULL : result;
}
