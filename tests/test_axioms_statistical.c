/* What solutions must satisfy, on random problems, checked without the solvers; and what they are
 * known not to satisfy, of which some problem must then be an example. Which is which stands in the
 * table of docs/solvers.md, Axioms, which is read here. Problems are drawn from fixed seeds. */
#include <stdio.h>

#include "tests/axiom_game.h"

enum { AXIOM_PROBLEMS = 40 };

/* What a breach must come to before it counts as an example, in utility points. */
static const double AXIOM_CLEAR = 1e-3;

static double axiom_worse(double left, double right)
{
    return left > right ? left : right;
}

/* The largest difference of two answers' surpluses; a problem that only one of them solves is a
 * breach. */
static double axiom_apart(const struct axiom_answer *one, const struct axiom_answer *other,
                          int actors)
{
    double most = 0;
    if (one->found != other->found)
        return 1;
    for (int i = 0; i < actors && one->found; i++)
        most = axiom_worse(most, fabs(one->surplus[i] - other->surplus[i]));
    return most;
}

/* How far the package is past its bounds; where there is a zone there must be one. */
static double axiom_feasible(const struct solver *solver, unsigned seed, int actors)
{
    struct axiom_game game = axiom_random(seed, actors, false);
    struct axiom_answer answer = axiom_solve(&game, solver, NAN);
    double most = answer.found ? 0 : 1;
    for (int k = 0; k < game.issues && answer.found; k++) {
        most = axiom_worse(most, game.low[k] - answer.package[k]);
        most = axiom_worse(most, answer.package[k] - game.high[k]);
    }
    return most;
}

static double axiom_rational(const struct solver *solver, unsigned seed, int actors)
{
    struct axiom_game game = axiom_random(seed, actors, false);
    struct axiom_answer answer = axiom_solve(&game, solver, NAN);
    double most = 0;
    for (int i = 0; i < actors && answer.found; i++)
        most = axiom_worse(most, -answer.surplus[i]);
    return most;
}

/* Random packages, near and far: how much the one best for whom it helps least would add. */
static double axiom_efficient(const struct solver *solver, unsigned seed, int actors)
{
    struct axiom_game game = axiom_random(seed, actors, false);
    struct axiom_answer answer = axiom_solve(&game, solver, NAN);
    struct example *example = axiom_example(&game);
    double most = 0;
    unsigned state = seed;
    for (int attempt = 0; attempt < 4000 && answer.found; attempt++) {
        double package[AXIOM_ISSUES], surplus[AXIOM_ACTORS], least = HUGE_VAL;
        double reach = attempt % 4 == 0   ? 1
                       : attempt % 4 == 1 ? 0.1
                       : attempt % 4 == 2 ? 1e-2
                                          : 1e-3;
        for (int k = 0; k < game.issues; k++) {
            double at = answer.package[k] + reach * example_uniform(&state, -1, 1);
            package[k] = fmin(fmax(at, game.low[k]), game.high[k]);
        }
        axiom_surplus(example, package, surplus);
        for (int i = 0; i < actors; i++)
            least = fmin(least, surplus[i] - answer.surplus[i]);
        most = axiom_worse(most, least);
    }
    free(example);
    return most;
}

/* The mirror image of a game: actors 0 and 1 change places, issues 0 and 1, 2 and 3 too, and every
 * axis is turned round. With three actors the third's ideals are in the middle. */
static struct axiom_game axiom_symmetric(unsigned seed, int actors)
{
    struct axiom_game game = axiom_random(seed, actors, true);
    unsigned state = seed;
    game.issues = seed % 2 ? 2 : 4;
    for (int k = 0; k < game.issues; k++) {
        int mirror = k ^ 1;
        game.low[k] = 0;
        game.high[k] = 1;
        game.ideal[0][k] = example_uniform(&state, 0, 0.5);
        game.salience[0][k] = example_uniform(&state, 0.2, 1);
        game.ideal[1][mirror] = 1 - game.ideal[0][k];
        game.salience[1][mirror] = game.salience[0][k];
        game.ideal[2][k] = 0.5;
        game.salience[2][k] = 1;
        for (int i = 0; i < AXIOM_ACTORS; i++)
            game.loss[i][k] = LOSS_QUADRATIC;
    }
    game.claim[0] = game.claim[1] = example_uniform(&state, 0.1, 0.5);
    game.claim[2] = 0.1;
    game.power[0] = game.power[1] = 1;
    return game;
}

