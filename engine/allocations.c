#include "engine/allocations.h"

#include <stdlib.h>

#include "engine/memory.h"

struct allocations {
    struct allocations *next;
    void *memory;
};

void *allocations_new(struct allocations **owned, size_t count, size_t size)
{
    struct allocations *entry = memory_new(1, sizeof *entry);
    *entry = (struct allocations){ .next = *owned, .memory = memory_new(count, size) };
    *owned = entry;
    return entry->memory;
}

void allocations_free(struct allocations *owned)
{
    while (owned != NULL) {
        struct allocations *next = owned->next;
        free(owned->memory);
        free(owned);
        owned = next;
    }
}
