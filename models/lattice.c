#include "models/lattice.h"

#include <math.h>
#include <string.h>

#include "models/special.h"

/* Steps of a round, at most: enough for volatilities up to a quarter of the axis. */
enum { LATTICE_STEPS = 64 };

/* How far a random walk passes a boundary, in its own standard deviations: -zeta(1/2) / sqrt(2 pi).
 */
static const double overshoot = 0.5825971579390107;

size_t lattice_size(const struct outlook *outlook)
{
    size_t actors = (size_t)outlook->utility->game->actors, rounds = (size_t)outlook->rounds + 1;
    return (2 + actors * rounds * (2 + LATTICE_NODES)) * LANES;
}

struct lattice lattice_place(const struct outlook *outlook, double *memory)
{
    size_t actors = (size_t)outlook->utility->game->actors, rounds = (size_t)outlook->rounds + 1;
    struct lattice lattice = { .rounds = rounds, .origin = memory };
    lattice.spacing = block_row(lattice.origin, 1);
    lattice.annuity = block_row(lattice.spacing, 1);
    lattice.reach = block_row(lattice.annuity, actors * rounds);
    lattice.value = block_row(lattice.reach, actors * rounds);
    return lattice;
}

void lattice_span(const struct lattice *lattice, const struct outlook *outlook)
{
    for (int lane = 0; lane < outlook->lanes; lane++) {
        double past =
            outlook->boundary == BOUNDARY_ABSORB ? overshoot * outlook->volatility[lane] : 0;
        lattice->origin[lane] = -past;
        lattice->spacing[lane] = (1 + 2 * past) / LATTICE_CELLS;
    }
}

double *lattice_value(const struct lattice *lattice, int actor, int round, int node)
{
    size_t first = ((size_t)actor * lattice->rounds + (size_t)round) * LATTICE_NODES;
    return block_row(lattice->value, first + (size_t)node);
}

double *lattice_annuity(const struct lattice *lattice, int actor, int round)
{
    return block_row(lattice->annuity, (size_t)actor * lattice->rounds + (size_t)round);
}

double *lattice_reach(const struct lattice *lattice, int actor, int round)
{
    return block_row(lattice->reach, (size_t)actor * lattice->rounds + (size_t)round);
}

void lattice_front(const struct lattice *lattice, int node, double *front, int lanes)
{
    for (int lane = 0; lane < lanes; lane++)
        front[lane] = lattice->origin[lane] + node * lattice->spacing[lane];
}

/* Chances of a step up and down, and how many steps a lane's round takes; returns the most of them.
 */
static int lattice_chances(const struct lattice *lattice, const struct outlook *outlook,
                           const double *drift, double *up, double *down, int *steps)
{
    int most = 1;
    for (int lane = 0; lane < outlook->lanes; lane++) {
        double variance = outlook->volatility[lane] / lattice->spacing[lane];
        double mean = drift[lane] / lattice->spacing[lane];
        variance *= variance;
        double wanted = -special_floor(-(variance + fabs(mean)));
        steps[lane] = wanted < 1 ? 1 : wanted > LATTICE_STEPS ? LATTICE_STEPS : (int)wanted;
        double m = mean / steps[lane], v = variance / steps[lane];
        m = m > 1 ? 1 : m < -1 ? -1 : m;
        v = v + m * m > 1 ? 1 - m * m : v;
        up[lane] = 0.5 * (v + m * m + m);
        down[lane] = 0.5 * (v + m * m - m);
        most = steps[lane] > most ? steps[lane] : most;
    }
    return most;
}

/* One step of the lanes that take more than `done`. */
static void lattice_step(const struct outlook *outlook, const double *up, const double *down,
                         const int *steps, int done, double value[LATTICE_NODES][LANES])
{
    bool mirror = outlook->boundary == BOUNDARY_REFLECT;
    double before[LATTICE_NODES][LANES];
    memcpy(before, value, sizeof before);
    for (int node = mirror ? 0 : 1; node < (mirror ? LATTICE_NODES : LATTICE_CELLS); node++) {
        const double *here = before[node], *below = before[node > 0 ? node - 1 : 1];
        const double *above = before[node < LATTICE_CELLS ? node + 1 : LATTICE_CELLS - 1];
        for (int lane = 0; lane < outlook->lanes; lane++) {
            double moved =
                up[lane] * (above[lane] - here[lane]) + down[lane] * (below[lane] - here[lane]);
            value[node][lane] += done < steps[lane] ? moved : 0;
        }
    }
}

void lattice_expect(const struct lattice *lattice, const struct outlook *outlook,
                    const double *drift, double value[LATTICE_NODES][LANES])
{
    double up[LANES], down[LANES];
    int steps[LANES], most = lattice_chances(lattice, outlook, drift, up, down, steps);
    for (int done = 0; done < most; done++)
        lattice_step(outlook, up, down, steps, done, value);
}

void lattice_read(const struct lattice *lattice, int actor, int round, const double *front,
                  double *value, int lanes)
{
    const double *nodes = lattice_value(lattice, actor, round, 0);
    for (int lane = 0; lane < lanes; lane++) {
        double along = (front[lane] - lattice->origin[lane]) / lattice->spacing[lane];
        int nearest = !(along >= 1.5)                ? 1
                      : along >= LATTICE_CELLS - 1.5 ? LATTICE_CELLS - 1
                                                     : (int)(along + 0.5);
        const double *here = nodes + (size_t)nearest * LANES + lane;
        double down = here[-LANES], middle = here[0], up = here[LANES], past = along - nearest;
        value[lane] = middle + 0.5 * past * (up - down + past * (up - 2 * middle + down));
    }
}
