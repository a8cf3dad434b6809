#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "engine/bench.h"
#include "engine/command.h"
#include "engine/interrupt.h"
#include "engine/memory.h"
#include "engine/number.h"
#include "engine/starter.h"

enum { EXIT_SIGNAL = 128 /* and the number of the signal */ };
enum { BENCH_BYTES = 1 << 24, BENCH_SEED = 1 };

/* What is slower by less may be noise. */
static const double BENCH_TOLERANCE = 1.5;

struct task {
    const struct options *options;
    struct bench bench;
    double tolerance;
    struct node *tree; /* of the file of --check; NULL: none */
    struct bench_rows stored;
    struct scenario *scenario;
};

static bool bench_is_file(const char *word)
{
    size_t length = strlen(word);
    return strchr(word, '/') != NULL || (length > 4 && strcmp(word + length - 4, ".cfg") == 0);
}

static int bench_refuse(const struct bench *bench, const char *word)
{
    struct names names = { 0 };
    bench_words(bench, &names);
    char *hint = names_sample(&names, word);
    int status = command_misuse("bench: found the unknown name '%s'%s", word, hint);
    free(hint);
    names_free(&names);
    return status;
}

static bool bench_knows(const struct bench *bench, const char *word)
{
    struct names names = { 0 };
    bool known = false;
    bench_words(bench, &names);
    for (int index = 0; index < names.count; index++)
        known = known || strcmp(names.name[index], word) == 0;
    names_free(&names);
    return known;
}

/* Sorts the names of the command line. */
static int bench_sort(struct task *task)
{
    struct bench *bench = &task->bench;
    const struct options *options = task->options;
    for (int index = 0; index < options->arguments; index++) {
        const char *word = options->argument[index];
        if (bench_is_file(word) && bench->scenario != NULL)
            return command_misuse("bench: found the scenarios %s and %s, expected one at most",
                                  bench->scenario, word);
        if (bench_is_file(word))
            bench->scenario = word;
        else if (!bench_knows(bench, word))
            return bench_refuse(bench, word);
        else if (strcmp(word, "engine") == 0)
            bench->engine = true;
        else
            names_add(&bench->words, word);
    }
    bench->engine = bench->engine || bench->scenario != NULL || options->arguments == 0;
    bench->solvers = bench->words.count > 0 || options->arguments == 0;
    return EX_OK;
}

static int bench_tolerate(struct task *task)
{
    const char *text = task->options->tolerance;
    task->tolerance = BENCH_TOLERANCE;
    if (text != NULL && (!number_parse_real(text, &task->tolerance) || task->tolerance < 1))
        return command_misuse("--tolerance: found '%s', expected a number from 1 on", text);
    if (text != NULL && task->options->check == NULL)
        return command_misuse("--tolerance: found no --check, expected the file to compare with");
    return EX_OK;
}

/* A number of the stored run where the command line gives none. */
static long bench_stored_or(const struct task *task, const char *name, long given, long absent)
{
    const struct node *node = task->tree == NULL ? NULL : tree_member(task->tree, name);
    bool there = node != NULL && node->kind == NODE_REAL && node->real >= 0 && node->real < 1e15;
    return given >= 0 ? given : there ? (long)node->real : absent;
}

static int bench_load_stored(struct task *task)
{
    const char *file = task->options->check, *absent;
    struct faults faults = { 0 };
    size_t size;
    if (file == NULL)
        return EX_OK;
    char *text = files_load(file, BENCH_BYTES, &size, &absent);
    if (text == NULL) {
        fprintf(stderr, "zopa: error: %s: %s\n", file, absent);
        return EX_NOINPUT;
    }
    if (size > BENCH_BYTES || strlen(text) != size)
        faults_add(&faults, file, 1, "found a file that is no text, expected JSON");
    else
        bench_stored_read(text, file, &task->tree, &task->stored, &faults);
    free(text);
    faults_print(&faults, stderr);
    int status = faults.count > 0 ? EX_DATAERR : EX_OK;
    faults_free(&faults);
    return status;
}

