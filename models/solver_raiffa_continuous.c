#include <math.h>
#include <string.h>

#include "models/solution.h"
#include "models/solver.h"
#include "models/special.h"

enum { RAIFFA_CONTINUOUS_STEPS = 250, RAIFFA_CONTINUOUS_STAGES = 7 };

/* Steps end where nobody can gain more than the first; who can gain nothing may seem to lose as
 * much. Then how short and how long a step may be. */
static const double RAIFFA_CONTINUOUS_END = 1e-8, RAIFFA_CONTINUOUS_SHORT = 1e-5,
                    RAIFFA_CONTINUOUS_LONG = 1;

/* What a step may err. Between three or more b is known to 1e-9 only: a doubt of that size would be
 * that of b, and shorter steps would not lessen it. */
static double raiffa_continuous_doubt(int parties)
{
    return parties == 2 ? 1e-9 : 1e-7;
}

/* Stages of the fifth-order step; the last row is the step itself. Then its error. */
static const double
    raiffa_continuous_stage[RAIFFA_CONTINUOUS_STAGES][RAIFFA_CONTINUOUS_STAGES - 1] = {
        { 0 },
        { 1.0 / 5 },
        { 3.0 / 40, 9.0 / 40 },
        { 44.0 / 45, -56.0 / 15, 32.0 / 9 },
        { 19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729 },
        { 9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656 },
        { 35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84 },
    };
static const double raiffa_continuous_error[RAIFFA_CONTINUOUS_STAGES] = {
    71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40,
};

struct raiffa_continuous {
    struct solution *solution;
    double at[FRONTIER_PARTIES];                             /* d */
    double gain[RAIFFA_CONTINUOUS_STAGES][FRONTIER_PARTIES]; /* b - d of each stage */
};

/* gain = b(d) - d; false where no package gives d. */
static bool raiffa_continuous_gain(struct solution *solution, const double *at, double *gain)
{
    struct optimum optimum;
    for (int i = 0; i < solution->parties; i++) {
        gain[i] = solution_most(solution, i, at, &optimum) - at[i];
        if (gain[i] < -RAIFFA_CONTINUOUS_END)
            return false;
        gain[i] = gain[i] > 0 ? gain[i] : 0;
    }
    return true;
}

static double raiffa_continuous_most(const double *gain, int parties)
{
    double most = 0;
    for (int i = 0; i < parties; i++)
        most = fabs(gain[i]) > most ? fabs(gain[i]) : most;
    return most;
}

/* A step of Dormand and Prince: where it leads, and by how much it may err; false where a stage is
 * past the frontier. */
static bool raiffa_continuous_try(struct raiffa_continuous *path, double length, double *to,
                                  double *doubt)
{
    double error[FRONTIER_PARTIES] = { 0 };
    int parties = path->solution->parties;
    for (int stage = 1; stage < RAIFFA_CONTINUOUS_STAGES; stage++) {
        memcpy(to, path->at, (size_t)parties * sizeof *to);
        for (int m = 0; m < stage; m++)
            for (int i = 0; i < parties; i++)
                to[i] += length * raiffa_continuous_stage[stage][m] * path->gain[m][i];
        if (!raiffa_continuous_gain(path->solution, to, path->gain[stage]))
            return false;
    }
    for (int stage = 0; stage < RAIFFA_CONTINUOUS_STAGES; stage++)
        for (int i = 0; i < parties; i++)
            error[i] += length * raiffa_continuous_error[stage] * path->gain[stage][i];
    *doubt = raiffa_continuous_most(error, parties);
    return true;
}

/* By how much to lengthen a step of the fifth order so that it errs by a fortieth of what it may:
 * errors of many steps add up. */
static double raiffa_continuous_stretch(double doubt, double most)
{
    double stretch = doubt > 0 ? special_power(most / (40 * doubt), 0.2) : 5;
    return fmin(fmax(stretch, 0.1), 5);
}

/* Follows the path to where nothing is left to gain, or no package gives what comes next. */
static void raiffa_continuous_follow(struct raiffa_continuous *path)
{
    int parties = path->solution->parties;
    double length = 0.25, to[FRONTIER_PARTIES], doubt, most = raiffa_continuous_doubt(parties);
    for (int step = 0; step < RAIFFA_CONTINUOUS_STEPS; step++) {
        bool possible = raiffa_continuous_try(path, length, to, &doubt);
        bool shortest = length <= RAIFFA_CONTINUOUS_SHORT;
        if (!possible && shortest)
            return;
        double stretch = possible ? raiffa_continuous_stretch(doubt, most) : 0.25;
        length = fmin(fmax(length * stretch, RAIFFA_CONTINUOUS_SHORT), RAIFFA_CONTINUOUS_LONG);
        if (!possible || (doubt > most && !shortest))
            continue;
        const double *after = path->gain[RAIFFA_CONTINUOUS_STAGES - 1];
        if (raiffa_continuous_most(after, parties) <= RAIFFA_CONTINUOUS_END)
            return;
        memcpy(path->at, to, sizeof to);
        memcpy(path->gain[0], after, sizeof path->gain[0]);
    }
}

static bool raiffa_continuous_lane(struct solution *solution)
{
    struct raiffa_continuous path = { .solution = solution };
    double most[FRONTIER_PARTIES], *gain = path.gain[0];
    memcpy(path.at, solution->claim, sizeof path.at);
    if (!solution_ideals(solution, path.at, most))
        return false;
    for (int i = 0; i < solution->parties; i++)
        gain[i] = most[i] - path.at[i];
    raiffa_continuous_follow(&path);
    return solution_onward(solution, path.at, gain);
}

static void raiffa_continuous_solve(const void *settings, const double *values,
                                    const struct bargain *bargain, double *package, bool *found,
                                    double *gap)
{
    solution_solve(raiffa_continuous_lane, settings, values, bargain, package, found, gap);
}

const struct solver solver_raiffa_continuous = {
    .about = { .name = "raiffa_continuous",
               .summary = "Agreement by steps so small that they make a path: at each moment all "
                          "gain in proportion to the most that each could still gain alone.",
               .formula =
                   "d(0) = claims, dd/dt = b(d) - d, b_i(d) = max U_i(y) over packages y that give "
                   "all others whose consent y needs what d gives them; by the method of Dormand "
                   "and Prince with errors of 1e-9 a step; when nobody has more than 1e-8 to "
                   "gain, or going on would need a lottery, the package that goes furthest in the "
                   "direction of b(d) - d, made Pareto efficient as by kalai_smorodinsky; the gap "
                   "is that of this last step",
               .source = "Raiffa, Arbitration Schemes for Generalized Two-Person Games, "
                         "Contributions to the Theory of Games II (1953); Livne, On the Status Quo "
                         "Sets Induced by the Raiffa Solution to the Two-Person Bargaining "
                         "Problem, Mathematics of Operations Research 14 (1989); Dormand and "
                         "Prince, A Family of Embedded Runge-Kutta Formulae, Journal of "
                         "Computational and Applied Mathematics 6 (1980)" },
    .solve = raiffa_continuous_solve,
};
