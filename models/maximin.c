#include "models/maximin.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "models/matrix_game.h"

enum { MAXIMIN_STEPS = 60 };

/* Remembered packages: memory[0] how many, memory[1] the one to go next; the parties' last weights;
 * then per package its positions and its raw worth to each party, pinned issues left out. */
struct columns {
    double *memory;
    int issues, parties, most;
};

/* The work of one solve. */
struct master {
    struct maximin *maximin;
    const struct branch *branch;
    const struct frontier *frontier;
    struct columns columns;
    struct matrix_game game;
    int party[MATRIX_GAME_ROWS];
    double raw[MATRIX_GAME_COLUMNS][FRONTIER_PARTIES];
    double at; /* the surplus where it is linearised, and what goes with it */
    double required[FRONTIER_PARTIES], slope[FRONTIER_PARTIES], margin[FRONTIER_PARTIES];
    double best;
};

static int maximin_most(int parties)
{
    int most = parties + 4;
    return most < MATRIX_GAME_COLUMNS ? most : MATRIX_GAME_COLUMNS;
}

size_t maximin_size(int issues, int parties)
{
    return (size_t)(2 + parties + maximin_most(parties) * (issues + parties));
}

static double *maximin_column(const struct columns *columns, int column)
{
    return columns->memory + 2 + columns->parties + column * (columns->issues + columns->parties);
}

/* The raw worth of a remembered package under the branch's pins. */
static void maximin_load(struct master *master, int column)
{
    const struct frontier *frontier = master->frontier;
    double *package = maximin_column(&master->columns, column), *raw = master->raw[column];
    if (frontier->links > 0) {
        for (int k = 0; k < frontier->issues; k++)
            package[k] = frontier->pinned[k] ? frontier->pin[k] : package[k];
        frontier_raw(frontier, package, raw);
        return;
    }
    for (int i = 0; i < frontier->parties; i++)
        raw[i] = package[frontier->issues + i] + frontier->base[i];
}

/* Adds a package; when memory is full it replaces one that the mixture does not use. */
static void maximin_remember(struct master *master, const double *package, const double *raw)
{
    struct columns *columns = &master->columns;
    int column = master->game.columns;
    if (column < columns->most) {
        master->game.columns++;
    } else {
        column = (int)columns->memory[1];
        while (master->game.mixture[column] > 0)
            column = (column + 1) % columns->most;
        columns->memory[1] = (column + 1) % columns->most;
    }
    columns->memory[0] = master->game.columns;
    double *to = maximin_column(columns, column);
    memcpy(to, package, (size_t)columns->issues * sizeof *to);
    for (int i = 0; i < columns->parties; i++) {
        to[columns->issues + i] = raw[i] - master->frontier->base[i];
        master->raw[column][i] = raw[i];
    }
}

static void maximin_support(struct master *master, const double *weight)
{
    double package[FRONTIER_ISSUES], raw[FRONTIER_PARTIES];
    frontier_support(master->frontier, weight, package, raw);
    maximin_remember(master, package, raw);
}

/* First packages: everybody alike, then each party before all others. */
static void maximin_seed(struct master *master)
{
    for (int favoured = -1; favoured < master->game.rows; favoured++) {
        double weight[FRONTIER_PARTIES] = { 0 };
        for (int row = 0; row < master->game.rows; row++) {
            int party = master->party[row];
            double share = favoured < 0 || favoured == row ? 1 : 1e-3;
            weight[party] = share * master->frontier->scale[party];
        }
        maximin_support(master, weight);
    }
}

static double maximin_least(const struct master *master, const double *raw)
{
    return branch_least(master->branch, raw);
}

/* The raw worth at which a party has the surplus `at`; the worst package's where that is enough;
 * HUGE_VAL where nothing is. */
static double maximin_required(const struct branch *branch, int party, double at)
{
    double required = reward_inverse(&branch->reward[party], branch->claim[party] + at);
    double worst = branch->reward[party].offset;
    return required > worst ? required : worst;
}

/* Linearises at surplus `at`; false where some party cannot be given that. */
static bool maximin_linearise(struct master *master, double at)
{
    const struct branch *branch = master->branch;
    master->at = at;
    for (int row = 0; row < master->game.rows; row++) {
        int i = master->party[row];
        double required = maximin_required(branch, i, at);
        if (required == HUGE_VAL)
            return false;
        master->required[i] = required;
        master->slope[i] = reward_slope(&branch->reward[i], required);
        master->margin[i] = reward_of(&branch->reward[i], required) - branch->claim[i] - at;
    }
    return true;
}

static void maximin_play(struct master *master)
{
    struct matrix_game *game = &master->game;
    for (int j = 0; j < game->columns; j++)
        for (int row = 0; row < game->rows; row++) {
            int i = master->party[row];
            game->payoff[j][row] =
                master->margin[i] + master->slope[i] * (master->raw[j][i] - master->required[i]);
        }
    matrix_game_solve(game);
    double sum = 0;
    for (int j = 0; j < game->columns; j++) {
        game->mixture[j] = game->mixture[j] > 1e-14 ? game->mixture[j] : 0;
        sum += game->mixture[j];
    }
    for (int j = 0; j < game->columns; j++)
        game->mixture[j] /= sum;
}

/* The packages that the mixture uses, the heaviest first. */
static int maximin_used(const struct matrix_game *game, int *used)
{
    int count = 0;
    for (int j = 0; j < game->columns; j++) {
        if (game->mixture[j] <= 0)
            continue;
        used[count++] = j;
        if (game->mixture[j] > game->mixture[used[0]]) {
            used[count - 1] = used[0];
            used[0] = j;
        }
    }
    return count;
}

