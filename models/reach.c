#include "models/reach.h"

#include <math.h>
#include <string.h>

enum { REACH_STEPS = 150, REACH_TURNS = 80 };

/* A floor is kept up to rounding. */
static const double REACH_SLACK = 1e-12;

/* The game is played so far below the bound, in gaps, that rounding breaks no floor; further below
 * where it does. */
static const double REACH_BELOW = 0.25, REACH_FAR_BELOW = 0.9;

void reach_open(struct reach *reach, const struct branch *branch, const double *share,
                const double *floor)
{
    bool shared = false;
    int parties = branch->frontier->parties;
    for (int i = 0; i < parties; i++) {
        reach->share[i] = share[i];
        reach->floor[i] = floor[i];
        reach->counts[i] = branch->needed[i] && (share[i] > 0 || floor[i] > -HUGE_VAL);
        shared = shared || (branch->needed[i] && share[i] > 0);
    }
    for (int i = 0; i < parties; i++)
        reach->counts[i] = reach->counts[i] || (!shared && share[i] > 0);
}

double reach_of(const struct reach *reach, const struct branch *branch, const double *raw,
                double slack)
{
    double least = HUGE_VAL;
    for (int i = 0; i < branch->frontier->parties; i++) {
        double over =
            reach->counts[i] ? reward_of(&branch->reward[i], raw[i]) - reach->floor[i] : HUGE_VAL;
        if (reach->share[i] > 0)
            least = fmin(least, over / reach->share[i]);
        else if (over < -slack)
            return -HUGE_VAL;
    }
    return least;
}

/* The raw worth that a party must have at t; what every package gives where that is enough. */
static double reach_required(const struct reach *reach, const struct region *region, int party,
                             double t)
{
    double worth = reach->floor[party] + (reach->share[party] > 0 ? reach->share[party] * t : 0);
    double required = reward_inverse(&region->branch->reward[party], worth);
    return required > region->least[party] ? required : region->least[party];
}

/* What the weights ask for at t, and how that grows with t. */
static double reach_asked(const struct reach *reach, const struct region *region,
                          const double *weight, double t, double *growth)
{
    double sum = 0;
    *growth = 0;
    for (int i = 0; i < region->frontier->parties; i++) {
        if (!reach->counts[i] || weight[i] <= 0)
            continue;
        double required = reach_required(reach, region, i, t);
        sum += weight[i] * required;
        if (required < HUGE_VAL && required > region->least[i])
            *growth +=
                weight[i] * reach->share[i] / reward_slope(&region->branch->reward[i], required);
    }
    return sum;
}

/* Between which t the answer lies, if there is one: nobody has more than its best, or less than its
 * worst. */
static void reach_ends(const struct reach *reach, const struct region *region, double *least,
                       double *most)
{
    *least = *most = HUGE_VAL;
    for (int i = 0; i < region->frontier->parties; i++) {
        const struct reward *reward = &region->branch->reward[i];
        if (!reach->counts[i] || reach->share[i] <= 0)
            continue;
        *most =
            fmin(*most, (reward_of(reward, region->most[i]) - reach->floor[i]) / reach->share[i]);
        *least =
            fmin(*least, (reward_of(reward, region->least[i]) - reach->floor[i]) / reach->share[i]);
    }
    *least = fmin(*least, *most);
}

/* The largest t at which the weights ask for no more than there is: Newton from above, kept
 * between what is and what is not too much. */
static double reach_root(const struct reach *reach, const struct region *region,
                         const double *weight, double there_is)
{
    double left, right, growth;
    double trifle = 1e-15 * (1 + fabs(there_is));
    reach_ends(reach, region, &left, &right);
    double t = right;
    if (reach_asked(reach, region, weight, left, &growth) > there_is + trifle)
        return -HUGE_VAL;
    for (int turn = 0; turn < REACH_TURNS; turn++) {
        double over = reach_asked(reach, region, weight, t, &growth) - there_is;
        if (over > 0)
            right = t;
        else
            left = t;
        if (fabs(over) <= trifle || right - left <= 1e-15 * (1 + fabs(right)))
            break;
        double next = growth > 0 ? t - over / growth : t;
        t = next > left && next < right && turn % 8 < 7 ? next : 0.5 * (left + right);
    }
    return reach_asked(reach, region, weight, t, &growth) <= there_is + trifle ? t : right;
}

double reach_bound(const struct reach *reach, const struct region *region, const double *weight)
{
    double package[FRONTIER_ISSUES], raw[FRONTIER_PARTIES], counted[FRONTIER_PARTIES];
    for (int i = 0; i < region->frontier->parties; i++)
        counted[i] = reach->counts[i] ? weight[i] : 0;
    return reach_root(reach, region, counted, region_support(region, counted, package, raw));
}

