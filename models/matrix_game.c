#include "models/matrix_game.h"

/* The row player's program in a condensed tableau: maximise sum y subject to (payoff + shift) y <=
 * 1 for each column, y >= 0; the value is 1 / sum y - shift. The shift makes payoffs positive, so
 * that y = 0 is a basic solution and the program bounded. */
struct tableau {
    int rows, columns;
    double cell[MATRIX_GAME_COLUMNS + 1]
               [MATRIX_GAME_ROWS + 1]; /* last row: objective; last column: bound */
    int basic[MATRIX_GAME_COLUMNS], free[MATRIX_GAME_ROWS]; /* variables: y, then slacks */
};

static double matrix_game_shift(const struct matrix_game *game)
{
    double least = game->payoff[0][0];
    for (int j = 0; j < game->columns; j++)
        for (int i = 0; i < game->rows; i++)
            least = game->payoff[j][i] < least ? game->payoff[j][i] : least;
    return 1 - least;
}

static void matrix_game_start(struct tableau *tableau, const struct matrix_game *game, double shift)
{
    tableau->rows = game->rows;
    tableau->columns = game->columns;
    for (int j = 0; j < game->columns; j++) {
        for (int i = 0; i < game->rows; i++)
            tableau->cell[j][i] = game->payoff[j][i] + shift;
        tableau->cell[j][game->rows] = 1;
        tableau->basic[j] = game->rows + j;
    }
    for (int i = 0; i < game->rows; i++) {
        tableau->cell[game->columns][i] = -1;
        tableau->free[i] = i;
    }
    tableau->cell[game->columns][game->rows] = 0;
}

/* The free variable to enter the basis, or -1 at the optimum. */
static int matrix_game_enter(const struct tableau *tableau)
{
    int enter = -1;
    double least = -1e-13;
    for (int i = 0; i < tableau->rows; i++)
        if (tableau->cell[tableau->columns][i] < least) {
            least = tableau->cell[tableau->columns][i];
            enter = i;
        }
    return enter;
}

/* The basic variable that reaches its bound first, or -1. */
static int matrix_game_leave(const struct tableau *tableau, int enter)
{
    int leave = -1;
    double least = 0;
    for (int j = 0; j < tableau->columns; j++) {
        if (tableau->cell[j][enter] <= 1e-13)
            continue;
        double ratio = tableau->cell[j][tableau->rows] / tableau->cell[j][enter];
        if (leave < 0 || ratio < least) {
            least = ratio;
            leave = j;
        }
    }
    return leave;
}

static void matrix_game_pivot(struct tableau *tableau, int leave, int enter)
{
    double inverse = 1 / tableau->cell[leave][enter];
    for (int j = 0; j <= tableau->columns; j++) {
        double factor = tableau->cell[j][enter] * inverse;
        if (j == leave)
            continue;
        for (int i = 0; i <= tableau->rows; i++)
            tableau->cell[j][i] -= factor * tableau->cell[leave][i];
        tableau->cell[j][enter] = -factor;
    }
    for (int i = 0; i <= tableau->rows; i++)
        tableau->cell[leave][i] *= inverse;
    tableau->cell[leave][enter] = inverse;
    int variable = tableau->basic[leave];
    tableau->basic[leave] = tableau->free[enter];
    tableau->free[enter] = variable;
}

static void matrix_game_read(const struct tableau *tableau, struct matrix_game *game, double value)
{
    for (int i = 0; i < game->rows; i++)
        game->weight[i] = 0;
    for (int j = 0; j < game->columns; j++)
        game->mixture[j] = 0;
    for (int j = 0; j < game->columns; j++)
        if (tableau->basic[j] < game->rows)
            game->weight[tableau->basic[j]] = tableau->cell[j][game->rows] * value;
    for (int i = 0; i < game->rows; i++)
        if (tableau->free[i] >= game->rows)
            game->mixture[tableau->free[i] - game->rows] = tableau->cell[game->columns][i] * value;
}

double matrix_game_solve(struct matrix_game *game)
{
    struct tableau tableau;
    double shift = matrix_game_shift(game);
    matrix_game_start(&tableau, game, shift);
    /* Ties can make the largest-coefficient rule cycle; the limit ends that, far above what is
     * needed. */
    for (int pivots = 4 * (game->rows + game->columns); pivots > 0; pivots--) {
        int enter = matrix_game_enter(&tableau);
        int leave = enter < 0 ? -1 : matrix_game_leave(&tableau, enter);
        if (leave < 0)
            break;
        matrix_game_pivot(&tableau, leave, enter);
    }
    double value = 1 / tableau.cell[game->columns][game->rows];
    matrix_game_read(&tableau, game, value);
    return value - shift;
}
