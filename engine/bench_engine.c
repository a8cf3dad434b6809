#include <math.h>
#include <stdlib.h>

#include "engine/bench.h"
#include "engine/experiment.h"
#include "engine/memory.h"
#include "engine/parallel.h"
#include "engine/scenario.h"
#include "engine/stopwatch.h"

/* A turn takes about so many seconds, and there are at most so many. */
static const double ENGINE_SECONDS = 0.25;
enum { ENGINE_TURNS = 9 };

/* Plays so many trials; returns the seconds that they took, or NAN where it was stopped. */
static double bench_engine_play(struct bench *bench, struct scenario *scenario, int threads,
                                long trials)
{
    scenario->run.trials = trials;
    struct arm arm = { .scenario = scenario, .base = -1 };
    struct experiment experiment = {
        .arm = &arm, .arms = 1, .threads = threads, .block = LANES, .stop = bench->stop
    };
    double start = stopwatch_now();
    experiment_run(&experiment);
    double taken = stopwatch_now() - start;
    summary_free(arm.summary);
    return bench->stop != NULL && atomic_load(bench->stop) ? NAN : taken;
}

/* Chunks are what threads share, so that all have the same work. */
static bool bench_engine_pace(struct bench *bench, struct scenario *scenario, int threads)
{
    double rate[ENGINE_TURNS];
    long turns = bench->repeats < ENGINE_TURNS ? bench->repeats : ENGINE_TURNS;
    long chunk = (long)EXPERIMENT_CHUNK * threads;
    double once = bench_engine_play(bench, scenario, threads, chunk);
    long trials = chunk * (long)fmax(1, fmin(ENGINE_SECONDS / once, 1e4));
    for (long turn = 0; turn < turns; turn++) {
        rate[turn] = (double)trials / bench_engine_play(bench, scenario, threads, trials);
        if (isnan(rate[turn]))
            return false;
    }
    bench_rows_sort(rate, turns);
    bench->pace[bench->paces++] = (struct bench_pace){
        .threads = threads, .trials = trials, .best = rate[turns - 1], .median = rate[turns / 2]
    };
    return true;
}

bool bench_engine_run(struct bench *bench, struct scenario *scenario)
{
    int threads = parallel_processors();
    bench->played = memory_text(scenario->name);
    bool good = bench_engine_pace(bench, scenario, 1);
    return threads > 1 && good ? bench_engine_pace(bench, scenario, threads) : good;
}
