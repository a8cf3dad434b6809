/* Two-person zero-sum matrix games, solved exactly by the simplex method (Dantzig 1951). */
#ifndef MODELS_MATRIX_GAME_H
#define MODELS_MATRIX_GAME_H

enum { MATRIX_GAME_ROWS = 16, MATRIX_GAME_COLUMNS = 40 };

struct matrix_game {
    int rows, columns;
    double payoff[MATRIX_GAME_COLUMNS][MATRIX_GAME_ROWS]; /* to the column player */
    double weight[MATRIX_GAME_ROWS];                      /* the row player's mixture, by solve */
    double mixture[MATRIX_GAME_COLUMNS];                  /* the column player's */
};

/* The value max over mixtures of min over rows; fills weight and mixture, each summing to 1. */
double matrix_game_solve(struct matrix_game *game);

#endif
