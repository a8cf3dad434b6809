#include <math.h>
#include <stdlib.h>

#include "engine/bench.h"
#include "engine/memory.h"
#include "models/random.h"

/* A number of every problem, "weight" of party i for issue k say, uniform on [low, high]. */
static void bench_problem_uniform(const struct bench_problems *problems,
                                  const struct random *random, const char *word, int i, int k,
                                  double low, double high, double *out)
{
    char *path = memory_format("bench.%s.%s.%d.%d", problems->size.name, word, i, k);
    random_uniform(random, PURPOSE_PARAMETER, random_hash(path), out);
    for (int p = 0; p < problems->count; p++)
        out[p] = low + (high - low) * out[p];
    free(path);
}

static void bench_problem_scale(double *values, int count)
{
    double sum = 0;
    for (int k = 0; k < count; k++)
        sum += values[k];
    for (int k = 0; k < count; k++)
        values[k] /= sum;
}

static void bench_problem_party(struct bench_problems *problems, const struct random *random, int i)
{
    double row[LANES];
    int issues = problems->size.issues;
    for (int k = 0; k < issues; k++) {
        bench_problem_uniform(problems, random, "weight", i, k, 0.1, 1, row);
        for (int p = 0; p < problems->count; p++)
            problems->weight[p][i * issues + k] = row[p];
        bench_problem_uniform(problems, random, "ideal", i, k, -0.2, 1.2, row);
        for (int p = 0; p < problems->count; p++)
            problems->ideal[p][i * issues + k] = row[p];
    }
    bench_problem_uniform(problems, random, "power", i, 0, 0.5, 1.5, row);
    for (int p = 0; p < problems->count; p++) {
        problems->power[p][i] = row[p];
        bench_problem_scale(problems->weight[p] + i * issues, issues);
    }
}

static void bench_problem_point(struct bench_problems *problems)
{
    for (int p = 0; p < problems->count; p++) {
        problems->problem[p] = (struct rival_problem){ .parties = problems->size.parties,
                                                       .issues = problems->size.issues,
                                                       .weight = problems->weight[p],
                                                       .ideal = problems->ideal[p],
                                                       .power = problems->power[p],
                                                       .claim = problems->claim[0][p],
                                                       .start = problems->start[p] };
        problems->twin[p] = problems->problem[p];
        problems->twin[p].claim = problems->claim[1][p];
        bench_problem_scale(problems->power[p], problems->size.parties);
    }
}

static double bench_problem_worth(const struct rival_problem *problem, int party,
                                  const double *package)
{
    const double *weight = problem->weight + party * problem->issues;
    const double *ideal = problem->ideal + party * problem->issues;
    double worth = 0;
    for (int k = 0; k < problem->issues; k++)
        worth += weight[k] * (1 - (package[k] - ideal[k]) * (package[k] - ideal[k]));
    return worth;
}

static void bench_problem_claims(struct bench_problems *problems, const struct random *random,
                                 int i)
{
    double room[LANES], more[LANES];
    bench_problem_uniform(problems, random, "room", i, 0, 0.05, 0.3, room);
    bench_problem_uniform(problems, random, "more", i, 0, 0.05, 0.1, more);
    for (int p = 0; p < problems->count; p++) {
        double worth = bench_problem_worth(&problems->problem[p], i, problems->start[p]);
        problems->claim[0][p][i] = worth - room[p];
        problems->claim[1][p][i] = worth - room[p] * (1 + more[p]);
    }
}

void bench_problem_draw(struct bench_problems *problems, const struct bench_size *size,
                        uint64_t seed, uint64_t first, int count)
{
    const struct random random = { .seed = seed, .trial = first, .lanes = count };
    double row[LANES];
    problems->size = *size;
    problems->count = count;
    for (int i = 0; i < size->parties; i++)
        bench_problem_party(problems, &random, i);
    for (int k = 0; k < size->issues; k++) {
        bench_problem_uniform(problems, &random, "start", 0, k, 0.1, 0.9, row);
        for (int p = 0; p < count; p++)
            problems->start[p][k] = row[p];
    }
    bench_problem_point(problems);
    for (int i = 0; i < size->parties; i++)
        bench_problem_claims(problems, &random, i);
}

/* The multipliers that belong to a package; false where it is no answer. */
static bool bench_problem_multipliers(const struct rival_problem *problem, const double *package,
                                      double *multiplier)
{
    for (int k = 0; k < problem->issues; k++)
        if (!(package[k] >= -1e-12 && package[k] <= 1 + 1e-12))
            return false;
    for (int i = 0; i < problem->parties; i++) {
        double surplus = bench_problem_worth(problem, i, package) - problem->claim[i];
        if (!(surplus > 0))
            return false;
        multiplier[i] = problem->power[i] / surplus;
    }
    return true;
}

double bench_problem_gap(const struct rival_problem *problem, const double *package)
{
    double multiplier[RIVAL_PARTIES], gap = 0;
    if (!bench_problem_multipliers(problem, package, multiplier))
        return HUGE_VAL;
    for (int k = 0; k < problem->issues; k++) {
        double sum = 0, mean = 0;
        for (int i = 0; i < problem->parties; i++) {
            double weight = multiplier[i] * problem->weight[i * problem->issues + k];
            sum += weight;
            mean += weight * problem->ideal[i * problem->issues + k];
        }
        mean /= sum;
        double best = fmin(fmax(mean, 0), 1);
        gap += sum * (package[k] - best) * (package[k] + best - 2 * mean);
    }
    return gap;
}
