/* Memory that belongs to one owner and is freed with it. */
#ifndef ENGINE_ALLOCATIONS_H
#define ENGINE_ALLOCATIONS_H

#include <stddef.h>

struct allocations;

/* Zeroed memory of the owner; *owned begins as NULL. */
void *allocations_new(struct allocations **owned, size_t count, size_t size);
void allocations_free(struct allocations *owned); /* NULL is fine */

#endif
