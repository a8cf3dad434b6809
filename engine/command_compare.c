#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "engine/command.h"
#include "engine/comparison.h"
#include "engine/experiment.h"
#include "engine/interrupt.h"
#include "engine/memory.h"
#include "engine/parallel.h"
#include "engine/progress.h"

enum { EXIT_VERDICT = 1, EXIT_SIGNAL = 128 /* and the number of the signal */ };

/* One call of `zopa compare`. */
struct contest {
    const struct options *options;
    struct verdict verdict;
    int threads, count;
    const atomic_bool *stop;
    struct scenario **scenario;     /* [count] the base first */
    struct report_line *line;       /* [count] */
    struct comparison_other *other; /* [count - 1] */
    struct worths worths;
    struct progress progress;
    uint64_t done; /* trials that the whole work has behind it */
};

static void compare_take(struct contest *contest, struct scenario *scenario)
{
    contest->scenario =
        memory_grow(contest->scenario, (size_t)contest->count + 1, sizeof(struct scenario *));
    contest->scenario[contest->count++] = scenario;
}

/* One scenario of a file: that of a variant, or (NULL) its own. */
static int compare_read_one(struct contest *contest, const char *file, const char *variant)
{
    struct options options = *contest->options;
    int status = EX_OK;
    options.variant = variant;
    struct scenario *scenario = command_scenario(&options, file, &status);
    if (scenario != NULL)
        compare_take(contest, scenario);
    return status;
}

/* A file by itself: its own scenario, and its variants or the one that is asked for. */
static int compare_read_whole(struct contest *contest, const char *file)
{
    const struct options *options = contest->options;
    int status = EX_OK;
    if (options->variant != NULL) {
        status = compare_read_one(contest, file, NULL);
        return status == EX_OK ? compare_read_one(contest, file, options->variant) : status;
    }
    struct scenarios scenarios;
    command_scenarios(options, file, &scenarios, &status);
    for (int k = 0; k < scenarios.count; k++)
        compare_take(contest, scenarios.scenario[k]);
    free(scenarios.scenario);
    if (status == EX_OK && contest->count == 1)
        status = command_misuse("found one scenario, which has no variants, expected another to "
                                "compare it with");
    return status;
}

/* Where "FILE:VARIANT" is cut; NULL: the whole is a file's name. */
static const char *compare_colon(const char *argument)
{
    return access(argument, F_OK) == 0 ? NULL : strrchr(argument, ':');
}

static int compare_read_argument(struct contest *contest, const char *argument)
{
    const char *colon = compare_colon(argument);
    struct files files = { 0 };
    int worst = EX_OK;
    if (colon != NULL) {
        char *file = memory_format("%.*s", (int)(colon - argument), argument);
        worst = compare_read_one(contest, file, colon + 1);
        free(file);
    } else if (!files_add(&files, argument)) {
        worst = EX_NOINPUT;
    }
    for (int k = 0; k < files.count; k++) {
        int status = compare_read_one(contest, files.path[k], NULL);
        worst = status > worst ? status : worst;
    }
    files_free(&files);
    return worst;
}

/* Reads all scenarios before any is played, so that every fault is told at once. */
static int compare_read(struct contest *contest)
{
    const struct options *options = contest->options;
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
            worst = compare_read_whole(contest, files.path[0]);
        else
            worst = compare_read_argument(contest, options->argument[0]);
        files_free(&files);
    }
    for (int k = 0; k < options->arguments && options->arguments > 1; k++) {
        int status = compare_read_argument(contest, options->argument[k]);
        worst = status > worst ? status : worst;
    }
    if (worst == EX_OK && contest->count < 2)
        worst = command_misuse("found one scenario, expected another to compare it with");
    return worst;
}

/* The base's run settings hold for all. */
static void compare_unify(struct contest *contest)
{
    const struct run *run = &contest->scenario[0]->run;
    contest->other = memory_new((size_t)contest->count, sizeof *contest->other);
    for (int k = 1; k < contest->count; k++) {
        struct scenario *scenario = contest->scenario[k];
        struct comparison_own *own = &contest->other[k - 1].own;
        own->trials = scenario->run.trials;
        own->seed = scenario->run.seed;
        own->differs = own->trials != run->trials || own->seed != run->seed;
        if (own->trials != run->trials)
            scenario_override(scenario, "trials", run->trials);
        if (own->seed != run->seed)
            scenario_override(scenario, "seed", run->seed);
    }
}

