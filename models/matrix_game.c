#include "models/matrix_game.h"

#include <math.h>

#include "models/program.h"

/* What a pivot must have; what bounds may differ in and still be reached together. */
static const double MATRIX_GAME_PIVOT = 1e-13, MATRIX_GAME_TIE = 1e-14;

/* How far the mixtures may miss the value. */
static const double MATRIX_GAME_MISS = 1e-12;

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

/* The basic variable that reaches its bound first, or -1. Of those that reach it together, but for
 * rounding, the one with the largest pivot: columns that are almost alike make small ones, and
 * those lose all digits (Harris 1973). */
static int matrix_game_leave(const struct tableau *tableau, int enter)
{
    int leave = -1;
    double least = HUGE_VAL;
    for (int j = 0; j < tableau->columns; j++) {
        double pivot = tableau->cell[j][enter], bound = tableau->cell[j][tableau->rows];
        if (pivot > MATRIX_GAME_PIVOT && (bound + MATRIX_GAME_TIE) / pivot < least)
            least = (bound + MATRIX_GAME_TIE) / pivot;
    }
    for (int j = 0; j < tableau->columns; j++) {
        double pivot = tableau->cell[j][enter], bound = tableau->cell[j][tableau->rows];
        if (pivot > MATRIX_GAME_PIVOT && bound / pivot <= least &&
            (leave < 0 || pivot > tableau->cell[leave][enter]))
            leave = j;
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

/* By how much the mixtures miss the value, or their sum 1: in small pivots digits are lost. */
static double matrix_game_miss(const struct matrix_game *game, double value)
{
    double sum = -1, miss = 0, row[MATRIX_GAME_ROWS] = { 0 };
    for (int j = 0; j < game->columns; j++) {
        double column = 0;
        for (int i = 0; i < game->rows; i++) {
            column += game->weight[i] * game->payoff[j][i];
            row[i] += game->mixture[j] * game->payoff[j][i];
        }
        miss = fmax(miss, column - value);
        sum += game->mixture[j];
    }
    for (int i = 0; i < game->rows; i++)
        miss = fmax(miss, value - row[i]);
    return fmax(miss, fabs(sum));
}

/* The column player's program: the value most, payoffs less slacks are the value in every row, and
 * the mixture is 1. The first basis is the mixture of the first column alone. */
static void matrix_game_program(const struct matrix_game *game, double shift,
                                struct program *program)
{
    int rows = game->rows, least = 0;
    program->rows = rows + 1;
    program->columns = program->next = 0;
    for (int j = 0; j < game->columns; j++) {
        double column[MATRIX_GAME_ROWS + 1];
        for (int i = 0; i < rows; i++)
            column[i] = game->payoff[j][i] + shift;
        column[rows] = 1;
        program_add(program, column, 0);
    }
    for (int i = 0; i < rows; i++) {
        double slack[MATRIX_GAME_ROWS + 1] = { 0 };
        slack[i] = -1;
        program->bound[i] = 0;
        program->basic[i] = program_add(program, slack, 0);
        least = game->payoff[0][i] < game->payoff[0][least] ? i : least;
    }
    double value[MATRIX_GAME_ROWS + 1] = { 0 };
    for (int i = 0; i < rows; i++)
        value[i] = -1;
    program->basic[least] = program_add(program, value, 1);
    program->basic[rows] = 0;
    program->bound[rows] = 1;
}

/* The same anew, slower, without loss of digits. */
static double matrix_game_again(struct matrix_game *game, double shift)
{
    struct program program;
    double value = 0;
    matrix_game_program(game, shift, &program);
    program_solve(&program);
    for (int j = 0; j < game->columns; j++)
        game->mixture[j] = 0;
    for (int row = 0; row < program.rows; row++) {
        int column = program.basic[row];
        if (column < game->columns)
            game->mixture[column] = program.level[row];
        else if (column == game->columns + game->rows)
            value = program.level[row];
    }
    for (int i = 0; i < game->rows; i++)
        game->weight[i] = program.price[i] < 0 ? -program.price[i] : 0;
    return value - shift;
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
    value -= shift;
    return matrix_game_miss(game, value) <= MATRIX_GAME_MISS ? value
                                                             : matrix_game_again(game, shift);
}
