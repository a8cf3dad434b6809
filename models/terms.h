/* Terms that depend on each other (docs/model.md, Terms that depend on each other): red lines that
 * hold only while another issue falls short, rules between issues, and a front beyond which a side
 * is given nothing.
 *
 * A clause (models/game.h) can be kept in several ways, each of which is a box: ends between which
 * issues must lie. A case takes one way of each clause, and so is a box itself; packages keep to
 * the terms where they lie in the box of some case. Within a case everything is as it would be
 * without clauses, so that solvers take the best of the cases (disjunctive programming; Balas
 * 1979). Boxes are closed: an `if` says `above`, a `then` `at_least`. */
#ifndef MODELS_TERMS_H
#define MODELS_TERMS_H

#include "models/bargain.h"

enum { TERMS_CASES = 64, TERMS_CLAUSES = 16 /* a scenario has no more */ };

/* The clauses of a game: its red lines with a condition, of actors that bind, and its rules. Fills
 * `out` unless that is NULL, and returns how many there are. */
int terms_clauses(const struct game *game, struct clause *out);

/* How many cases the clauses come to; more than TERMS_CASES where they are too many. 1 without. */
int terms_cases(const struct game *game);

/* The positions between which one issue of a lane lies: the bargain's bounds and, unless it is
 * settled, the front where that bounds it. */
double terms_low(const struct bargain *bargain, int issue, int lane);
double terms_high(const struct bargain *bargain, int issue, int lane);

/* The box of a case, [issue]. False where it is empty. */
bool terms_confine(const struct bargain *bargain, int lane, int which, double *low, double *high);

/* Whether a case does without the line of a clause, because it keeps the line's condition. */
bool terms_lifts(const struct game *game, int which, int clause);

/* The positions of an issue at which the box of some case can end inside the bounds: at most
 * terms_ends() of them, in any order. Fills `out` and returns how many. */
int terms_ends(const struct game *game, int issue);
int terms_end(const struct bargain *bargain, int issue, int lane, double *out);

/* Whether the `when` of a rule is so. */
bool terms_applies(const struct bargain *bargain, const struct condition *when,
                   const double *package, int lane);

/* The first rule that a package breaks in a lane; game->rules where it gives a side more than the
 * front allows; -1: none. */
int terms_broken(const struct bargain *bargain, const double *package, int lane);

/* The issue on which a package passes a hard red line of the actor by more than `slack`, and
 * without what the line's condition asks for; -1: none. */
int terms_crossed(const struct utility *utility, int actor, const double *package, double slack,
                  int lane);

#endif
