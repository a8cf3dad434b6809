#include "engine/quantile.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "engine/allocations.h"
#include "engine/memory.h"

enum { QUANTILE_BUCKETS = 4096 };

/* A table and what it is of. */
struct shared {
    struct shared *next; /* of the same bucket */
    const struct distribution *distribution;
    struct distribution_settings settings; /* with lists of its own */
    int references;
    struct allocations *owned; /* its lists and its table */
};

static struct shared *buckets[QUANTILE_BUCKETS];
static int tables;

/* One thread prepares: the first that calls. */
static void quantile_assert_thread(void)
{
    static _Thread_local char here;
    static const char *first;
    if (first == NULL)
        first = &here;
    assert(first == &here);
}

/* 64-bit FNV-1a. */
static uint64_t quantile_hash(uint64_t hash, const void *bytes, size_t size)
{
    const unsigned char *at = bytes;
    for (size_t k = 0; k < size; k++)
        hash = (hash ^ at[k]) * 0x100000001b3;
    return hash;
}

static size_t quantile_list(const struct distribution_settings *settings, const double *list)
{
    return list == NULL ? 0 : (size_t)settings->count * sizeof *list;
}

static struct shared **quantile_bucket(const struct distribution *distribution,
                                       const struct distribution_settings *settings)
{
    uint64_t hash = quantile_hash(0xcbf29ce484222325, &distribution, sizeof distribution);
    hash = quantile_hash(hash, settings->parameter, sizeof settings->parameter);
    hash = quantile_hash(hash, settings->value, quantile_list(settings, settings->value));
    hash = quantile_hash(hash, settings->weight, quantile_list(settings, settings->weight));
    return &buckets[hash % QUANTILE_BUCKETS];
}

static bool quantile_is_list(const double *left, const double *right, int count)
{
    if (left == NULL || right == NULL)
        return left == right;
    return memcmp(left, right, (size_t)count * sizeof *left) == 0;
}

static bool quantile_is(const struct shared *shared, const struct distribution *distribution,
                        const struct distribution_settings *settings)
{
    const struct distribution_settings *own = &shared->settings;
    return shared->distribution == distribution && own->count == settings->count &&
           memcmp(own->parameter, settings->parameter, sizeof own->parameter) == 0 &&
           quantile_is_list(own->value, settings->value, own->count) &&
           quantile_is_list(own->weight, settings->weight, own->count);
}

/* Where the table is referred to from, or its bucket ends. */
static struct shared **quantile_find(const struct distribution *distribution,
                                     const struct distribution_settings *settings)
{
    struct shared **place = quantile_bucket(distribution, settings);
    while (*place != NULL && !quantile_is(*place, distribution, settings))
        place = &(*place)->next;
    return place;
}

static const double *quantile_copy(struct shared *shared, const double *list, int count)
{
    if (list == NULL)
        return NULL;
    double *copy = allocations_new(&shared->owned, (size_t)count, sizeof *copy);
    return memcpy(copy, list, (size_t)count * sizeof *copy);
}

static struct shared *quantile_new(const struct distribution *distribution,
                                   const struct distribution_settings *settings)
{
    struct shared *shared = memory_new(1, sizeof *shared);
    *shared = (struct shared){ .distribution = distribution, .settings = *settings };
    shared->settings.value = quantile_copy(shared, settings->value, settings->count);
    shared->settings.weight = quantile_copy(shared, settings->weight, settings->count);
    distribution->prepare(
        &shared->settings,
        allocations_new(&shared->owned, distribution->table_size, sizeof(double)));
    tables++;
    return shared;
}

static void quantile_free(struct shared *shared)
{
    allocations_free(shared->owned);
    free(shared);
    tables--;
}

void quantile_prepare(const struct distribution *distribution,
                      struct distribution_settings *settings)
{
    quantile_assert_thread();
    if (distribution->table_size == 0) {
        if (distribution->prepare != NULL)
            distribution->prepare(settings, NULL);
        return;
    }
    struct shared **place = quantile_find(distribution, settings);
    if (*place == NULL)
        *place = quantile_new(distribution, settings);
    (*place)->references++;
    memcpy(settings->constant, (*place)->settings.constant, sizeof settings->constant);
    settings->table = (*place)->settings.table;
}

void quantile_release(const struct distribution *distribution,
                      const struct distribution_settings *settings)
{
    quantile_assert_thread();
    if (distribution->table_size == 0)
        return;
    struct shared **place = quantile_find(distribution, settings), *shared = *place;
    assert(shared != NULL && shared->references > 0);
    if (--shared->references > 0)
        return;
    *place = shared->next;
    quantile_free(shared);
}

int quantile_tables(void)
{
    return tables;
}
