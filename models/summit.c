#include "models/summit.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "models/program.h"

enum { SUMMIT_STEPS = 200, SUMMIT_TURNS = 200 };

/* A slope is the weight's if it differs from it by less than this share. */
static const double SUMMIT_LEVEL = 1e-13;

/* On either side of a worth, for its slopes: share of what a party can have. */
static const double SUMMIT_STEP = 1e-9;

/* What a mixture without its packages costs. */
static const double SUMMIT_RESERVE = 1e-5;

/* The work of one solve. Rows: the raw worth of each party whose worth matters, in units of what it
 * can have in the region; that packages' shares sum to 1; that each party's do. */
struct summit_work {
    const struct summit *summit;
    const struct region *region;
    struct program program;
    int parties, party[FRONTIER_PARTIES];
    double unit[FRONTIER_PARTIES], constant;
    double package[PROGRAM_COLUMNS][FRONTIER_ISSUES], raw[PROGRAM_COLUMNS][FRONTIER_PARTIES];
    bool whole[PROGRAM_COLUMNS]; /* the column is a package's */
};

static double summit_value(const struct summit *summit, const struct region *region, int party,
                           double raw)
{
    return summit->criterion->value(summit->criterion, region->branch, party,
                                    reward_of(&region->reward[party], raw));
}

static double summit_slope(const struct summit *summit, const struct region *region, int party,
                           double raw)
{
    const struct reward *reward = &region->reward[party];
    double slope =
        summit->criterion->slope(summit->criterion, region->branch, party, reward_of(reward, raw));
    return slope > 0 ? slope * reward_slope(reward, raw) : 0;
}

/* The least raw worth that a party may have. */
static double summit_least(const struct summit *summit, const struct region *region, int party)
{
    double least = region->least[party];
    if (summit->floor[party] == -HUGE_VAL)
        return least;
    double required = reward_inverse(&region->branch->reward[party], summit->floor[party]);
    return fmin(required > least ? required : least, region->most[party]);
}

/* Where the slope crosses the weight between `low` and `high`, where it is above it by `rising` and
 * below by -`falling`: false position with halved weights (Illinois; Dowell and Jarratt 1971),
 * bisection every fourth time, since at a kink the slope jumps. */
static double summit_cross(const struct summit *summit, const struct region *region, int party,
                           double weight, double low, double high, double rising, double falling)
{
    int side = 0;
    for (int turn = 0; turn < SUMMIT_TURNS && high - low > 1e-16 * (1 + fabs(high)); turn++) {
        double share = turn % 4 == 3 ? 0.5 : rising / (rising - falling);
        double at = low + share * (high - low);
        double over = summit_slope(summit, region, party, at) - weight;
        if (fabs(over) <= SUMMIT_LEVEL * weight)
            return at;
        if (over > 0) {
            low = at;
            rising = over;
            falling = side > 0 ? falling / 2 : falling;
            side = 1;
        } else {
            high = at;
            falling = over;
            rising = side < 0 ? rising / 2 : rising;
            side = -1;
        }
    }
    return summit_value(summit, region, party, high) - weight * high >
                   summit_value(summit, region, party, low) - weight * low
               ? high
               : low;
}

/* The raw worth that maximises h - weight raw. */
static double summit_choice(const struct summit *summit, const struct region *region, int party,
                            double weight)
{
    double low = summit_least(summit, region, party), high = region->most[party];
    double falling = summit_slope(summit, region, party, high) - weight;
    if (falling >= 0)
        return high;
    double rising = summit_slope(summit, region, party, low) - weight;
    if (rising <= 0)
        return low;
    return summit_cross(summit, region, party, weight, low, high, rising, falling);
}

/* max h - weight raw: of a concave function between two points with slopes on either side of the
 * weight. */
static double summit_conjugate(const struct summit *summit, const struct region *region, int party,
                               double weight)
{
    double raw = summit_choice(summit, region, party, weight);
    return summit_value(summit, region, party, raw) - weight * raw;
}

double summit_bound(const struct summit *summit, const struct region *region, const double *weight)
{
    double package[FRONTIER_ISSUES], raw[FRONTIER_PARTIES];
    double bound = region_support(region, weight, package, raw);
    for (int i = 0; i < region->frontier->parties; i++)
        bound += summit_conjugate(summit, region, i, weight[i]);
    return bound;
}

