/* A random permutation of 0 .. size - 1 that is never stored: any element by its number. */
#ifndef MODELS_PERMUTATION_H
#define MODELS_PERMUTATION_H

#include <stdint.h>

/* Where `index` < `size` <= 2^48 goes under the permutation of that key (four random words).
 *
 * A Feistel network on a rectangle that just holds the numbers, walked until it leads back among
 * them (Black and Rogaway, Ciphers with arbitrary finite domains, 2002). */
uint64_t permutation_of(uint64_t index, uint64_t size, const uint64_t key[4]);

#endif
