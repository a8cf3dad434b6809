#include "engine/dimensions.h"

#include <stdlib.h>

#include "engine/memory.h"
#include "models/design.h"

static int dimensions_compare(const void *left, const void *right)
{
    const struct uncertain *const *first = left, *const *second = right;
    return ((*first)->hash > (*second)->hash) - ((*first)->hash < (*second)->hash);
}

static int dimensions_free(const bool *taken, uint64_t hash)
{
    for (int step = 0; step < DESIGN_DIMENSIONS; step++) {
        int dimension = (int)((hash + (uint64_t)step) % DESIGN_DIMENSIONS);
        if (!taken[dimension])
            return dimension;
    }
    return DESIGN_DIMENSIONS;
}

void dimensions_assign(struct quantities *quantities)
{
    size_t count = (size_t)quantities->uncertains;
    bool taken[DESIGN_DIMENSIONS + 1] = { false };
    struct uncertain **order = memory_new(count, sizeof *order);
    for (size_t k = 0; k < count; k++)
        order[k] = &quantities->uncertain[k];
    if (count > 0)
        qsort(order, count, sizeof *order, dimensions_compare);
    for (size_t k = 0; k < count; k++) {
        order[k]->dimension = dimensions_free(taken, order[k]->hash);
        taken[order[k]->dimension] = true;
    }
    free(order);
}