static double summit_scale(const struct summit_work *work, int row, double raw)
{
    int i = work->party[row];
    return (raw - work->region->least[i]) / work->unit[row];
}

static int summit_add_package(struct summit_work *work, const double *package, const double *raw,
                              double cost)
{
    double column[PROGRAM_ROWS] = { 0 };
    for (int row = 0; row < work->parties; row++)
        column[row] = summit_scale(work, row, raw[work->party[row]]);
    column[work->parties] = 1;
    int place = program_add(&work->program, column, cost);
    memcpy(work->package[place], package, (size_t)work->region->frontier->issues * sizeof *package);
    memcpy(work->raw[place], raw, (size_t)work->region->frontier->parties * sizeof *raw);
    work->whole[place] = true;
    return place;
}

static int summit_add_worth(struct summit_work *work, int row, double raw)
{
    double column[PROGRAM_ROWS] = { 0 };
    column[row] = -summit_scale(work, row, raw);
    column[work->parties + 1 + row] = 1;
    int place = program_add(&work->program, column,
                            summit_value(work->summit, work->region, work->party[row], raw));
    work->whole[place] = false;
    return place;
}

/* Worth that nobody uses. */
static int summit_add_slack(struct summit_work *work, int row)
{
    double column[PROGRAM_ROWS] = { 0 };
    column[row] = -1;
    int place = program_add(&work->program, column, 0);
    work->whole[place] = false;
    return place;
}

/* The start, with what it may be a mixture of: then it is held back, so that the program says of
 * which. */
static int summit_add_start(struct summit_work *work, const struct mixture *mixture,
                            const double *package, const double *raw)
{
    const struct region *region = work->region;
    double own[FRONTIER_PARTIES], cost = 0;
    region_raw(region, package, own);
    for (int i = 0; i < region->frontier->parties; i++)
        cost = own[i] < raw[i] ? -SUMMIT_RESERVE : cost;
    for (int j = 0; j < mixture->count && cost < 0; j++)
        summit_add_package(work, mixture->package[j], mixture->raw[j], 0);
    return summit_add_package(work, package, raw, cost);
}

static void summit_open(struct summit_work *work, const struct mixture *mixture,
                        const double *package, const double *raw)
{
    const struct region *region = work->region;
    struct program *program = &work->program;
    work->parties = program->columns = program->next = 0;
    work->constant = 0;
    for (int i = 0; i < region->frontier->parties; i++) {
        if (summit_slope(work->summit, region, i, summit_least(work->summit, region, i)) <= 0 &&
            summit_least(work->summit, region, i) <= region->least[i]) {
            work->constant += summit_value(work->summit, region, i, region->most[i]);
            continue;
        }
        work->unit[work->parties] = fmax(region->most[i] - region->least[i], 1e-9);
        work->party[work->parties++] = i;
    }
    program->rows = 2 * work->parties + 1;
    assert(program->rows <= PROGRAM_ROWS);
    for (int row = 0; row < program->rows; row++)
        program->bound[row] = row < work->parties ? 0 : 1;
    program->basic[work->parties] = summit_add_start(work, mixture, package, raw);
    for (int row = 0; row < work->parties; row++) {
        int i = work->party[row];
        double from = fmax(raw[i], summit_least(work->summit, region, i));
        program->basic[row] = summit_add_slack(work, row);
        program->basic[work->parties + 1 + row] =
            summit_add_worth(work, row, fmin(from, region->most[i]));
    }
}

/* What the program's solution makes of its packages. */
static double summit_reached(const struct summit_work *work, struct mixture *mixture)
{
    const struct program *program = &work->program;
    double value = work->constant, raw[FRONTIER_PARTIES];
    mixture->count = mixture->next = 0;
    for (int row = 0; row < program->rows; row++) {
        int column = program->basic[row];
        if (!work->whole[column] || program->level[row] <= 1e-14 ||
            mixture->count == MIXTURE_PACKAGES)
            continue;
        mixture->share[mixture->count] = program->level[row];
        memcpy(mixture->package[mixture->count], work->package[column],
               sizeof work->package[column]);
        memcpy(mixture->raw[mixture->count++], work->raw[column], sizeof work->raw[column]);
    }
    for (int i = 0; i < work->region->frontier->parties; i++) {
        raw[i] = 0;
        for (int j = 0; j < mixture->count; j++)
            raw[i] += mixture->share[j] * mixture->raw[j][i];
    }
    for (int row = 0; row < work->parties; row++)
        value += summit_value(work->summit, work->region, work->party[row], raw[work->party[row]]);
    return value;
}