/* The game at t: rows are the parties that count, payoffs in units of what each can have. */
static double reach_play(const struct reach *reach, const struct region *region, double t,
                         struct mixture *mixture, double *weight)
{
    struct matrix_game game = { .columns = mixture->count };
    double even[FRONTIER_PARTIES], unit[FRONTIER_PARTIES];
    region_even(region, even);
    for (int i = 0; i < region->frontier->parties; i++) {
        double required = reach->counts[i] ? reach_required(reach, region, i, t) : 0;
        weight[i] = 0;
        if (!reach->counts[i])
            continue;
        unit[game.rows] = even[i];
        required = fmin(required, region->most[i] + 2 / unit[game.rows]);
        for (int j = 0; j < mixture->count; j++)
            game.payoff[j][game.rows] = (mixture->raw[j][i] - required) * unit[game.rows];
        game.rows++;
    }
    double value = matrix_game_solve(&game), sum = 0;
    for (int i = 0, row = 0; i < region->frontier->parties; i++)
        if (reach->counts[i]) {
            weight[i] = (game.weight[row] + 1e-12) * unit[row];
            row++;
        }
    for (int j = 0; j < mixture->count; j++) {
        mixture->share[j] = game.mixture[j] > 1e-14 ? game.mixture[j] : 0;
        sum += mixture->share[j];
    }
    for (int j = 0; j < mixture->count; j++)
        mixture->share[j] /= sum;
    return value;
}

/* What the average of the mixture's worths reaches; if the average package is worth no less it
 * joins. */
static void reach_mix(const struct reach *reach, const struct region *region,
                      struct mixture *mixture, struct reach_result *result)
{
    double raw[FRONTIER_PARTIES] = { 0 }, package[FRONTIER_ISSUES];
    int used = 0;
    for (int j = 0; j < mixture->count; j++) {
        used += mixture->share[j] > 0;
        for (int i = 0; i < region->frontier->parties; i++)
            raw[i] += mixture->share[j] * mixture->raw[j][i];
    }
    bool average = mixture_average(mixture, region, package);
    if (average)
        region_raw(region, package, raw);
    double reached = reach_of(reach, region->branch, raw, REACH_SLACK);
    if (reached >= result->reached) {
        result->reached = reached;
        memcpy(result->raw, raw, sizeof raw);
        memcpy(result->package, package, (size_t)region->frontier->issues * sizeof *package);
    }
    if (average && used > 1)
        mixture_add(mixture, region, package, raw);
}

/* First packages: everybody alike, then each party before all others. */
static void reach_seed(const struct reach *reach, const struct region *region,
                       struct mixture *mixture)
{
    double package[FRONTIER_ISSUES], raw[FRONTIER_PARTIES], even[FRONTIER_PARTIES];
    region_even(region, even);
    for (int favoured = -1; favoured < region->frontier->parties; favoured++) {
        double weight[FRONTIER_PARTIES] = { 0 };
        for (int i = 0; i < region->frontier->parties; i++)
            if (reach->counts[i])
                weight[i] = (favoured < 0 || favoured == i ? 1 : 1e-3) * even[i];
        if (favoured >= 0 && !reach->counts[favoured])
            continue;
        region_support(region, weight, package, raw);
        mixture_add(mixture, region, package, raw);
    }
}

struct reach_result reach_solve(const struct reach *reach, const struct region *region,
                                double enough, double gap, double share, struct mixture *mixture)
{
    struct reach_result result = { .reached = -HUGE_VAL };
    double least, package[FRONTIER_ISSUES], raw[FRONTIER_PARTIES], weight[FRONTIER_PARTIES];
    double below = REACH_BELOW;
    reach_ends(reach, region, &least, &result.bound);
    if (mixture->count == 0)
        reach_seed(reach, region, mixture);
    for (int step = 0; step < REACH_STEPS; step++) {
        double value = reach_play(reach, region, result.bound - below * gap, mixture, weight);
        double bound =
            reach_root(reach, region, weight, region_support(region, weight, package, raw));
        if (step == 0 || bound < result.bound) {
            result.bound = fmin(bound, result.bound);
            memcpy(result.weight, weight, sizeof weight);
        }
        reach_mix(reach, region, mixture, &result);
        if (result.bound <= enough || result.bound - result.reached <= gap ||
            (value >= 0 && below == REACH_FAR_BELOW) ||
            (result.reached > 0 && result.reached >= share * result.bound))
            break;
        below = value >= 0 ? REACH_FAR_BELOW : below;
        mixture_add(mixture, region, package, raw);
    }
    return result;
}
