#include "models/program.h"

#include <math.h>
#include <string.h>

static bool program_uses(const struct program *program, int column)
{
    for (int row = 0; row < program->rows; row++)
        if (program->basic[row] == column)
            return true;
    return false;
}

int program_add(struct program *program, const double *column, double cost)
{
    int place = program->columns;
    if (place < PROGRAM_COLUMNS) {
        program->columns++;
    } else {
        place = program->next;
        while (program_uses(program, place))
            place = (place + 1) % PROGRAM_COLUMNS;
        program->next = (place + 1) % PROGRAM_COLUMNS;
    }
    memcpy(program->column[place], column, (size_t)program->rows * sizeof *column);
    program->cost[place] = cost;
    return place;
}

/* One step of Gauss and Jordan on [matrix | inverse]. */
static void program_eliminate(int rows, int pivot, double (*matrix)[PROGRAM_ROWS],
                              double (*inverse)[PROGRAM_ROWS])
{
    double scale = 1 / matrix[pivot][pivot];
    for (int j = 0; j < rows; j++) {
        matrix[pivot][j] *= scale;
        inverse[pivot][j] *= scale;
    }
    for (int row = 0; row < rows; row++) {
        double factor = matrix[row][pivot];
        if (row == pivot || factor == 0)
            continue;
        for (int j = 0; j < rows; j++) {
            matrix[row][j] -= factor * matrix[pivot][j];
            inverse[row][j] -= factor * inverse[pivot][j];
        }
    }
}

static void program_swap(double (*matrix)[PROGRAM_ROWS], int first, int second)
{
    double kept[PROGRAM_ROWS];
    memcpy(kept, matrix[first], sizeof kept);
    memcpy(matrix[first], matrix[second], sizeof kept);
    memcpy(matrix[second], kept, sizeof kept);
}

/* The inverse of the basis, afresh: row r belongs to basic[r]. */
static bool program_invert(struct program *program)
{
    double matrix[PROGRAM_ROWS][PROGRAM_ROWS];
    int rows = program->rows;
    memset(program->inverse, 0, sizeof program->inverse);
    for (int i = 0; i < rows; i++) {
        program->inverse[i][i] = 1;
        for (int j = 0; j < rows; j++)
            matrix[i][j] = program->column[program->basic[j]][i];
    }
    for (int pivot = 0; pivot < rows; pivot++) {
        int best = pivot;
        for (int row = pivot + 1; row < rows; row++)
            best = fabs(matrix[row][pivot]) > fabs(matrix[best][pivot]) ? row : best;
        if (fabs(matrix[best][pivot]) < 1e-13)
            return false;
        if (best != pivot) {
            program_swap(matrix, best, pivot);
            program_swap(program->inverse, best, pivot);
        }
        program_eliminate(rows, pivot, matrix, program->inverse);
    }
    return true;
}

static void program_read(struct program *program)
{
    for (int i = 0; i < program->rows; i++) {
        program->level[i] = program->price[i] = 0;
        for (int j = 0; j < program->rows; j++) {
            program->level[i] += program->inverse[i][j] * program->bound[j];
            program->price[i] += program->cost[program->basic[j]] * program->inverse[j][i];
        }
        program->level[i] = program->level[i] > 0 ? program->level[i] : 0;
    }
}

/* The column that would add most, or -1. */
static int program_enter(const struct program *program)
{
    int enter = -1;
    double most = 0;
    for (int column = 0; column < program->columns; column++) {
        double gain = program->cost[column], size = fabs(gain);
        for (int i = 0; i < program->rows; i++) {
            gain -= program->price[i] * program->column[column][i];
            size += fabs(program->price[i] * program->column[column][i]);
        }
        if (gain > most && gain > 1e-14 * (1 + size) && !program_uses(program, column)) {
            most = gain;
            enter = column;
        }
    }
    return enter;
}

/* The row that reaches 0 first as the column enters, or -1. */
static int program_leave(const struct program *program, const double *along)
{
    int leave = -1;
    double least = HUGE_VAL;
    for (int row = 0; row < program->rows; row++) {
        if (along[row] <= 1e-11)
            continue;
        double ratio = program->level[row] / along[row];
        bool tie = leave >= 0 && fabs(ratio - least) <= 1e-15;
        if (tie ? along[row] > along[leave] : ratio < least) {
            least = ratio;
            leave = row;
        }
    }
    return leave;
}

static void program_pivot(struct program *program, int leave, const double *along)
{
    for (int j = 0; j < program->rows; j++)
        program->inverse[leave][j] /= along[leave];
    for (int row = 0; row < program->rows; row++)
        for (int j = 0; row != leave && j < program->rows; j++)
            program->inverse[row][j] -= along[row] * program->inverse[leave][j];
}

bool program_solve(struct program *program)
{
    if (!program_invert(program))
        return false;
    program_read(program);
    for (int turn = 0; turn < 8 * PROGRAM_ROWS; turn++) {
        double along[PROGRAM_ROWS];
        int enter = program_enter(program);
        if (enter < 0)
            break;
        for (int i = 0; i < program->rows; i++) {
            along[i] = 0;
            for (int j = 0; j < program->rows; j++)
                along[i] += program->inverse[i][j] * program->column[enter][j];
        }
        int leave = program_leave(program, along);
        if (leave < 0)
            break;
        program->basic[leave] = enter;
        program_pivot(program, leave, along);
        program_read(program);
    }
    return true;
}
