/* Defect 6 of the design's validation.md, on random lists of outcomes of two and three parties: the
 * best outcome is better than a solver's, in what it makes largest, by the gap that it tells; and
 * there is a package wherever there must be one. */
#include "models/special.h"
#include "tests/published.h"

enum { GAPS_OUTCOMES = 144, GAPS_LISTS = 30 };

static const double GAPS_DOUBT = 0.1;

/* A list in its units, by outcome: surpluses and what the solvers compare them with. */
struct gaps_list {
    struct published list;
    int parties, count;
    double surplus[GAPS_OUTCOMES][PUBLISHED_PARTIES], claim[PUBLISHED_PARTIES];
    double power[PUBLISHED_PARTIES], alone[PUBLISHED_PARTIES];
    double equal;                                             /* the most that all can gain alike */
    double point[PUBLISHED_PARTIES], gain[PUBLISHED_PARTIES]; /* of Raiffa's last step */
};

static double gaps_nash(const struct gaps_list *about, const double *surplus)
{
    double product = 1;
    for (int i = 0; i < about->parties; i++) {
        if (surplus[i] <= 0)
            return -HUGE_VAL;
        product *= pow(surplus[i], about->power[i]);
    }
    return product;
}

static double gaps_utilitarian(const struct gaps_list *about, const double *surplus)
{
    double sum = 0;
    for (int i = 0; i < about->parties; i++)
        sum += about->power[i] * (surplus[i] + about->claim[i]);
    return sum;
}

/* How far it goes from the point along the shares, times the largest share. */
static double gaps_ray(const struct gaps_list *about, const double *surplus, const double *point,
                       const double *share)
{
    double least = HUGE_VAL, most = 0;
    for (int i = 0; i < about->parties; i++) {
        if (share[i] <= 0 && surplus[i] < point[i] - 1e-9)
            return -HUGE_VAL;
        if (share[i] > 0)
            least = fmin(least, (surplus[i] - point[i]) / share[i]);
        most = fmax(most, share[i]);
    }
    return least * most;
}

static const double GAPS_NONE[PUBLISHED_PARTIES] = { 0 };

static double gaps_egalitarian(const struct gaps_list *about, const double *surplus)
{
    const double share[PUBLISHED_PARTIES] = { 1, 1, 1, 1 };
    return gaps_ray(about, surplus, GAPS_NONE, share);
}

static double gaps_proportional(const struct gaps_list *about, const double *surplus)
{
    return gaps_ray(about, surplus, GAPS_NONE, about->power);
}

static double gaps_kalai_smorodinsky(const struct gaps_list *about, const double *surplus)
{
    return gaps_ray(about, surplus, GAPS_NONE, about->alone);
}

static double gaps_raiffa(const struct gaps_list *about, const double *surplus)
{
    return gaps_ray(about, surplus, about->point, about->gain);
}

/* alpha = 2, the solver's default. */
static double gaps_alpha_fair(const struct gaps_list *about, const double *surplus)
{
    double sum = 0;
    for (int i = 0; i < about->parties; i++) {
        if (surplus[i] <= 0)
            return -HUGE_VAL;
        sum += about->power[i] * (1 - about->equal / surplus[i]);
    }
    return sum;
}

static double gaps_acceptance(const struct gaps_list *about, const double *surplus)
{
    double sum = 0;
    for (int i = 0; i < about->parties; i++)
        sum += special_normal_log_cdf(surplus[i] / GAPS_DOUBT);
    return sum;
}

/* The first proposes. */
static double gaps_agenda_setter(const struct gaps_list *about, const double *surplus)
{
    double chance = 1;
    for (int i = 1; i < about->parties; i++)
        chance *= special_normal_cdf(surplus[i] / GAPS_DOUBT);
    return surplus[0] > 0 ? chance * surplus[0] : -HUGE_VAL;
}

static const struct {
    const struct solver *solver;
    double (*score)(const struct gaps_list *about, const double *surplus);
    bool guarded; /* nothing is found unless all can gain */
    bool local;   /* on lists its search can stop short of the best (models/proposal.h) */
} GAPS[] = { { &solver_nash, gaps_nash, true, true },
             { &solver_egalitarian, gaps_egalitarian, true, false },
             { &solver_proportional, gaps_proportional, true, false },
             { &solver_kalai_smorodinsky, gaps_kalai_smorodinsky, true, false },
             { &solver_raiffa, gaps_raiffa, true, false },
             { &solver_alpha_fair, gaps_alpha_fair, true, false },
             { &solver_utilitarian, gaps_utilitarian, false, false },
             { &solver_acceptance, gaps_acceptance, false, true },
             { &solver_agenda_setter, gaps_agenda_setter, false, true } };

/* The most that each could gain from a point on, the others having that. */
static void gaps_alone(const struct gaps_list *about, const double *point, double *gain)
{
    for (int i = 0; i < about->parties; i++)
        gain[i] = -HUGE_VAL;
    for (int o = 0; o < about->count; o++)
        for (int i = 0; i < about->parties; i++) {
            bool allowed = true;
            for (int j = 0; j < about->parties; j++)
                allowed = allowed && (j == i || about->surplus[o][j] >= point[j] - 1e-12);
            if (allowed)
                gain[i] = fmax(gain[i], about->surplus[o][i] - point[i]);
        }
}

