#include "models/lattice.h"

#include <math.h>

size_t lattice_size(const struct outlook *outlook)
{
    size_t actors = (size_t)outlook->utility->game->actors, rounds = (size_t)outlook->rounds + 1;
    return (actors * (2 * rounds + 1) + actors * rounds * LATTICE_NODES) * LANES;
}

struct lattice lattice_place(const struct outlook *outlook, double *memory)
{
    size_t actors = (size_t)outlook->utility->game->actors, rounds = (size_t)outlook->rounds + 1;
    struct lattice lattice = { .rounds = rounds, .centre = memory };
    lattice.annuity = block_row(lattice.centre, actors * rounds);
    lattice.spacing = block_row(lattice.annuity, actors * rounds);
    lattice.value = block_row(lattice.spacing, actors);
    return lattice;
}

double *lattice_value(const struct lattice *lattice, int actor, int round, int node)
{
    size_t first = ((size_t)actor * lattice->rounds + (size_t)round) * LATTICE_NODES;
    return block_row(lattice->value, first + (size_t)node);
}

double *lattice_centre(const struct lattice *lattice, int actor, int round)
{
    return block_row(lattice->centre, (size_t)actor * lattice->rounds + (size_t)round);
}

double *lattice_annuity(const struct lattice *lattice, int actor, int round)
{
    return block_row(lattice->annuity, (size_t)actor * lattice->rounds + (size_t)round);
}

static double lattice_farther(double left, double right)
{
    return fabs(left) > fabs(right) ? fabs(left) : fabs(right);
}

/* Spacing of one lane: `drifted` is the way its centre goes, `farthest` the distance from the
 * centre to the farther end of the axis, at most. */
static double lattice_space(double volatility, int rounds, double drifted, double farthest)
{
    double reach = 4.5 * volatility * sqrt((double)rounds) + drifted;
    double finest = 1.5 * volatility;
    double spacing = (reach < farthest ? reach : farthest) / LATTICE_SIDE;
    spacing = spacing > finest ? spacing : finest;
    return spacing > 1e-4 ? spacing : 1e-4;
}

void lattice_centres(const struct lattice *lattice, const struct outlook *outlook, int actor)
{
    const struct actor *self = &outlook->utility->game->actor[actor];
    const double *optimism = block_read(outlook->optimism, (size_t)actor);
    double toward = self->side == SIDE_LOW ? -1 : self->side == SIDE_HIGH ? 1 : 0;
    double *spacing = block_row(lattice->spacing, (size_t)actor);
    for (int lane = 0; lane < outlook->lanes; lane++) {
        double centre = outlook->start[lane], drifted = 0, farthest = 0;
        for (int round = 0; round < outlook->rounds; round++) {
            double move = block_read(outlook->drift, (size_t)round)[lane] + toward * optimism[lane];
            lattice_centre(lattice, actor, round)[lane] = centre;
            farthest = lattice_farther(farthest, lattice_farther(centre, 1 - centre));
            centre += move;
            drifted += fabs(move);
        }
        lattice_centre(lattice, actor, outlook->rounds)[lane] = centre;
        farthest = lattice_farther(farthest, lattice_farther(centre, 1 - centre));
        spacing[lane] =
            lattice_space(outlook->volatility[lane], outlook->rounds, drifted, farthest);
    }
}
