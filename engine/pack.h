/* Figures as bytes, the same on every machine, exactly.
 *
 * One function names the figures of a thing, for both directions: a pack that writes appends them,
 * one that reads fills them. Counts are LEB128 (seven bits a byte, the lowest first), numbers the
 * eight bytes of their IEEE 754 form, lowest first. */
#ifndef ENGINE_PACK_H
#define ENGINE_PACK_H

#include <stdbool.h>
#include <stdint.h>

#include "engine/tally.h"
#include "engine/text.h"

struct pack {
    struct text *text;             /* to write to; NULL: it reads */
    const unsigned char *at, *end; /* what is left to read */
    bool bad; /* what was read is not what was asked for; from then on: zeros */
};

void pack_count(struct pack *pack, uint64_t *count);
/* A count of at most `most`. */
void pack_number(struct pack *pack, int *number, int most);
void pack_flag(struct pack *pack, bool *flag);
void pack_sum(struct pack *pack, tally_sum *sum);
void pack_real(struct pack *pack, double *real);

#endif
