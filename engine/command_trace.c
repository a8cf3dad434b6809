#include <inttypes.h>
#include <sysexits.h>

#include "engine/chronicle.h"
#include "engine/command.h"
#include "engine/interrupt.h"
#include "engine/pick.h"
#include "engine/tale.h"
#include "engine/trace.h"

enum { EXIT_SIGNAL = 128 };

static void trace_tell(const struct options *options, const struct scenario *scenario,
                       uint64_t trial)
{
    struct chronicle *chronicle = chronicle_new(scenario);
    struct page page = { .out = stdout, .terminal = terminal_output(options->color) };
    struct json json = json_start(stdout);
    chronicle_play(chronicle, trial);
    if (options->json)
        trace_write(&json, chronicle);
    else
        tale_tell(&page, chronicle);
    chronicle_free(chronicle);
}

static int trace_stopped(const char *pick, uint64_t trials)
{
    fprintf(stderr, "zopa: --pick %s: stopped after %" PRIu64 " trials, none was chosen\n", pick,
            trials);
    return EXIT_SIGNAL + interrupt_signal();
}

/* Whether the run has the trial that is asked for, where it cannot have others. */
static int trace_check(const struct options *options, const struct scenario *scenario)
{
    if (!scenario_design(scenario)->bounded || options->trial < scenario->run.trials)
        return EX_OK;
    return command_misuse(
        "--trial: found %ld, expected less than %ld, the trials of the run, among "
        "which the design %s divides what is drawn; -n changes them",
        options->trial, scenario->run.trials, scenario_design(scenario)->about.name);
}

/* The trial that is asked for. False, with the exit code in *status, where there is none. */
static bool trace_find(const struct options *options, const struct scenario *scenario,
                       uint64_t *trial, int *status)
{
    char word[32];
    int pick = options->pick < 0 ? PICK_TYPICAL : options->pick;
    const atomic_bool *stop = interrupt_watch();
    *trial = (uint64_t)options->trial;
    if (options->trial >= 0)
        return true;
    uint64_t most = (uint64_t)scenario->run.trials;
    bool sample = pick == PICK_TYPICAL && most > PICK_SAMPLE;
    struct progress progress = progress_start(sample ? PICK_SAMPLE : most, !terminal_is(stderr));
    bool found = pick_trial(scenario, (enum pick)pick, stop, &progress, trial);
    progress_end(&progress);
    names_word(PICK_WORDS, pick, word, sizeof word);
    if (!found && interrupt_signal() != 0)
        *status = trace_stopped(word, *trial);
    else if (!found)
        *status =
            command_misuse("--pick %s: none of the %ld trials ends so", word, scenario->run.trials);
    return found;
}

static int trace(const struct options *options)
{
    int status = EX_OK;
    uint64_t trial;
    if (options->arguments != 1)
        return command_misuse("trace: found %d scenarios, expected one", options->arguments);
    if (options->trial >= 0 && options->pick >= 0)
        return command_misuse("trace: found both --trial and --pick, expected one of them");
    struct scenario *scenario = command_scenario(options, options->argument[0], &status);
    if (scenario == NULL)
        return status;
    status = trace_check(options, scenario);
    if (status == EX_OK && trace_find(options, scenario, &trial, &status))
        trace_tell(options, scenario, trial);
    scenario_free(scenario);
    return status;
}

const struct command command_trace = {
    .name = "trace",
    .arguments = "SCENARIO",
    .summary = "Tell one trial's history round by round: offers, answers, reasons.",
    .examples = { "zopa trace mine.cfg --trial 17", "zopa trace mine.cfg --pick deal" },
    .run = trace,
};
