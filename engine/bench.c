#include "engine/bench.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "engine/memory.h"

const struct bench_size bench_sizes[BENCH_SIZES] = {
    { 2, 4, "n2k4" },
    { 4, 8, "n4k8" },
    { 6, 12, "n6k12" },
};

/* What is timed takes at least so many seconds, in all the blocks of a repeat together; in each. */
static const double BENCH_LEAST = 2e-3, BENCH_LEAST_OF_BLOCK = 5e-5;

void bench_methods_add(struct bench_methods *methods, const struct bench_method *method)
{
    methods->method =
        memory_grow(methods->method, (size_t)methods->count + 1, sizeof *methods->method);
    methods->method[methods->count++] = *method;
}

void bench_tally_add(struct bench_tally *tally, bool answered, double gap, double iterations)
{
    tally->solved++;
    tally->failures += !answered || gap > BENCH_WRONG;
    tally->iterations += iterations;
    if (answered && !(gap <= tally->gap))
        tally->gap = isnan(gap) ? tally->gap : gap;
}

/* A method at a size while it is timed. */
struct bench_timed {
    const struct bench_method *method;
    void *work;
    long loops;
    double *seconds; /* [repeat] of all problems together */
    struct bench_tally tally;
};

/* Seconds that the thread has had a processor: others that want it, too, do not count. */
static double bench_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* One turn: seconds that a solve of all loaded problems takes. */
static double bench_time(struct bench_timed *timed, long loops)
{
    double start = bench_now();
    for (long loop = 0; loop < loops; loop++)
        timed->method->solve(timed->work, loop % 2 == 0);
    return (bench_now() - start) / (double)loops;
}

static bool bench_stopped(const struct bench *bench)
{
    return bench->stop != NULL && atomic_load(bench->stop);
}

/* The first solve of a block is not timed, but judged. */
static void bench_load(const struct bench *bench, struct bench_timed *timed,
                       const struct bench_problems *problems)
{
    double blocks = (double)((bench->problems + LANES - 1) / LANES);
    timed->method->load(timed->work, problems);
    timed->method->solve(timed->work, true);
    timed->method->solve(timed->work, false);
    timed->method->judge(timed->work, &timed->tally);
    if (timed->loops > 0)
        return;
    double least = fmax(BENCH_LEAST / blocks, BENCH_LEAST_OF_BLOCK);
    double loops = least / fmax(bench_time(timed, 2), 1e-9);
    timed->loops = loops < 2 ? 2 : 2 * (long)(loops / 2);
}

static bool bench_block(struct bench *bench, struct bench_timed *timed, int count,
                        const struct bench_problems *problems, uint64_t *turn)
{
    for (int index = 0; index < count; index++)
        bench_load(bench, &timed[index], problems);
    for (long repeat = 0; repeat < bench->repeats; repeat++)
        for (int index = 0; index < count; index++) {
            if (bench_stopped(bench))
                return false;
            timed[index].seconds[repeat] += bench_time(&timed[index], timed[index].loops);
            if (bench->progress != NULL)
                progress_tell(bench->progress, (*turn)++);
        }
    return true;
}

static void bench_keep(struct bench *bench, struct bench_timed *timed,
                       const struct bench_size *size)
{
    const struct bench_method *method = timed->method;
    const struct bench_tally *tally = &timed->tally;
    double problems = (double)bench->problems;
    bench_rows_sort(timed->seconds, bench->repeats);
    bench_rows_add(&bench->rows,
                   &(struct bench_row){ .aim = method->aim,
                                        .by = method->by,
                                        .start = method->start,
                                        .size = size->name,
                                        .rival = method->rival,
                                        .least = timed->seconds[0] / problems,
                                        .median = timed->seconds[bench->repeats / 2] / problems,
                                        .iterations = tally->iterations / (double)tally->solved,
                                        .gap = tally->gap,
                                        .failures = tally->failures });
}

/* Those methods that are wanted and solve problems of the size; returns how many. */
static int bench_open(const struct bench *bench, const struct bench_size *size,
                      struct bench_timed *timed)
{
    int count = 0;
    for (int index = 0; index < bench->methods.count; index++) {
        const struct bench_method *method = &bench->methods.method[index];
        if (!bench_wants(&bench->words, method->aim, method->by, size->name))
            continue;
        void *work = method->open(method, size);
        if (work == NULL)
            continue;
        timed[count++] = (struct bench_timed){
            .method = method,
            .work = work,
            .seconds = memory_new((size_t)bench->repeats, sizeof *timed->seconds),
            .tally = { .gap = NAN },
        };
    }
    return count;
}

static bool bench_size(struct bench *bench, const struct bench_size *size, uint64_t *turn)
{
    struct bench_timed *timed = memory_new((size_t)bench->methods.count + 1, sizeof *timed);
    struct bench_problems *problems = memory_new(1, sizeof *problems);
    int count = bench_open(bench, size, timed);
    bool good = true;
    for (long first = 0; good && first < bench->problems; first += LANES) {
        long left = bench->problems - first;
        bench_problem_draw(problems, size, bench->seed, (uint64_t)first,
                           left < LANES ? (int)left : LANES);
        good = bench_block(bench, timed, count, problems, turn);
    }
    for (int index = 0; index < count; index++) {
        if (good)
            bench_keep(bench, &timed[index], size);
        timed[index].method->close(timed[index].work);
        free(timed[index].seconds);
    }
    free(problems);
    free(timed);
    return good;
}

bool bench_run(struct bench *bench)
{
    uint64_t turn = 0;
    for (int index = 0; index < BENCH_SIZES; index++)
        if (!bench_size(bench, &bench_sizes[index], &turn))
            return false;
    bench_rows_compare(&bench->rows);
    return true;
}

void bench_free(struct bench *bench)
{
    names_free(&bench->words);
    free(bench->methods.method);
    free(bench->rows.row);
    free(bench->played);
}

static bool bench_has(const struct names *words, const char *word)
{
    for (int index = 0; index < words->count; index++)
        if (strcmp(words->name[index], word) == 0)
            return true;
    return false;
}

static bool bench_is_size(const char *word)
{
    for (int index = 0; index < BENCH_SIZES; index++)
        if (strcmp(bench_sizes[index].name, word) == 0)
            return true;
    return false;
}

bool bench_wants(const struct names *words, const char *aim, const char *by, const char *size)
{
    int sizes = 0;
    for (int index = 0; index < words->count; index++)
        sizes += bench_is_size(words->name[index]);
    if (sizes > 0 && !bench_has(words, size))
        return false;
    return sizes == words->count || bench_has(words, aim) || bench_has(words, by);
}

static void bench_add_word(struct names *names, const char *word)
{
    if (!bench_has(names, word))
        names_add(names, word);
}

void bench_words(const struct bench *bench, struct names *names)
{
    for (int index = 0; index < bench->methods.count; index++) {
        bench_add_word(names, bench->methods.method[index].aim);
        bench_add_word(names, bench->methods.method[index].by);
    }
    for (int index = 0; index < BENCH_SIZES; index++)
        names_add(names, bench_sizes[index].name);
    names_add(names, "engine");
}
