#include <math.h>
#include <stdlib.h>

#include "engine/bench.h"
#include "engine/memory.h"

struct bench_rival {
    const struct rival *rival;
    void *work;
    const struct bench_problems *problems;
    bool twin, good[LANES];
    double package[LANES][RIVAL_ISSUES];
    long iterations[LANES];
};

static void *bench_rival_open(const struct bench_method *method, const struct bench_size *size)
{
    const struct rival *rival = method->about;
    void *work = rival->open(size->parties, size->issues);
    if (work == NULL)
        return NULL;
    struct bench_rival *own = memory_new(1, sizeof *own);
    own->rival = rival;
    own->work = work;
    return own;
}

static void bench_rival_load(void *work, const struct bench_problems *problems)
{
    struct bench_rival *own = work;
    own->problems = problems;
}

static void bench_rival_solve(void *work, bool twin)
{
    struct bench_rival *own = work;
    const struct rival_problem *problem = twin ? own->problems->twin : own->problems->problem;
    own->twin = twin;
    for (int p = 0; p < own->problems->count; p++)
        own->good[p] =
            own->rival->solve(own->work, &problem[p], own->package[p], &own->iterations[p]);
}

static void bench_rival_judge(void *work, struct bench_tally *tally)
{
    struct bench_rival *own = work;
    const struct rival_problem *problem = own->twin ? own->problems->twin : own->problems->problem;
    for (int p = 0; p < own->problems->count; p++)
        bench_tally_add(tally, own->good[p], bench_problem_gap(&problem[p], own->package[p]),
                        (double)own->iterations[p]);
}

static void bench_rival_close(void *work)
{
    struct bench_rival *own = work;
    own->rival->close(own->work);
    free(own);
}

void bench_rival_add(struct bench_methods *methods, const struct rival *const *rival, int count)
{
    for (int index = 0; index < count; index++)
        bench_methods_add(methods, &(struct bench_method){ .aim = rival[index]->aim,
                                                           .by = rival[index]->name,
                                                           .start = "cold",
                                                           .about = rival[index],
                                                           .rival = true,
                                                           .open = bench_rival_open,
                                                           .load = bench_rival_load,
                                                           .solve = bench_rival_solve,
                                                           .judge = bench_rival_judge,
                                                           .close = bench_rival_close });
}