/* The package that the mixture stands for. */
static void maximin_mix(struct master *master)
{
    const struct frontier *frontier = master->frontier;
    struct maximin *maximin = master->maximin;
    int used[MATRIX_GAME_COLUMNS], count = maximin_used(&master->game, used);
    maximin->rounded = false;
    for (int k = 0; k < frontier->issues; k++) {
        double main = maximin_column(&master->columns, used[0])[k], shift = 0;
        bool differs = false;
        for (int m = 1; m < count; m++) {
            double away = maximin_column(&master->columns, used[m])[k] - main;
            shift += master->game.mixture[used[m]] * away;
            differs = differs || away != 0;
        }
        maximin->package[k] =
            frontier->pinned[k] ? frontier->pin[k] : main + (frontier->mixes[k] ? shift : 0);
        maximin->rounded =
            maximin->rounded || (differs && !frontier->pinned[k] && !frontier->mixes[k]);
    }
}

/* What the mixture gives the least satisfied party, at least. */
static double maximin_reached(struct master *master)
{
    double raw[FRONTIER_PARTIES] = { 0 };
    for (int j = 0; j < master->game.columns; j++)
        for (int i = 0; i < master->frontier->parties && master->game.mixture[j] > 0; i++)
            raw[i] += master->game.mixture[j] * master->raw[j][i];
    return maximin_least(master, raw);
}

/* How much the weights leave to be gained over the surplus `at`, and the package that would bring
 * it. A trifle for every party keeps ties on the side of what all like. */
static void maximin_price(struct master *master)
{
    struct maximin *maximin = master->maximin;
    double package[FRONTIER_ISSUES], raw[FRONTIER_PARTIES];
    memset(maximin->weight, 0, sizeof maximin->weight);
    for (int row = 0; row < master->game.rows; row++) {
        int i = master->party[row];
        maximin->weight[i] = (master->game.weight[row] + 1e-12) * master->slope[i];
    }
    frontier_support(master->frontier, maximin->weight, package, raw);
    maximin->gap = maximin->peak = 0;
    for (int i = 0; i < master->frontier->parties; i++) {
        maximin->peak += maximin->weight[i] * (raw[i] - master->frontier->base[i]);
        if (master->branch->needed[i])
            maximin->gap += maximin->weight[i] * (raw[i] - master->required[i]);
    }
    if (maximin->gap > MAXIMIN_GAP)
        maximin_remember(master, package, raw);
}

static void maximin_open(struct master *master, struct maximin *maximin)
{
    const struct branch *branch = maximin->branch;
    const struct frontier *frontier = branch->frontier;
    int parties = frontier->parties;
    master->maximin = maximin;
    master->branch = branch;
    master->frontier = frontier;
    master->columns =
        (struct columns){ maximin->memory, frontier->issues, parties, maximin_most(parties) };
    master->best = -HUGE_VAL;
    master->game.rows = 0;
    for (int i = 0; i < parties; i++)
        if (branch->needed[i])
            master->party[master->game.rows++] = i;
    assert(master->game.rows > 0 && master->game.rows <= MATRIX_GAME_ROWS);
    master->game.columns = (int)maximin->memory[0];
    for (int j = 0; j < master->game.columns; j++)
        maximin_load(master, j);
    if (master->game.columns == 0)
        maximin_seed(master);
}

static double maximin_start(const struct master *master, double floor)
{
    double start = floor;
    for (int j = 0; j < master->game.columns; j++) {
        double least = maximin_least(master, master->raw[j]);
        start = least > start ? least : start;
    }
    return start;
}

double maximin_solve(struct maximin *maximin, double floor)
{
    struct master master;
    maximin_open(&master, maximin);
    if (!maximin_linearise(&master, maximin_start(&master, floor)))
        return -HUGE_VAL;
    for (int step = 0; step < MAXIMIN_STEPS; step++) {
        maximin_play(&master);
        double reached = maximin_reached(&master);
        if (reached > master.best) {
            master.best = reached;
            maximin_mix(&master);
        }
        if (reached > master.at)
            maximin_linearise(&master, reached);
        maximin_price(&master);
        if (maximin->gap <= MAXIMIN_GAP)
            break;
    }
    memcpy(maximin->memory + 2, maximin->weight,
           (size_t)master.frontier->parties * sizeof *maximin->weight);
    if (master.frontier->links > 0)
        maximin->peak = frontier_peak(master.frontier, maximin->weight, false);
    return master.best;
}

void maximin_recall(struct maximin *maximin)
{
    const struct frontier *frontier = maximin->branch->frontier;
    memcpy(maximin->weight, maximin->memory + 2,
           (size_t)frontier->parties * sizeof *maximin->weight);
    maximin->peak = frontier_peak(frontier, maximin->weight, false);
}

bool maximin_excludes(const struct maximin *maximin, const struct branch *branch, double floor)
{
    const struct frontier *frontier = branch->frontier;
    double total = 0;
    for (int i = 0; i < frontier->parties; i++)
        total += maximin->weight[i];
    if (total <= 0)
        return false;
    double gap =
        maximin->peak + (frontier->links > 0 ? frontier_peak(frontier, maximin->weight, true) : 0);
    for (int i = 0; i < frontier->parties; i++) {
        if (!branch->needed[i] || maximin->weight[i] <= 0)
            continue;
        double required = maximin_required(branch, i, floor);
        if (required == HUGE_VAL)
            return true;
        gap += maximin->weight[i] * (frontier->base[i] - required);
    }
    return gap <= MAXIMIN_GAP;
}