static void summit_weigh(const struct summit_work *work, double *weight)
{
    for (int i = 0; i < work->region->frontier->parties; i++)
        weight[i] = 0;
    for (int row = 0; row < work->parties; row++)
        weight[work->party[row]] = fmax(-work->program.price[row], 0) / work->unit[row];
}

/* Adds what the weights bring; returns the bound that they prove. */
static double summit_price(struct summit_work *work, const double *weight)
{
    double package[FRONTIER_ISSUES], raw[FRONTIER_PARTIES];
    double bound = region_support(work->region, weight, package, raw) + work->constant;
    summit_add_package(work, package, raw, 0);
    for (int row = 0; row < work->parties; row++) {
        int i = work->party[row];
        double at = summit_choice(work->summit, work->region, i, weight[i]);
        bound += summit_value(work->summit, work->region, i, at) - weight[i] * at;
        summit_add_worth(work, row, at);
    }
    return bound;
}

/* Weights that are slopes at the average worths; at a kink, what the program's prices are, kept
 * between the slopes on either side. Once the mixture is best they prove it, when the prices have
 * hardly begun to. */
static void summit_lean(const struct summit_work *work, const struct mixture *mixture,
                        const double *price, double *weight)
{
    memset(weight, 0, FRONTIER_PARTIES * sizeof *weight);
    for (int row = 0; row < work->parties; row++) {
        int i = work->party[row];
        double raw = 0, step = SUMMIT_STEP * work->unit[row];
        for (int j = 0; j < mixture->count; j++)
            raw += mixture->share[j] * mixture->raw[j][i];
        double right = summit_slope(work->summit, work->region, i, raw + step),
               left = summit_slope(work->summit, work->region, i, raw - step);
        bool held = raw - step <= summit_least(work->summit, work->region, i);
        weight[i] = fmax(held ? price[i] : fmin(price[i], left), right);
    }
}

static void summit_try(struct summit_work *work, const double *weight, struct summit_result *result)
{
    double bound = summit_price(work, weight);
    if (bound >= result->bound)
        return;
    result->bound = bound;
    memcpy(result->weight, weight, sizeof result->weight);
}

/* Takes note of the average package, which joins, with the worths that it has, where it is worth no
 * less than the mixture. */
static void summit_join(struct summit_work *work, const struct mixture *mixture, double reached,
                        struct summit_result *result)
{
    double package[FRONTIER_ISSUES], raw[FRONTIER_PARTIES];
    bool average = mixture_average(mixture, work->region, package);
    if (average) {
        region_raw(work->region, package, raw);
        reached = work->constant;
        for (int row = 0; row < work->parties; row++)
            reached +=
                summit_value(work->summit, work->region, work->party[row], raw[work->party[row]]);
    }
    if (reached >= result->reached) {
        result->reached = reached;
        memcpy(result->package, package, sizeof package);
    }
    if (!average)
        return;
    if (mixture->count > 1)
        summit_add_package(work, package, raw, 0);
    for (int row = 0; row < work->parties; row++)
        if (raw[work->party[row]] > summit_least(work->summit, work->region, work->party[row]))
            summit_add_worth(work, row, raw[work->party[row]]);
}

struct summit_result summit_solve(const struct summit *summit, const struct region *region,
                                  const double *package, const double *raw, double enough,
                                  double gap, struct mixture *mixture)
{
    struct summit_work work = { .summit = summit, .region = region };
    struct summit_result result = { .bound = HUGE_VAL, .reached = -HUGE_VAL };
    double price[FRONTIER_PARTIES], lean[FRONTIER_PARTIES];
    summit_open(&work, mixture, package, raw);
    for (int step = 0; step < SUMMIT_STEPS && program_solve(&work.program); step++) {
        double reached = summit_reached(&work, mixture);
        summit_weigh(&work, price);
        summit_lean(&work, mixture, price, lean);
        summit_try(&work, lean, &result);
        summit_try(&work, price, &result);
        summit_join(&work, mixture, reached, &result);
        if (result.bound <= enough || result.bound - result.reached <= gap)
            break;
    }
    return result;
}