static int bench_load_scenario(struct task *task)
{
    int status = EX_OK;
    if (!task->bench.engine)
        return EX_OK;
    if (task->bench.scenario != NULL) {
        task->scenario = command_scenario(task->options, task->bench.scenario, &status);
        return status;
    }
    struct faults faults = { 0 };
    task->scenario = scenario_from_text((const char *)starter_text, "starter.cfg", &faults);
    faults_print(&faults, stderr);
    faults_free(&faults);
    return task->scenario == NULL ? EX_SOFTWARE : EX_OK;
}

static int bench_prepare(struct task *task)
{
    struct bench *bench = &task->bench;
    const struct options *options = task->options;
    bench_contract_add(&bench->methods);
    bench_kernel_add(&bench->methods);
    bench_rival_add(&bench->methods, options->rivals, options->rival_count);
    int status = bench_sort(task);
    if (status == EX_OK)
        status = bench_tolerate(task);
    if (status == EX_OK)
        status = bench_load_stored(task);
    if (status == EX_OK)
        status = bench_load_scenario(task);
    bench->seed = (uint64_t)bench_stored_or(task, "seed", options->seed, BENCH_SEED);
    bench->problems = bench_stored_or(task, "problems", options->problems, LANES);
    bench->repeats = options->repeat;
    return status;
}

/* Turns of all methods that may be timed: some are not, so that less than all comes about. */
static uint64_t bench_turns(const struct bench *bench)
{
    uint64_t blocks = (uint64_t)((bench->problems + LANES - 1) / LANES), methods = 0;
    for (int size = 0; size < BENCH_SIZES; size++)
        for (int index = 0; index < bench->methods.count; index++)
            methods += bench_wants(&bench->words, bench->methods.method[index].aim,
                                   bench->methods.method[index].by, bench_sizes[size].name);
    return methods * blocks * (uint64_t)bench->repeats;
}

static bool bench_time_all(struct task *task)
{
    struct bench *bench = &task->bench;
    bool good = true;
    struct progress progress = progress_start(bench_turns(bench), task->options->quiet);
    progress.unit = "turns";
    bench->progress = &progress;
    bench->stop = interrupt_watch();
    if (bench->solvers)
        good = bench_run(bench);
    progress_end(&progress);
    if (good && bench->engine)
        good = bench_engine_run(bench, task->scenario);
    bench->progress = NULL;
    return good;
}

static int bench_tell(struct task *task)
{
    const struct options *options = task->options;
    struct page page = { .out = stdout, .terminal = terminal_output(options->color) };
    if (options->json) {
        struct json json = json_start(stdout);
        bench_report_json(&json, &task->bench);
    } else if (!options->quiet) {
        bench_report(&page, &task->bench);
    }
    if (options->check == NULL || !task->bench.solvers)
        return EX_OK;
    int worse = bench_stored_check(&task->bench.rows, &task->stored, &task->bench.words,
                                   task->tolerance, stderr);
    if (!options->quiet)
        fprintf(stderr, "zopa: %d regressions against %s\n", worse, options->check);
    return worse > 0 ? EXIT_FAILURE : EX_OK;
}

static void bench_close(struct task *task)
{
    scenario_free(task->scenario);
    bench_free(&task->bench);
    free(task->stored.row);
    tree_free(task->tree);
}

static int bench(const struct options *options)
{
    struct task task = { .options = options };
    int status = bench_prepare(&task);
    if (status == EX_OK && !bench_time_all(&task))
        status = EXIT_SIGNAL + interrupt_signal();
    else if (status == EX_OK)
        status = bench_tell(&task);
    bench_close(&task);
    return status;
}

const struct command command_bench = {
    .name = "bench",
    .arguments = "[NAME...]",
    .summary = "Time solvers and the engine on this machine, beside solvers of other libraries.",
    .examples = { "zopa bench nash n4k8", "zopa bench --json >stored.json" },
    .run = bench,
};
