#include <math.h>

#include "models/solution.h"
#include "models/solver.h"
#include "models/special.h"

/* Below this surplus, or where so little cannot be best, the sum goes on along its tangent. */
static const double ALPHA_FAIR_FLOOR = 1e-12;

/* So near to 1 the power is a logarithm. */
static const double ALPHA_FAIR_NEAR = 1e-9;

/* What a package is worth that asks others than it should. */
static const double ALPHA_FAIR_BARRED = -1e12;

#define ALPHA_FAIR_INITIAL 2

struct alpha_fair_settings {
    struct quantity alpha;
};

struct alpha_fair {
    const struct solution *solution;
    double alpha;
    double unit;  /* the surplus that all can have alike */
    double floor; /* in units */
    int mask;     /* the stakeholders whose consent is not needed (models/branch.h) */
};

static bool alpha_fair_asks(const struct alpha_fair *fair, const struct branch *branch)
{
    bool asks = true;
    for (int m = 0; m < branch->stakeholders; m++)
        asks = asks && branch->needed[branch->stakeholder[m]] == !(fair->mask >> m & 1);
    return asks;
}

/* (s^(1 - alpha) - 1) / (1 - alpha), and its derivative; s > 0. */
static double alpha_fair_power(const struct alpha_fair *fair, double surplus)
{
    double rest = 1 - fair->alpha, logarithm = special_log(surplus);
    if (fabs(rest) < ALPHA_FAIR_NEAR)
        return logarithm;
    return special_exp_minus_one(rest * logarithm) / rest;
}

static double alpha_fair_power_slope(const struct alpha_fair *fair, double surplus)
{
    return special_exp(-fair->alpha * special_log(surplus));
}

static double alpha_fair_value(const struct criterion *criterion, const struct branch *branch,
                               int party, double worth)
{
    const struct alpha_fair *fair = criterion->about;
    double surplus = (worth - branch->claim[party]) / fair->unit,
           power = fair->solution->power[party];
    if (!branch->needed[party])
        return 0;
    if (!alpha_fair_asks(fair, branch))
        return ALPHA_FAIR_BARRED;
    if (surplus > fair->floor)
        return power * alpha_fair_power(fair, surplus);
    return power * (alpha_fair_power(fair, fair->floor) +
                    (surplus - fair->floor) * alpha_fair_power_slope(fair, fair->floor));
}

static double alpha_fair_slope(const struct criterion *criterion, const struct branch *branch,
                               int party, double worth)
{
    const struct alpha_fair *fair = criterion->about;
    double surplus = (worth - branch->claim[party]) / fair->unit;
    if (!branch->needed[party] || !alpha_fair_asks(fair, branch))
        return 0;
    return fair->solution->power[party] / fair->unit *
           alpha_fair_power_slope(fair, surplus > fair->floor ? surplus : fair->floor);
}

/* Above alpha = 1 the best package gives everybody at least (power_i / sum power)^(1 / (alpha - 1))
 * units, since equal surpluses give the sum that all powers make. */
static double alpha_fair_least(const struct solution *solution, double alpha, double unit)
{
    double least = HUGE_VAL, sum = 0, lowest = ALPHA_FAIR_FLOOR / unit;
    for (int i = 0; i < solution->parties; i++) {
        sum += solution->power[i];
        least = solution->power[i] < least ? solution->power[i] : least;
    }
    double floor = alpha > 1 ? special_power(least / sum, 1 / (alpha - 1)) / 2 : 0;
    return floor > lowest ? floor : lowest;
}

/* The sum over those who are asked whatever the package. */
static double alpha_fair_compare(const struct criterion *criterion, const struct branch *branch,
                                 const double *worth)
{
    double sum = 0;
    for (int i = 0; i < branch->frontier->parties; i++) {
        bool always = true;
        for (int m = 0; m < branch->stakeholders; m++)
            always = always && branch->stakeholder[m] != i;
        sum += always ? criterion->value(criterion, branch, i, worth[i]) : 0;
    }
    return sum;
}

/* Packages that ask the same stakeholders at a time: sums over others cannot be compared. */
static bool alpha_fair_search(struct solution *solution, struct alpha_fair *fair)
{
    const struct criterion criterion = { alpha_fair_value, alpha_fair_slope, fair };
    const struct branch *branch = &solution->zone->branch;
    struct objective objective = { .criterion = &criterion };
    double best = -HUGE_VAL;
    for (int i = 0; i < solution->parties; i++)
        objective.floor[i] = solution->claim[i];
    for (fair->mask = 0; fair->mask < branch->masks; fair->mask++) {
        struct optimum optimum;
        optimum_find(solution->zone, &objective, &optimum);
        if (!optimum.found || !alpha_fair_asks(fair, branch))
            continue;
        double compared = alpha_fair_compare(&criterion, branch, optimum.worth);
        if (compared > best) {
            best = compared;
            solution->best = optimum;
        }
    }
    return best > -HUGE_VAL;
}

static bool alpha_fair_lane(struct solution *solution)
{
    const struct alpha_fair_settings *settings = solution->settings;
    struct alpha_fair fair = { .solution = solution, .alpha = ALPHA_FAIR_INITIAL };
    if (settings->alpha.row >= 0)
        fair.alpha = block_read(solution->values, (size_t)settings->alpha.row)[solution->lane];
    fair.unit = solution_equal(solution);
    if (!(fair.unit > 0))
        return false;
    fair.floor = alpha_fair_least(solution, fair.alpha, fair.unit);
    if (!alpha_fair_search(solution, &fair))
        return false;
    double bound = solution->best.bound;
    solution->gap = bound < HUGE_VAL ? bound - solution->best.value : NAN;
    return true;
}

static void alpha_fair_solve(const void *settings, const double *values,
                             const struct bargain *bargain, double *package, bool *found,
                             double *gap)
{
    solution_solve(alpha_fair_lane, settings, values, bargain, package, found, gap);
}

static const struct parameter alpha_fair_parameters[] = {
    QUANTITY(struct alpha_fair_settings, alpha, ALPHA_FAIR_INITIAL, 0, 50, "",
             "aversion to inequality: 0 the largest sum that leaves all their claims, 1 the Nash "
             "solution, the larger the nearer to egalitarian"),
    PARAMETER_END,
};

const struct solver solver_alpha_fair = {
    .about = { .name = "alpha_fair",
               .summary = "The family between the largest sum, the Nash solution and equal "
                          "surpluses, by how much inequality counts.",
               .formula =
                   "argmax sum_i power_i ((s_i / t)^(1 - alpha) - 1) / (1 - alpha), alpha = 1: "
                   "sum_i "
                   "power_i log(s_i / t), s_i = U_i(x) - claim_i >= 0, t the largest surplus that "
                   "all can have alike; i over all whose consent x needs; packages that ask "
                   "different stakeholders are compared by the sum over those always asked; no "
                   "package where the zone of possible agreement is empty; the gap is of the sum",
               .source = "Atkinson, On the Measurement of Inequality, Journal of Economic Theory 2 "
                         "(1970); Mo and Walrand, Fair End-to-End Window-Based Congestion Control, "
                         "IEEE/ACM Transactions on Networking 8 (2000)",
               .settings_size = sizeof(struct alpha_fair_settings),
               .parameters = alpha_fair_parameters },
    .solve = alpha_fair_solve,
};
