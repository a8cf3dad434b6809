/* Sobol's sequence and its scrambling: points that fill a cube evenly, made random.
 *
 * A coordinate is a 64-bit word kept back to front: bit 0 is worth 1/2, bit 1 is worth 1/4 ... */
#ifndef MODELS_SOBOL_H
#define MODELS_SOBOL_H

#include <stdint.h>

enum { SOBOL_DIMENSIONS = 256 };

/* The direction numbers of a dimension: word k is the coordinate of the point whose Gray code has
 * bit k alone. Those for the first `bits` <= 64. Initial numbers: Joe and Kuo, SIAM Journal on
 * Scientific Computing 30 (2008), set new-joe-kuo-6 (models/sobol.def); recurrence: Bratley and
 * Fox, ACM Transactions on Mathematical Software 14 (1988), algorithm 659. */
void sobol_directions(int dimension, int bits, uint64_t *direction);

/* The coordinate of point `index`, from 0, which is the origin; the points stand in the order of
 * Gray codes (Antonov and Saleev 1979). `direction` has a word for each bit of the index. */
uint64_t sobol_coordinate(const uint64_t *direction, uint64_t index);

/* Owen's nested scrambling of a coordinate (Owen 1995): whether a digit is flipped is a matter of
 * chance for each value of the digits before it. `key`: eight random words. The first eight digits
 * have a bit of it for each such value; those beyond are flipped by a hash of all before them
 * (after Laine and Karras 2011 and Burley, Journal of Computer Graphics Techniques 9, 2020, with
 * constants of the key). Every coordinate becomes as likely as any other; points that lay in
 * different intervals of equal length 2^-k still do. */
uint64_t sobol_scramble(uint64_t coordinate, const uint64_t key[8]);

/* The coordinate as a number strictly inside (0, 1), of 52 bits. */
double sobol_real(uint64_t coordinate);

/* The bits of a word, back to front. */
uint64_t sobol_reverse(uint64_t word);

#endif
