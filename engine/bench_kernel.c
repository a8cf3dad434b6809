#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/bench.h"
#include "engine/memory.h"
#include "models/dual.h"

enum kernel_start { KERNEL_COLD, KERNEL_WARM, KERNEL_BATCHED, KERNEL_WARM_BATCH, KERNEL_PLAIN };

struct bench_kernel_aim {
    const char *name;
    enum dual_aim aim;
};

/* What is timed of models/dual.h. */
struct bench_kernel {
    enum dual_aim aim;
    int start; /* enum kernel_start */
    const struct bench_problems *problems;
    bool twin;
    struct dual_problem problem[2][LANES]; /* the problems, then their twins */
    struct dual_answer answer[LANES];
    double multiplier[LANES][DUAL_PARTIES];
};

static const char *const bench_kernel_starts[] = { [KERNEL_COLD] = "cold",
                                                   [KERNEL_WARM] = "warm",
                                                   [KERNEL_BATCHED] = "batched",
                                                   [KERNEL_WARM_BATCH] = "warm_batch",
                                                   [KERNEL_PLAIN] = "plain" };

static void *bench_kernel_open(const struct bench_method *method, const struct bench_size *size)
{
    const struct bench_kernel_aim *about = method->about;
    struct bench_kernel *own = memory_new(1, sizeof *own);
    (void)size;
    own->aim = about->aim;
    for (int start = KERNEL_COLD; start <= KERNEL_PLAIN; start++)
        if (strcmp(bench_kernel_starts[start], method->start) == 0)
            own->start = start;
    return own;
}

static void bench_kernel_read(const struct rival_problem *from, enum dual_aim aim,
                              struct dual_problem *to)
{
    *to = (struct dual_problem){
        .parties = from->parties, .issues = from->issues, .aim = aim, .alpha = 2
    };
    for (int k = 0; k < from->issues; k++)
        to->high[k] = 1;
    for (int i = 0; i < from->parties; i++) {
        to->claim[i] = from->claim[i];
        to->power[i] = from->power[i];
        to->share[i] = 1;
        for (int k = 0; k < from->issues; k++) {
            to->weight[i][k] = from->weight[i * from->issues + k];
            to->ideal[i][k] = from->ideal[i * from->issues + k];
        }
    }
}

static void bench_kernel_keep(struct bench_kernel *own)
{
    for (int p = 0; p < own->problems->count; p++)
        memcpy(own->multiplier[p], own->answer[p].multiplier, sizeof own->multiplier[p]);
}

static void bench_kernel_load(void *work, const struct bench_problems *problems)
{
    struct bench_kernel *own = work;
    own->problems = problems;
    for (int p = 0; p < problems->count; p++) {
        bench_kernel_read(&problems->problem[p], own->aim, &own->problem[0][p]);
        bench_kernel_read(&problems->twin[p], own->aim, &own->problem[1][p]);
        dual_solve(&own->problem[0][p], &own->answer[p]);
    }
    bench_kernel_keep(own);
}

static void bench_kernel_each(struct bench_kernel *own, const struct dual_problem *problem)
{
    for (int p = 0; p < own->problems->count; p++)
        if (own->start == KERNEL_WARM)
            dual_solve_from(&problem[p], own->multiplier[p], &own->answer[p]);
        else
            dual_solve(&problem[p], &own->answer[p]);
}

static void bench_kernel_solve(void *work, bool twin)
{
    struct bench_kernel *own = work;
    const struct dual_problem *problem = own->problem[twin];
    const double(*start)[DUAL_PARTIES] = NULL;
    size_t count = (size_t)own->problems->count;
    own->twin = twin;
    if (own->start == KERNEL_WARM_BATCH)
        start = (const double(*)[DUAL_PARTIES])own->multiplier;
    if (own->start == KERNEL_PLAIN)
        dual_solve_batch_plain(problem, count, NULL, own->answer);
    else if (own->start == KERNEL_BATCHED || own->start == KERNEL_WARM_BATCH)
        dual_solve_batch(problem, count, start, own->answer);
    else
        bench_kernel_each(own, problem);
    if (own->start == KERNEL_WARM || own->start == KERNEL_WARM_BATCH)
        bench_kernel_keep(own);
}

/* The Nash solution is proved from without, as everybody's is. */
static void bench_kernel_judge(void *work, struct bench_tally *tally)
{
    struct bench_kernel *own = work;
    const struct rival_problem *problem = own->twin ? own->problems->twin : own->problems->problem;
    for (int p = 0; p < own->problems->count; p++) {
        const struct dual_answer *answer = &own->answer[p];
        double gap =
            own->aim == DUAL_NASH ? bench_problem_gap(&problem[p], answer->package) : answer->gap;
        bench_tally_add(tally, answer->status == DUAL_SOLVED, gap, answer->iterations);
    }
}

static void bench_kernel_add_one(struct bench_methods *methods,
                                 const struct bench_kernel_aim *about, int start)
{
    bench_methods_add(methods, &(struct bench_method){ .aim = about->name,
                                                       .by = "kernel",
                                                       .start = bench_kernel_starts[start],
                                                       .about = about,
                                                       .open = bench_kernel_open,
                                                       .load = bench_kernel_load,
                                                       .solve = bench_kernel_solve,
                                                       .judge = bench_kernel_judge,
                                                       .close = free });
}

/* Only the Nash solution begins elsewhere, and only it and rays are searched side by side. */
void bench_kernel_add(struct bench_methods *methods)
{
    static const struct bench_kernel_aim aims[] = { { "nash", DUAL_NASH },
                                                    { "egalitarian", DUAL_RAY },
                                                    { "alpha_fair", DUAL_ALPHA_FAIR },
                                                    { "utilitarian", DUAL_UTILITARIAN } };
    for (size_t index = 0; index < sizeof aims / sizeof *aims; index++) {
        const struct bench_kernel_aim *about = &aims[index];
        bool nash = about->aim == DUAL_NASH, side = nash || about->aim == DUAL_RAY;
        bench_kernel_add_one(methods, about, KERNEL_COLD);
        for (int start = KERNEL_WARM; side && start <= KERNEL_PLAIN; start++)
            if (nash || start == KERNEL_BATCHED || start == KERNEL_PLAIN)
                bench_kernel_add_one(methods, about, start);
    }
}
