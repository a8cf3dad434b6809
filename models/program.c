#include "models/program.h"

#include <math.h>
#include <string.h>

/* What a column must add, of the size of what is added up, and what it must take of a row that it
 * empties: with less the basis becomes all but singular, and every later column is refused. */
static const double PROGRAM_GAIN = 1e-12, PROGRAM_PIVOT = 1e-7;

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

/* What the basis leaves of the bounds, or of the costs of its columns. */
static void program_rest(const struct program *program, double *level, double *price)
{
    for (int i = 0; i < program->rows; i++) {
        level[i] = program->bound[i];
        price[i] = program->cost[program->basic[i]];
        for (int j = 0; j < program->rows; j++) {
            level[i] -= program->column[program->basic[j]][i] * program->level[j];
            price[i] -= program->price[j] * program->column[program->basic[i]][j];
        }
    }
}

/* Levels and prices, each corrected once by what it leaves. */
static void program_read(struct program *program)
{
    double level[PROGRAM_ROWS], price[PROGRAM_ROWS];
    memset(program->level, 0, sizeof program->level);
    memset(program->price, 0, sizeof program->price);
    for (int turn = 0; turn < 2; turn++) {
        program_rest(program, level, price);
        for (int i = 0; i < program->rows; i++)
            for (int j = 0; j < program->rows; j++) {
                program->level[i] += program->inverse[i][j] * level[j];
                program->price[i] += price[j] * program->inverse[j][i];
            }
    }
    for (int i = 0; i < program->rows; i++)
        program->level[i] = program->level[i] > 0 ? program->level[i] : 0;
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
        if (gain > most && gain > PROGRAM_GAIN * (1 + size) && !program_uses(program, column)) {
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
        if (along[row] <= PROGRAM_PIVOT)
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

/* Lets a column into the basis; false where that would make it singular. */
static bool program_pivot(struct program *program, int leave, int enter)
{
    int before = program->basic[leave];
    program->basic[leave] = enter;
    bool regular = program_invert(program);
    if (!regular) {
        program->basic[leave] = before;
        program_invert(program);
    }
    program_read(program);
    return regular;
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
        if (leave < 0 || !program_pivot(program, leave, enter))
            break;
    }
    return true;
}
