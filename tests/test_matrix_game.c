/* Matrix games whose columns are almost alike, as packages near each other make them: an optimal
 * mixture gives in every row at least the value (von Neumann 1928), whatever the rounding. */
#include <criterion/criterion.h>
#include <math.h>

#include "models/matrix_game.h"
#include "tests/example.h"

/* Clusters of columns, those of a cluster `apart` from each other. */
static struct matrix_game game_alike(unsigned *state, double apart)
{
    struct matrix_game game = { .rows = 3, .columns = 36 };
    for (int j = 0; j < game.columns; j++)
        for (int i = 0; i < game.rows; i++)
            game.payoff[j][i] = j % 9 == 0
                                    ? example_uniform(state, -0.3, 0.3)
                                    : game.payoff[j - 1][i] + apart * example_uniform(state, -1, 1);
    return game;
}

static void expect_mixture(const struct matrix_game *game, double value, double apart)
{
    double sum = 0;
    for (int j = 0; j < game->columns; j++) {
        cr_expect_geq(game->mixture[j], -1e-12);
        sum += game->mixture[j];
    }
    cr_expect_float_eq(sum, 1, 1e-10, "apart %g: sum %.15f", apart, sum);
    for (int i = 0; i < game->rows; i++) {
        double row = 0;
        for (int j = 0; j < game->columns; j++)
            row += game->mixture[j] * game->payoff[j][i];
        cr_expect_geq(row, value - 1e-10, "apart %g: row %g of value %g", apart, row, value);
    }
}

static void expect_weight(const struct matrix_game *game, double value, double apart)
{
    for (int j = 0; j < game->columns; j++) {
        double column = 0;
        for (int i = 0; i < game->rows; i++)
            column += game->weight[i] * game->payoff[j][i];
        cr_expect_leq(column, value + 1e-10, "apart %g: column %g of value %g", apart, column,
                      value);
    }
}

Test(matrix_game, columns_alike_lose_no_digits)
{
    unsigned state = 1;
    for (double apart = 1e-2; apart > 1e-14; apart /= 10)
        for (int turn = 0; turn < 200; turn++) {
            struct matrix_game game = game_alike(&state, apart);
            double value = matrix_game_solve(&game);
            expect_mixture(&game, value, apart);
            expect_weight(&game, value, apart);
        }
}
