#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "engine/command.h"
#include "engine/contest.h"
#include "engine/interrupt.h"
#include "engine/memory.h"
#include "engine/parallel.h"
#include "engine/progress.h"

enum { EXIT_VERDICT = 1, EXIT_SIGNAL = 128 /* and the number of the signal */ };

/* One call of `zopa compare`. */
struct bout {
    const struct options *options;
    struct verdict verdict;
    struct stages stages;
    struct contest contest;
};

static void compare_take(struct bout *bout, struct scenario *scenario)
{
    struct contest *contest = &bout->contest;
    contest->scenario =
        memory_grow(contest->scenario, (size_t)contest->count + 1, sizeof(struct scenario *));
    contest->scenario[contest->count++] = scenario;
}

/* One scenario of a file: that of a variant, or (NULL) its own. */
static int compare_read_one(struct bout *bout, const char *file, const char *variant)
{
    struct options options = *bout->options;
    int status = EX_OK;
    options.variant = variant;
    struct scenario *scenario = command_scenario(&options, file, &status);
    if (scenario != NULL)
        compare_take(bout, scenario);
    return status;
}

/* A file by itself: its own scenario, and its variants or the one that is asked for. */
static int compare_read_whole(struct bout *bout, const char *file)
{
    const struct options *options = bout->options;
    int status = EX_OK;
    if (options->variant != NULL) {
        status = compare_read_one(bout, file, NULL);
        return status == EX_OK ? compare_read_one(bout, file, options->variant) : status;
    }
    struct scenarios scenarios;
    command_scenarios(options, file, &scenarios, &status);
    for (int k = 0; k < scenarios.count; k++)
        compare_take(bout, scenarios.scenario[k]);
    free(scenarios.scenario);
    if (status == EX_OK && bout->contest.count == 1)
        status = command_misuse("found one scenario, which has no variants, expected another to "
                                "compare it with");
    return status;
}

/* Where "FILE:VARIANT" is cut; NULL: the whole is a file's name. */
static const char *compare_colon(const char *argument)
{
    return access(argument, F_OK) == 0 ? NULL : strrchr(argument, ':');
}

static int compare_read_argument(struct bout *bout, const char *argument)
{
    const char *colon = compare_colon(argument);
    struct files files = { 0 };
    int worst = EX_OK;
    if (colon != NULL) {
        char *file = memory_format("%.*s", (int)(colon - argument), argument);
        worst = compare_read_one(bout, file, colon + 1);
        free(file);
    } else if (!files_add(&files, argument)) {
        worst = EX_NOINPUT;
    }
    for (int k = 0; k < files.count; k++) {
        int status = compare_read_one(bout, files.path[k], NULL);
        worst = status > worst ? status : worst;
    }
    files_free(&files);
    return worst;
}

/* Reads all scenarios before any is played, so that every fault is told at once. */
static int compare_read(struct bout *bout)
{
    const struct options *options = bout->options;
    int worst = EX_OK;
    if (options->arguments == 0)
        return command_misuse("found no scenario, expected two at least, or a file with variants");
    if (options->arguments > 1 && options->variant != NULL)
        return command_misuse("--variant: found %d scenarios, expected one; name variants as "
                              "FILE:VARIANT",
                              options->arguments);
    if (options->arguments == 1) {
        struct files files = { 0 };
        if (!files_add(&files, options->argument[0]))
            worst = EX_NOINPUT;
        else if (files.count == 1 && compare_colon(options->argument[0]) == NULL)
            worst = compare_read_whole(bout, files.path[0]);
        else
            worst = compare_read_argument(bout, options->argument[0]);
        files_free(&files);
    }
    for (int k = 0; k < options->arguments && options->arguments > 1; k++) {
        int status = compare_read_argument(bout, options->argument[k]);
        worst = status > worst ? status : worst;
    }
    if (worst == EX_OK && bout->contest.count < 2)
        worst = command_misuse("found one scenario, expected another to compare it with");
    return worst;
}

/* How what each setting contributes is found: not at all where nothing would tell it. */
static enum attribution_method compare_method(const struct options *options)
{
    bool told = options->json || !options->quiet || options->out != NULL;
    return told ? (enum attribution_method)options->attribution : ATTRIBUTION_NONE;
}

/* Finds what there is to play. */
static int compare_plan(struct bout *bout)
{
    const struct options *options = bout->options;
    struct contest *contest = &bout->contest;
    if (options->permutations % 2 != 0)
        return command_misuse("--permutations: found %ld, expected an even number: an order is "
                              "played with its reverse",
                              options->permutations);
    contest_unify(contest);
    int beyond = contest_plan(contest, compare_method(options), (int)options->permutations);
    if (beyond == 0)
        return EX_OK;
    return command_misuse("--attribution exact: found %d settings in which %s differs, expected at "
                          "most %d; sampled takes any number",
                          contest->other[beyond - 1].attribution->players,
                          contest->scenario[beyond]->name, SHAPLEY_EXACT);
}

