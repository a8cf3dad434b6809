#include "engine/spread.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "engine/memory.h"

static int spread_pages(const struct spread *spread)
{
    return (spread->bins + SPREAD_PAGE - 1) / SPREAD_PAGE;
}

void spread_start(struct spread *spread, double low, double high)
{
    int bins = (int)((high - low) * SPREAD_STEPS) + 1;
    *spread = (struct spread){ .low = low, .bins = bins };
    spread->page = memory_new((size_t)spread_pages(spread), sizeof *spread->page);
}

void spread_free(struct spread *spread)
{
    for (int k = 0; spread->replicate != NULL && k < DESIGN_REPLICATES; k++)
        spread_free(&spread->replicate[k]);
    free(spread->replicate);
    for (int page = 0; spread->page != NULL && page < spread_pages(spread); page++)
        free(spread->page[page]);
    free(spread->page);
    *spread = (struct spread){ 0 };
}

void spread_divide(struct spread *spread)
{
    spread->replicate = memory_new(DESIGN_REPLICATES, sizeof *spread->replicate);
    for (int k = 0; k < DESIGN_REPLICATES; k++) {
        struct spread *replicate = &spread->replicate[k];
        *replicate = (struct spread){ .low = spread->low, .bins = spread->bins };
        if (spread->bins > 0)
            replicate->page = memory_new((size_t)spread_pages(spread), sizeof *replicate->page);
    }
}

static int spread_index(const struct spread *spread, double value)
{
    double step = (value - spread->low) * SPREAD_STEPS;
    if (step < 0)
        return 0;
    return step >= spread->bins ? spread->bins - 1 : (int)step;
}

static struct spread_bin *spread_page(struct spread *spread, int page)
{
    if (spread->page[page] == NULL)
        spread->page[page] = memory_new(SPREAD_PAGE, sizeof **spread->page);
    return spread->page[page];
}

static void spread_fill(struct spread_bin *bin, uint64_t count, double least, double greatest)
{
    if (bin->count == 0 || least < bin->least)
        bin->least = least;
    if (bin->count == 0 || greatest > bin->greatest)
        bin->greatest = greatest;
    bin->count += count;
}

int spread_next(const struct spread *spread, int index)
{
    for (index++; index < spread->bins; index++) {
        const struct spread_bin *bins = spread->page[index / SPREAD_PAGE];
        if (bins == NULL)
            index += SPREAD_PAGE - 1 - index % SPREAD_PAGE;
        else if (bins[index % SPREAD_PAGE].count > 0)
            return index;
    }
    return spread->bins;
}

struct spread_bin *spread_bin(struct spread *spread, int index)
{
    return &spread_page(spread, index / SPREAD_PAGE)[index % SPREAD_PAGE];
}

void spread_add(struct spread *spread, double value, int replicate)
{
    tally_add(&spread->tally, value);
    if (spread->replicate != NULL)
        spread_add(&spread->replicate[replicate], value, 0);
    if (spread->bins == 0)
        return;
    int index = spread_index(spread, value);
    value += 0.0; /* as in tally_add: no -0 */
    spread_fill(spread_bin(spread, index), 1, value, value);
}

void spread_merge(struct spread *into, const struct spread *from)
{
    assert(into->bins == from->bins && (into->replicate == NULL) == (from->replicate == NULL));
    for (int k = 0; into->replicate != NULL && k < DESIGN_REPLICATES; k++)
        spread_merge(&into->replicate[k], &from->replicate[k]);
    tally_merge(&into->tally, &from->tally);
    for (int page = 0; page < spread_pages(into); page++) {
        if (from->page[page] == NULL)
            continue;
        struct spread_bin *bins = spread_page(into, page);
        for (int k = 0; k < SPREAD_PAGE; k++) {
            const struct spread_bin *bin = &from->page[page][k];
            if (bin->count > 0)
                spread_fill(&bins[k], bin->count, bin->least, bin->greatest);
        }
    }
}

/* The `rank`-th value of a bin, by interpolation between its least and its greatest. */
static double spread_between(const struct spread_bin *bin, uint64_t rank)
{
    if (bin->count == 1 || rank == 1)
        return bin->least;
    if (rank == bin->count)
        return bin->greatest;
    double share = (double)(rank - 1) / (double)(bin->count - 1);
    return bin->least + (bin->greatest - bin->least) * share;
}

double spread_quantile(const struct spread *spread, int percent)
{
    uint64_t count = spread->tally.count;
    return count == 0 ? NAN : spread_value(spread, tally_rank(percent, count));
}

double spread_value(const struct spread *spread, uint64_t rank)
{
    if (rank == 0 || spread->bins == 0 || rank > spread->tally.count)
        return NAN;
    for (int page = 0; page < spread_pages(spread); page++) {
        const struct spread_bin *bins = spread->page[page];
        for (int k = 0; bins != NULL && k < SPREAD_PAGE; k++) {
            if (rank <= bins[k].count)
                return spread_between(&bins[k], rank);
            rank -= bins[k].count;
        }
    }
    assert(false); /* the bins hold as many values as the tally */
    return NAN;
}

uint64_t spread_below(const struct spread *spread, double value)
{
    uint64_t below = 0;
    assert(spread->bins > 0);
    for (int index = 0, last = spread_index(spread, value); index <= last; index++) {
        const struct spread_bin *bins = spread->page[index / SPREAD_PAGE];
        below += bins == NULL ? 0 : bins[index % SPREAD_PAGE].count;
    }
    return below;
}