/* Steps of an n-th of that, as long as an outcome gives them to all, and more to some. */
static void gaps_raiffa_path(struct gaps_list *about)
{
    double next[PUBLISHED_PARTIES], gain[PUBLISHED_PARTIES];
    bool goes_on = about->equal > 0;
    memcpy(about->gain, about->alone, sizeof about->gain);
    while (goes_on) {
        double most = 0;
        for (int i = 0; i < about->parties; i++)
            next[i] = about->point[i] + about->gain[i] / about->parties;
        gaps_alone(about, next, gain);
        for (int i = 0; i < about->parties; i++) {
            goes_on = goes_on && gain[i] >= -1e-9;
            most = fmax(most, gain[i]);
        }
        goes_on = goes_on && most > 1e-9;
        if (goes_on) {
            memcpy(about->point, next, sizeof next);
            memcpy(about->gain, gain, sizeof gain);
        }
    }
}

static void gaps_fill(struct gaps_list *about)
{
    const double unit = published_unit(&about->list);
    int level[EXAMPLE_ISSUES];
    about->equal = -HUGE_VAL;
    about->count = published_count(&about->list);
    for (int o = 0; o < about->count; o++) {
        double least = HUGE_VAL;
        published_levels(&about->list, o, level);
        for (int i = 0; i < about->parties; i++) {
            double u = published_worth(&about->list, i, level);
            about->claim[i] = about->list.claim[i] / unit;
            about->surplus[o][i] = u / unit - about->claim[i];
            least = fmin(least, about->surplus[o][i]);
        }
        about->equal = fmax(about->equal, least);
    }
    gaps_alone(about, GAPS_NONE, about->alone);
    gaps_raiffa_path(about);
}

static void gaps_random(unsigned seed, int parties, struct gaps_list *about)
{
    unsigned state = seed * 2654435761u + (unsigned)parties;
    struct published *list = &about->list;
    memset(about, 0, sizeof *about);
    *list = (struct published){ .parties = parties, .issues = 4, .size = { 4, 3, 4, 3 } };
    about->parties = parties;
    for (int i = 0; i < parties; i++) {
        about->power[i] = example_uniform(&state, 0.4, 1.6);
        for (int k = 0; k < 4; k++) {
            list->weight[i][k] = example_uniform(&state, 0.1, 1);
            for (int m = 0; m < list->size[k]; m++)
                list->worth[i][k][m] = example_uniform(&state, 0, 1);
        }
        double least = published_end(list, i, -1), most = published_end(list, i, 1);
        list->claim[i] = least + example_uniform(&state, 0.3, 0.75) * (most - least);
    }
    gaps_fill(about);
}

static double gaps_best(const struct gaps_list *about, int solver)
{
    double best = -HUGE_VAL;
    for (int o = 0; o < about->count; o++)
        best = fmax(best, GAPS[solver].score(about, about->surplus[o]));
    return best;
}

/* Whether a package was found. */
static bool gaps_check(const struct gaps_list *about, unsigned seed, int solver)
{
    struct example *example = published_game(&about->list);
    const char *name = GAPS[solver].solver->about.name;
    int level[EXAMPLE_ISSUES], outcome = 0;
    double gap;
    example->bargain.proposer = 0;
    for (int i = 0; i < about->parties; i++) {
        block_fill(example->values[example->actor[i].power.row], about->power[i], LANES);
        example_doubt(example, i, GAPS_DOUBT);
    }
    bool found = published_find(&about->list, example, GAPS[solver].solver, level, &gap);
    cr_expect_eq(found, !GAPS[solver].guarded || about->equal > 0, "%s, seed %u", name, seed);
    free(example);
    if (!found)
        return false;
    for (int k = 0; k < about->list.issues; k++)
        outcome = outcome * about->list.size[k] + level[k];
    double score = GAPS[solver].score(about, about->surplus[outcome]),
           best = gaps_best(about, solver);
    cr_expect(gap >= 0 && fabs(best - score - gap) <= 2e-9, "%s, seed %u: %.12g of %.12g, gap %g",
              name, seed, score, best, gap);
    cr_expect(GAPS[solver].local || gap <= 1e-9, "%s, seed %u: %g", name, seed, gap);
    return true;
}

Test(published_gaps, are_true)
{
    static struct gaps_list about;
    for (int parties = 2; parties <= 3; parties++)
        for (int solver = 0; solver < (int)(sizeof GAPS / sizeof *GAPS); solver++) {
            int found = 0;
            for (unsigned seed = 1; seed <= GAPS_LISTS; seed++) {
                gaps_random(seed, parties, &about);
                found += gaps_check(&about, seed, solver);
            }
            cr_expect(found >= GAPS_LISTS / 3, "%s: %d", GAPS[solver].solver->about.name, found);
            if (GAPS[solver].guarded && parties == 3)
                cr_expect_lt(found, GAPS_LISTS, "%s", GAPS[solver].solver->about.name);
        }
}