/* Finds what there is to play. */
static int compare_plan(struct contest *contest)
{
    const struct options *options = contest->options;
    for (int k = 1; k < contest->count; k++) {
        const struct attribution *attribution = contest->other[k - 1].attribution =
            attribution_new(contest->scenario[0], contest->scenario[k],
                            (enum attribution_method)options->attribution,
                            (int)(options->permutations + 1) / 2 * 2);
        if (attribution->method == ATTRIBUTION_EXACT && attribution->coalitions == 0)
            return command_misuse("--attribution exact: found %d settings in which %s differs, "
                                  "expected at most %d; sampled takes any number",
                                  attribution->players, contest->scenario[k]->name, SHAPLEY_EXACT);
    }
    return EX_OK;
}

/* Trials of all scenarios, and of the coalitions of the first so many. */
static uint64_t compare_trials(const struct contest *contest, int attributions)
{
    uint64_t scenarios = (uint64_t)contest->count;
    for (int k = 1; k <= attributions; k++)
        scenarios += (uint64_t)attribution_plays(contest->other[k - 1].attribution);
    return scenarios * (uint64_t)contest->scenario[0]->run.trials;
}

/* Long work says what it is before it begins. */
static void compare_announce(const struct contest *contest)
{
    char each[PAGE_COUNT], count[PAGE_COUNT];
    uint64_t trials = (uint64_t)contest->scenario[0]->run.trials;
    uint64_t coalitions = compare_trials(contest, contest->count - 1) / trials;
    coalitions -= (uint64_t)contest->count;
    if (contest->options->quiet || coalitions == 0)
        return;
    char *text = memory_format("attribution plays %s scenarios between the base and the others, "
                               "%s trials each; --attribution none leaves it out",
                               page_grouped(count, coalitions), page_grouped(each, trials));
    struct page page = page_plain(stderr);
    page_paragraph(&page, 0, text);
    free(text);
}

static void compare_progress(void *context, uint64_t trials)
{
    struct contest *contest = context;
    progress_tell(&contest->progress, contest->done + trials);
}

/* Plays arms; false where they were stopped. */
static bool compare_play_arms(struct contest *contest, struct arm *arm, int arms)
{
    struct experiment experiment = { .arm = arm,
                                     .arms = arms,
                                     .threads = contest->threads,
                                     .block = contest->options->lanes,
                                     .stop = contest->stop,
                                     .progress = compare_progress,
                                     .context = contest };
    bool complete = true;
    experiment_run(&experiment);
    contest->done += experiment_trials(&experiment);
    for (int k = 0; k < arms; k++)
        complete = complete && summary_complete(arm[k].summary);
    return complete;
}

/* How the first of two that are paired ended, or the second. */
static void compare_count(const struct pairing *pairing, bool second, struct worth *worth)
{
    *worth = (struct worth){ 0 };
    for (int replicate = 0; replicate < SUMMARY_REPLICATES; replicate++)
        for (int from = 0; from < OUTCOMES; from++)
            for (int to = 0; to < OUTCOMES; to++) {
                uint64_t trials = pairing->flip[replicate][from][to];
                worth->trials[replicate] += trials;
                worth->count[second ? to : from][replicate] += trials;
            }
}

/* Plays coalitions. Their pairings tell how they ended, replicate by replicate: one that is alone
 * is paired with the base. */
static bool compare_play(void *context, struct scenario *const *scenario, int count,
                         struct worth *worth)
{
    struct contest *contest = context;
    struct arm arm[ATTRIBUTION_BATCH + 1] = { { .scenario = contest->scenario[0], .base = -1 } };
    int first = count == 1 ? 1 : 0;
    for (int k = 0; k < count; k++)
        arm[first + k] = (struct arm){ .scenario = scenario[k], .base = first + k > 0 ? 0 : -1 };
    for (int k = 0; k < first + count; k++)
        arm[k].lean = true;
    bool complete = compare_play_arms(contest, arm, first + count);
    for (int k = 0; k < first + count; k++)
        summary_free(arm[k].summary);
    for (int k = 0; k < count; k++)
        compare_count(&arm[first + k > 0 ? first + k : 1].pairing, first + k > 0, &worth[k]);
    return complete;
}

