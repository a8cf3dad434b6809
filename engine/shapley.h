/* Shapley values: how much of what all players are worth together is due to each.
 *
 * A player's value is what it adds when it joins those before it, averaged over all orders in which
 * the players can join (L. S. Shapley 1953, A value for n-person games, in Contributions to the
 * Theory of Games II, 307-317). It is the one division that is efficient (the values sum to the
 * worth of all), symmetric (players that add the same get the same), gives nothing to a player that
 * adds nothing, and is additive over games. */
#ifndef ENGINE_SHAPLEY_H
#define ENGINE_SHAPLEY_H

#include <stdint.h>

enum {
    SHAPLEY_EXACT = 12,  /* the most players of whom every coalition is worth playing */
    SHAPLEY_PLAYERS = 64 /* the most at all: a coalition is a set of bits, bit k for player k */
};

/* The set of so many players. */
uint64_t shapley_all(int players);

/* Writes each player's value into value[players], from what every coalition is worth,
 * worth[1 << players]. They sum to the worth of all less that of none, up to rounding. */
void shapley_exact(int players, const double *worth, double *value);

/* The order in which players join, a permutation of 0 .. players - 1 as a function of (seed,
 * index): every one has the same chance, and that of an odd index is that of the even one before
 * it, reversed. A player that joined early then joins late, which takes out most of what the
 * others' interplay does to an average (antithetic pairs: Mitchell, Cooper, Frank and Holmes 2022,
 * Sampling permutations for Shapley value estimation, JMLR 23). */
void shapley_order(int players, uint64_t seed, uint64_t index, int *order);

/* The mean over so many orders, an even number, of what each player added: added[order * players +
 * player]. error[players], which may be NULL: its standard error from the spread over pairs, what
 * other orders would give; NAN with fewer than two pairs. */
void shapley_sampled(int players, int orders, const double *added, double *value, double *error);

#endif