/* Long work says what it is before it begins. */
static void compare_announce(const struct bout *bout)
{
    const struct contest *contest = &bout->contest;
    char each[PAGE_COUNT], count[PAGE_COUNT];
    uint64_t trials = (uint64_t)contest->scenario[0]->run.trials;
    uint64_t coalitions = contest_trials(contest, contest->count - 1) / trials;
    coalitions -= (uint64_t)contest->count;
    if (bout->options->quiet || coalitions == 0)
        return;
    char *text = memory_format("attribution plays %s scenarios between the base and the others, "
                               "%s trials each; --attribution none leaves it out",
                               page_grouped(count, coalitions), page_grouped(each, trials));
    struct page page = page_plain(stderr);
    page_paragraph(&page, 0, text);
    free(text);
}

/* Opens the folder, where one is kept. */
static int compare_open(struct bout *bout)
{
    static const char *const methods[] = { "auto", "exact", "sampled", "none" };
    const struct options *options = bout->options;
    struct contest *contest = &bout->contest;
    struct text text = { 0 };
    text_add(&text, "version %s\ncommand compare\nattribution %s, %ld orders\nscenarios %d\n",
             ZOPA_VERSION, methods[options->attribution], options->permutations, contest->count);
    for (int k = 0; k < contest->count; k++)
        folder_identify(&text, contest->scenario[k]);
    int status = stages_open(&bout->stages, options, text.bytes, contest->scenario, contest->count);
    free(text.bytes);
    return status;
}

static bool compare_play(struct bout *bout)
{
    struct contest *contest = &bout->contest;
    uint64_t trials = contest_trials(contest, contest->count - 1);
    struct progress progress = progress_start(trials, bout->options->quiet);
    compare_announce(bout);
    contest->progress = progress_tell;
    contest->told = &progress;
    bout->stages.trials = trials;
    bout->stages.progress = &progress;
    bool complete = contest_play(contest);
    double seconds = progress_end(&progress);
    progress_note(&progress, "compare", contest->played - progress.before, seconds);
    return complete;
}

static void compare_write_summary(FILE *out, const void *what)
{
    struct json json = json_start(out);
    comparison_write(&json, what);
}

/* Writes what came of it into the folder, where one is kept. */
static int compare_finish(struct bout *bout, const struct comparison *comparison)
{
    const struct contest *contest = &bout->contest;
    if (bout->options->out == NULL)
        return EX_OK;
    int status =
        folder_write(&bout->stages.folder, "summary.json", compare_write_summary, comparison);
    int finish = stages_finish(&bout->stages, contest->scenario, contest->count,
                               comparison->complete && status == EX_OK);
    return status != EX_OK ? status : finish;
}

static int compare_tell(struct bout *bout, bool complete)
{
    const struct contest *contest = &bout->contest;
    struct comparison comparison = { .others = contest->count - 1,
                                     .line = contest->line,
                                     .other = contest->other,
                                     .complete = complete };
    if (bout->options->fail_if != NULL)
        comparison.verdict = &bout->verdict;
    if (bout->options->json) {
        struct json json = json_start(stdout);
        comparison_write(&json, &comparison);
    } else if (!bout->options->quiet) {
        struct page page = { .out = stdout, .terminal = terminal_output(bout->options->color) };
        comparison_report(&page, &comparison);
    }
    int status = compare_finish(bout, &comparison);
    if (!complete && stages_over(&bout->stages))
        return stages_code(&bout->stages);
    if (!complete)
        return EXIT_SIGNAL + interrupt_signal();
    return status != EX_OK ? status : comparison_fails(&comparison) ? EXIT_VERDICT : EX_OK;
}

static int compare(const struct options *options)
{
    struct bout bout = { .options = options };
    struct contest *contest = &bout.contest;
    char *fault = NULL;
    double seconds;
    if (options->fail_if != NULL && !verdict_parse(options->fail_if, &bout.verdict, &fault)) {
        command_misuse("--fail-if: %s", fault);
        free(fault);
        return EX_USAGE;
    }
    contest->threads = options->threads > 0 ? options->threads : parallel_processors();
    contest->block = options->lanes;
    contest->stages = &bout.stages;
    int status = command_limits(options, &seconds);
    bout.stages = stages_begin(seconds);
    if (status == EX_OK)
        status = compare_read(&bout);
    if (status == EX_OK)
        status = compare_plan(&bout);
    contest->stop = interrupt_watch();
    contest->store_trials = options->store_trials;
    if (status == EX_OK && command_store_open(options, &contest->store, &status))
        status = compare_open(&bout);
    if (status == EX_OK)
        status = compare_tell(&bout, compare_play(&bout));
    if (contest->unkept)
        status = EX_IOERR;
    contest_free(contest);
    store_close(contest->store);
    stages_close(&bout.stages);
    return status;
}

const struct command command_compare = {
    .name = "compare",
    .arguments = "SCENARIO...",
    .summary = "Compare scenarios with the first, or a file's variants with its own scenario, on "
               "the same trials: differences, and what each setting contributes.",
    .examples = { "zopa compare baseline.cfg mine.cfg -n 20000 --fail-if 'deal<-0.05'",
                  "zopa compare mine.cfg:one-variant mine.cfg:another" },
    .run = compare,
};
