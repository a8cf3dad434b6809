/* Packages found in a region (models/region.h), and shares of them. */
#ifndef MODELS_MIXTURE_H
#define MODELS_MIXTURE_H

#include "models/matrix_game.h"
#include "models/region.h"

enum { MIXTURE_PACKAGES = MATRIX_GAME_COLUMNS };

struct mixture {
    int count, next;
    double package[MIXTURE_PACKAGES][FRONTIER_ISSUES];
    double raw[MIXTURE_PACKAGES][FRONTIER_PARTIES]; /* by the region */
    double share[MIXTURE_PACKAGES];
};

/* Adds a package; when full it takes the place of one whose share is 0. Returns its place. */
int mixture_add(struct mixture *mixture, const struct region *region, const double *package,
                const double *raw);

/* Leaves the packages that lie in the region, with their worths by it. */
void mixture_confine(struct mixture *mixture, const struct region *region);

/* The package that the shares stand for: the average, where an issue does not mix the heaviest
 * package's. True where the packages do not differ in such an issue: it then is worth at least
 * their average, in the region, to every party. */
bool mixture_average(const struct mixture *mixture, const struct region *region, double *package);

/* How far the packages of the mixture are apart in an issue, on average. */
double mixture_spread(const struct mixture *mixture, int issue);

#endif