static double axiom_symmetry(const struct solver *solver, unsigned seed, int actors)
{
    struct axiom_game game = axiom_symmetric(seed, actors);
    struct axiom_answer answer = axiom_solve(&game, solver, NAN);
    return answer.found ? fabs(answer.surplus[0] - answer.surplus[1]) : 0;
}

/* Other units of utility: the surpluses must be the same in the old ones. */
static double axiom_scale(const struct solver *solver, unsigned seed, int actors)
{
    struct axiom_game game = axiom_random(seed, actors, false), other = game;
    unsigned state = seed + 7;
    for (int i = 0; i < actors; i++) {
        other.stretch[i] = example_uniform(&state, 1, 3);
        other.shift[i] = example_uniform(&state, -0.5, 0.5);
        other.claim[i] = other.stretch[i] * game.claim[i] + other.shift[i];
    }
    struct axiom_answer one = axiom_solve(&game, solver, NAN);
    struct axiom_answer two = axiom_solve(&other, solver, NAN);
    for (int i = 0; i < actors; i++)
        two.surplus[i] /= other.stretch[i];
    return axiom_apart(&one, &two, actors);
}

/* Packages that were not chosen are taken away. */
static double axiom_alternatives(const struct solver *solver, unsigned seed, int actors)
{
    struct axiom_game game = axiom_random(seed, actors, false), less = game;
    struct axiom_answer one = axiom_solve(&game, solver, NAN);
    unsigned state = seed + 11;
    for (int k = 0; k < game.issues && one.found; k++) {
        less.low[k] = fmax(game.low[k], one.package[k] - example_uniform(&state, 0, 0.2));
        less.high[k] = fmin(game.high[k], one.package[k] + example_uniform(&state, 0, 0.2));
    }
    struct axiom_answer two = axiom_solve(&less, solver, NAN);
    return axiom_apart(&one, &two, actors);
}

/* How much the worst off loses by going from one game to another that has all its packages. */
static double axiom_lost(const struct axiom_game *less, const struct axiom_game *more,
                         const struct solver *solver)
{
    struct axiom_answer one = axiom_solve(less, solver, NAN), two = axiom_solve(more, solver, NAN);
    double most = 0;
    for (int i = 0; i < less->actors && one.found; i++)
        most = axiom_worse(most, one.surplus[i] - (two.found ? two.surplus[i] : 0));
    return most;
}

/* More packages to choose from, and nobody gets less (Kalai 1977). */
static double axiom_monotone(const struct solver *solver, unsigned seed, int actors)
{
    struct axiom_game more = axiom_random(seed, actors, false), less = more;
    unsigned state = seed + 13;
    for (int k = 0; k < more.issues; k++) {
        less.low[k] = example_uniform(&state, 0, 0.2);
        less.high[k] = example_uniform(&state, 0.8, 1);
    }
    return axiom_lost(&less, &more, solver);
}

/* The same where everybody's ideal payoff stays as it was (Kalai and Smorodinsky 1975): opposed
 * parties whose losses are less of a loss in between. */
static double axiom_restricted(const struct solver *solver, unsigned seed, int actors)
{
    struct axiom_game less = axiom_random(seed, actors, false), more;
    for (int i = 0; i < actors; i++) {
        less.claim[i] = 0;
        for (int k = 0; k < less.issues; k++) {
            less.ideal[i][k] = i % 2;
            less.loss[i][k] = LOSS_LINEAR;
        }
    }
    more = less;
    for (int k = 0; k < more.issues; k++)
        more.loss[k % actors][k] = LOSS_QUADRATIC;
    return axiom_lost(&less, &more, solver);
}

