#include "engine/contest.h"

#include <stdlib.h>

#include "engine/experiment.h"
#include "engine/memory.h"

void contest_unify(struct contest *contest)
{
    const struct scenario *base = contest->scenario[0];
    const struct run *run = &base->run;
    contest->other = memory_new((size_t)contest->count, sizeof *contest->other);
    for (int k = 1; k < contest->count; k++) {
        struct scenario *scenario = contest->scenario[k];
        struct comparison_own *own = &contest->other[k - 1].own;
        own->trials = scenario->run.trials;
        own->seed = scenario->run.seed;
        own->design = scenario->run.design.model->name;
        bool drawn = scenario->run.design.model != run->design.model;
        own->differs = own->trials != run->trials || own->seed != run->seed || drawn;
        if (own->trials != run->trials)
            scenario_override(scenario, "trials", run->trials);
        if (own->seed != run->seed)
            scenario_override(scenario, "seed", run->seed);
        if (drawn)
            scenario_override_word(scenario, "design", run->design.model->name);
    }
}

int contest_plan(struct contest *contest, enum attribution_method method, int orders)
{
    int beyond = 0;
    for (int k = 1; k < contest->count; k++) {
        const struct attribution *attribution = contest->other[k - 1].attribution =
            attribution_new(contest->scenario[0], contest->scenario[k], method, orders);
        if (attribution->method == ATTRIBUTION_EXACT && attribution->coalitions == 0 && beyond == 0)
            beyond = k;
    }
    return beyond;
}

uint64_t contest_trials(const struct contest *contest, int attributions)
{
    uint64_t scenarios = (uint64_t)contest->count;
    for (int k = 1; k <= attributions; k++)
        scenarios += (uint64_t)attribution_plays(contest->other[k - 1].attribution);
    return scenarios * (uint64_t)contest->scenario[0]->run.trials;
}

static void contest_progress(void *context, uint64_t trials)
{
    struct contest *contest = context;
    if (contest->progress != NULL)
        contest->progress(contest->told, contest->done + trials);
}

/* Plays arms; false where they were stopped. */
static bool contest_play_arms(struct contest *contest, struct arm *arm, int arms)
{
    struct experiment experiment = { .arm = arm,
                                     .arms = arms,
                                     .threads = contest->threads,
                                     .block = contest->block,
                                     .stop = contest->stop,
                                     .progress = contest_progress,
                                     .context = contest };
    bool complete = true;
    stages_play(contest->stages, &experiment);
    contest->done += experiment_trials(&experiment);
    for (int k = 0; k < arms; k++) {
        complete = complete && summary_complete(arm[k].summary);
        contest->played += arm[k].summary->trials;
    }
    return complete;
}

static bool contest_coalitions(void *context, struct scenario *const *scenario, int count,
                               struct summary_outcomes *worth)
{
    struct contest *contest = context;
    struct arm arm[ATTRIBUTION_BATCH];
    for (int k = 0; k < count; k++)
        arm[k] = (struct arm){ .scenario = scenario[k], .base = -1, .lean = true };
    bool complete = contest_play_arms(contest, arm, count);
    for (int k = 0; k < count; k++) {
        worth[k] = summary_outcomes(arm[k].summary);
        summary_free(arm[k].summary);
    }
    return complete;
}

/* Keeps the runs of the scenarios in the store. */
static void contest_keep(struct contest *contest)
{
    for (int k = 0; k < contest->count && contest->store != NULL; k++) {
        const struct arm *arm = &contest->arm[k];
        const struct store_run run = {
            .summary = arm->summary,
            .wall = { arm->seconds / contest->threads, contest->threads },
            .trials = arm->kept,
            .folder = folder_id(&contest->stages->folder),
            .place = k,
        };
        if (arm->summary->trials > 0 && !store_keep(contest->store, &run))
            contest->unkept = true;
    }
}

/* Whether it can be resumed: then with a store, too, where there was none before. */
static bool contest_has_folder(const struct contest *contest)
{
    return contest->stages->folder.path != NULL;
}

/* Plays the base and the others, each paired with it. False where that was stopped. */
static bool contest_scenarios(struct contest *contest)
{
    struct arm *arm = contest->arm = memory_new((size_t)contest->count, sizeof *arm);
    bool lean = contest->store == NULL && !contest_has_folder(contest); /* a store has quantiles */
    for (int k = 0; k < contest->count; k++)
        arm[k] =
            (struct arm){ .scenario = contest->scenario[k], .base = k > 0 ? 0 : -1, .lean = lean };
    for (int k = 0; k < contest->count && contest->store_trials; k++)
        arm[k].kept = store_trials_new(contest->store, contest->scenario[k]);
    bool complete = contest_play_arms(contest, arm, contest->count);
    for (int k = 0; k < contest->count; k++) {
        const struct scenario *scenario = contest->scenario[k];
        const struct summary *summary = arm[k].summary;
        struct report_line *line = &contest->line[k];
        *line = (struct report_line){ .name = scenario->name,
                                      .file = scenario->file,
                                      .sha256 = scenario->sha256,
                                      .run = scenario->run,
                                      .trials = summary->trials,
                                      .failed = summary->failed,
                                      .outcomes = summary_outcomes(summary),
                                      .complete = summary_complete(summary),
                                      .against = arm[k].pairing };
        if (k > 0)
            contest->other[k - 1].worth =
                worth_list(arm[0].summary, summary, &contest->other[k - 1].worths);
    }
    return complete;
}

static bool contest_attribute(struct contest *contest)
{
    bool complete = true;
    for (int k = 1; k < contest->count && complete; k++) {
        struct attribution *attribution = contest->other[k - 1].attribution;
        const struct attribution_stage stage = { .base = &contest->line[0].outcomes,
                                                 .other = &contest->line[k].outcomes,
                                                 .worths = &contest->worths,
                                                 .play = contest_coalitions,
                                                 .context = contest };
        attribution_run(attribution, &stage);
        complete = attribution->complete || attribution->coalitions == 0;
        contest->done = contest_trials(contest, k);
    }
    return complete;
}

bool contest_play(struct contest *contest)
{
    contest->line = memory_new((size_t)contest->count, sizeof *contest->line);
    bool complete = contest_scenarios(contest);
    for (int k = 1; k < contest->count; k++) {
        struct comparison_other *other = &contest->other[k - 1];
        other->same = other->attribution->differences.count == 0 &&
                      pairing_changed(&contest->line[k].against) == 0;
    }
    /* What is stopped and resumed must not be stored twice: it is at its end. */
    if (!contest_has_folder(contest))
        contest_keep(contest);
    complete = complete && contest_attribute(contest);
    if (contest_has_folder(contest) && complete)
        contest_keep(contest);
    return complete;
}

void contest_free(struct contest *contest)
{
    for (int k = 0; k < contest->count && contest->arm != NULL; k++) {
        store_trials_free(contest->arm[k].kept);
        summary_free(contest->arm[k].summary);
    }
    for (int k = 0; k < contest->count; k++)
        scenario_free(contest->scenario[k]);
    for (int k = 1; k < contest->count && contest->other != NULL; k++)
        attribution_free(contest->other[k - 1].attribution);
    for (int k = 1; k < contest->count && contest->other != NULL; k++)
        free(contest->other[k - 1].worth);
    free(contest->worths.known);
    free(contest->other);
    free(contest->line);
    free(contest->arm);
    free(contest->scenario);
}