/* Plays the base and the others, each paired with it. False where that was stopped. */
static bool compare_scenarios(struct contest *contest)
{
    struct arm *arm = memory_new((size_t)contest->count, sizeof *arm);
    for (int k = 0; k < contest->count; k++)
        arm[k] =
            (struct arm){ .scenario = contest->scenario[k], .base = k > 0 ? 0 : -1, .lean = true };
    bool complete = compare_play_arms(contest, arm, contest->count);
    for (int k = 0; k < contest->count; k++) {
        const struct scenario *scenario = contest->scenario[k];
        const struct summary *summary = arm[k].summary;
        struct report_line *line = &contest->line[k];
        *line = (struct report_line){ .name = scenario->name,
                                      .file = scenario->file,
                                      .sha256 = scenario->sha256,
                                      .run = scenario->run,
                                      .trials = summary->trials,
                                      .complete = summary_complete(summary),
                                      .against = arm[k].pairing };
        for (int outcome = 0; outcome < OUTCOMES; outcome++)
            line->outcome[outcome] = summary_outcome(summary, outcome);
        summary_free(arm[k].summary);
    }
    free(arm);
    return complete;
}

static bool compare_attribute(struct contest *contest)
{
    bool complete = true;
    for (int k = 1; k < contest->count && complete; k++) {
        struct attribution *attribution = contest->other[k - 1].attribution;
        struct worth base, other;
        compare_count(&contest->line[k].against, false, &base);
        compare_count(&contest->line[k].against, true, &other);
        const struct attribution_stage stage = { .base = &base,
                                                 .other = &other,
                                                 .worths = &contest->worths,
                                                 .play = compare_play,
                                                 .context = contest };
        attribution_run(attribution, &stage);
        complete = attribution->complete || attribution->coalitions == 0;
        contest->done = compare_trials(contest, k);
    }
    return complete;
}

static int compare_tell(struct contest *contest, bool complete)
{
    struct comparison comparison = { .others = contest->count - 1,
                                     .line = contest->line,
                                     .other = contest->other,
                                     .complete = complete };
    if (contest->options->fail_if != NULL)
        comparison.verdict = &contest->verdict;
    if (contest->options->json) {
        struct json json = json_start(stdout);
        comparison_write(&json, &comparison);
    } else if (!contest->options->quiet) {
        struct page page = { .out = stdout, .terminal = terminal_output(contest->options->color) };
        comparison_report(&page, &comparison);
    }
    if (!complete)
        return EXIT_SIGNAL + interrupt_signal();
    return comparison_fails(&comparison) ? EXIT_VERDICT : EX_OK;
}

static int compare_all(struct contest *contest)
{
    contest->line = memory_new((size_t)contest->count, sizeof *contest->line);
    compare_announce(contest);
    contest->progress =
        progress_start(compare_trials(contest, contest->count - 1), contest->options->quiet);
    bool complete = compare_scenarios(contest);
    for (int k = 1; k < contest->count; k++)
        contest->other[k - 1].same = contest->other[k - 1].attribution->differences.count == 0 &&
                                     pairing_changed(&contest->line[k].against) == 0;
    complete = complete && compare_attribute(contest);
    progress_note(&contest->progress, "compare", contest->done, progress_end(&contest->progress));
    return compare_tell(contest, complete);
}

static void compare_free(struct contest *contest)
{
    for (int k = 0; k < contest->count; k++)
        scenario_free(contest->scenario[k]);
    for (int k = 1; k < contest->count && contest->other != NULL; k++)
        attribution_free(contest->other[k - 1].attribution);
    free(contest->worths.known);
    free(contest->other);
    free(contest->line);
    free(contest->scenario);
}

static int compare(const struct options *options)
{
    struct contest contest = { .options = options };
    char *fault = NULL;
    contest.threads = options->threads > 0 ? options->threads : parallel_processors();
    if (options->fail_if != NULL && !verdict_parse(options->fail_if, &contest.verdict, &fault)) {
        command_misuse("--fail-if: %s", fault);
        free(fault);
        return EX_USAGE;
    }
    int status = compare_read(&contest);
    if (status == EX_OK) {
        compare_unify(&contest);
        status = compare_plan(&contest);
    }
    contest.stop = interrupt_watch();
    if (status == EX_OK)
        status = compare_all(&contest);
    compare_free(&contest);
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