/* The columns of the table. With three actors where the solver serves them. */
static const struct {
    const char *name;
    double (*breach)(const struct solver *solver, unsigned seed, int actors);
    double slack;
    int actors;
} AXIOMS[] = {
    { "feasible", axiom_feasible, 0, 3 },      { "individually rational", axiom_rational, 1e-9, 3 },
    { "efficient", axiom_efficient, 1e-7, 3 }, { "symmetric", axiom_symmetry, 1e-6, 3 },
    { "any units", axiom_scale, 1e-5, 3 },     { "independent", axiom_alternatives, 1e-5, 3 },
    { "monotone", axiom_monotone, 1e-6, 3 },   { "restricted monotone", axiom_restricted, 1e-6, 2 }
};

enum { AXIOM_COUNT = sizeof AXIOMS / sizeof *AXIOMS };

static double axiom_most(const struct solver *solver, int axiom)
{
    double most = 0;
    int actors = solver->parties == 2 ? 2 : AXIOMS[axiom].actors;
    for (unsigned seed = 1; seed <= AXIOM_PROBLEMS; seed++)
        for (int n = 2; n <= actors; n++)
            most = axiom_worse(most, AXIOMS[axiom].breach(solver, seed, n));
    return most;
}

/* The cell of a line `| a | b | ...`, without blanks around it. */
static void axiom_cell(const char *line, int cell, char *out, size_t size)
{
    for (; *line && cell > 0; cell--)
        line += strcspn(line + 1, "|") + 1;
    line += *line == '|';
    line += strspn(line, " `");
    size_t length = strcspn(line, "|\n");
    while (length > 0 && strchr(" `", line[length - 1]))
        length--;
    snprintf(out, size, "%.*s", (int)length, line);
}

static const struct solver *axiom_solver(const char *name)
{
    return (const struct solver *)(const void *)catalogue_find("solver", name);
}

static void axiom_row(const struct solver *solver, const char *line, const int *column)
{
    for (int axiom = 0; axiom < AXIOM_COUNT; axiom++) {
        char said[32];
        axiom_cell(line, column[axiom], said, sizeof said);
        if (strcmp(said, "yes") != 0 && strcmp(said, "no") != 0)
            continue;
        double most = axiom_most(solver, axiom);
        if (getenv("AXIOM_TELL"))
            fprintf(stderr, "%-20s %-24s %-4s %.3g\n", solver->about.name, AXIOMS[axiom].name, said,
                    most);
        if (strcmp(said, "yes") == 0)
            cr_expect_leq(most, AXIOMS[axiom].slack, "%s is not %s: %g", solver->about.name,
                          AXIOMS[axiom].name, most);
        else
            cr_expect_geq(most, AXIOM_CLEAR, "%s seems %s: %g", solver->about.name,
                          AXIOMS[axiom].name, most);
    }
}

Test(axioms, hold_as_the_table_says, .timeout = 240)
{
    FILE *file = fopen("docs/solvers.md", "r");
    char line[1024], name[64];
    int column[AXIOM_COUNT] = { 0 }, rows = 0;
    bool inside = false;
    cr_assert(file != NULL, "run at the root");
    while (fgets(line, sizeof line, file)) {
        axiom_cell(line, 0, name, sizeof name);
        if (line[0] != '|' || (!inside && strcmp(name, "solution") != 0)) {
            inside = false;
            continue;
        }
        for (int cell = 1; !inside && cell <= AXIOM_COUNT; cell++)
            for (int axiom = 0; axiom < AXIOM_COUNT; axiom++) {
                axiom_cell(line, cell, name, sizeof name);
                if (strcmp(name, AXIOMS[axiom].name) == 0)
                    column[axiom] = cell;
            }
        if (inside && axiom_solver(name)) {
            axiom_row(axiom_solver(name), line, column);
            rows++;
        }
        inside = true;
    }
    fclose(file);
    for (int axiom = 0; axiom < AXIOM_COUNT; axiom++)
        cr_assert_gt(column[axiom], 0, "the table has no column '%s'", AXIOMS[axiom].name);
    cr_assert_geq(rows, 11);
}
