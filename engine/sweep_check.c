#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/overlay.h"
#include "engine/page.h"
#include "engine/scenario.h"
#include "engine/sweep.h"
#include "engine/text.h"

/* The most faults that are told, and the most points with faults that are looked at. */
enum { SWEEP_FAULTS = 20, SWEEP_FAULTY = 10000 };

static void sweep_name(struct names *names, const char *name)
{
    for (int k = 0; k < names->count; k++)
        if (strcmp(names->name[k], name) == 0)
            return;
    names_add(names, name);
}

static long sweep_lesser(long one, long other)
{
    return one < other ? one : other;
}

static long sweep_greater(long one, long other)
{
    return one > other ? one : other;
}

static void sweep_note_run(struct sweep *sweep, const struct run *run)
{
    struct run *least = &sweep->least, *most = &sweep->most;
    if (least->design.model == NULL)
        *least = *most = *run;
    least->trials = sweep_lesser(least->trials, run->trials);
    least->seed = sweep_lesser(least->seed, run->seed);
    least->horizon = sweep_lesser(least->horizon, run->horizon);
    most->trials = sweep_greater(most->trials, run->trials);
    most->seed = sweep_greater(most->seed, run->seed);
    most->horizon = sweep_greater(most->horizon, run->horizon);
    if (run->design.model != least->design.model)
        most->design = run->design;
}

/* Only a belligerent can win a war. */
static void sweep_note(struct sweep *sweep, const struct scenario *scenario)
{
    const struct game *game = &scenario->game;
    for (int detail = 0; detail < summary_details(scenario); detail++) {
        char name[256];
        if (detail < DETAIL_VICTORY ||
            game->actor[detail - DETAIL_VICTORY].role == ROLE_BELLIGERENT)
            sweep_name(&sweep->names.details,
                       history_detail_name(scenario, detail, name, sizeof name));
    }
    for (int k = 0; k < game->actors; k++)
        if (!game->actor[k].neutral)
            sweep_name(&sweep->names.actors, game->actor[k].name);
    for (int k = 0; k < game->issues; k++)
        sweep_name(&sweep->names.issues, game->issue[k].name);
}

/* The first point is played again in every wave but the first. */
static uint64_t sweep_trials(const struct sweep *sweep, const struct scenario *scenario,
                             uint64_t point)
{
    uint64_t again = sweep->points < 2 ? 0 : (sweep->points - 2) / SWEEP_WAVE;
    return (uint64_t)scenario->run.trials * (point == 0 ? 1 + again : 1);
}

/* The faults that are the doing of a path's value: those that name its assignment. */
static void sweep_attribute(const struct sweep *sweep, uint64_t point, int path,
                            struct faults *found, struct faults *faults)
{
    char *assignment = vary_assignment(&sweep->plan, point, path);
    char *value = vary_value(&sweep->plan, point, path);
    char *origin = overlay_origin(assignment), *printable = text_printable(origin);
    struct faults own = { 0 };
    for (int k = 0; k < found->count; k++) {
        struct fault *fault = &found->fault[k];
        if (strcmp(fault->file, printable) != 0)
            continue;
        faults_add(&own, fault->file, fault->line, "%s", fault->message);
        fault->rank = -1;
    }
    scenario_vary_faults(&sweep->plan.vary[path], value, &own, faults);
    faults_free(&own);
    free(printable);
    free(origin);
    free(value);
    free(assignment);
}

/* "actors.a.discount=0.9, run.horizon=12" */
static char *sweep_where(const struct sweep *sweep, uint64_t point)
{
    struct text text = { 0 };
    for (int path = 0; path < sweep->plan.paths; path++) {
        char *assignment = vary_assignment(&sweep->plan, point, path);
        char *shown = text_excerpt(assignment, strlen(assignment));
        text_add(&text, "%s%s", path == 0 ? "" : ", ", shown);
        free(shown);
        free(assignment);
    }
    return text.bytes;
}

static bool sweep_told(const struct faults *faults, const struct fault *fault)
{
    for (int k = 0; k < faults->count; k++) {
        const struct fault *other = &faults->fault[k];
        size_t length = strlen(other->message), end = strlen(fault->message);
        if (other->line == fault->line && strcmp(other->file, fault->file) == 0 && length >= end &&
            strcmp(other->message + length - end, fault->message) == 0)
            return true;
    }
    return false;
}

static void sweep_refuse(const struct sweep *sweep, uint64_t point, struct faults *found,
                         struct faults *faults)
{
    for (int path = 0; path < sweep->plan.paths; path++)
        sweep_attribute(sweep, point, path, found, faults);
    char *where = sweep_where(sweep, point);
    for (int k = 0; k < found->count; k++) {
        const struct fault *fault = &found->fault[k];
        if (fault->rank >= 0 && !sweep_told(faults, fault))
            faults_add(faults, fault->file, fault->line, "with %s: %s", where, fault->message);
    }
    free(where);
}

static bool sweep_settle(struct sweep *sweep, struct faults *faults)
{
    bool good = true;
    for (int path = 0; path < sweep->plan.paths; path++) {
        struct vary *vary = &sweep->plan.vary[path];
        char *sentence = vary_settle(vary, sweep->resolved);
        if (sentence != NULL)
            good = faults_add(faults, vary->origin, vary->line, "%s%s",
                              vary->line > 0 ? "sweep: " : "", sentence);
        if (sentence != NULL && vary->line == 0)
            faults_rank(faults, vary->origin, 1);
        free(sentence);
    }
    return good;
}

bool sweep_check(struct sweep *sweep, struct faults *faults)
{
    uint64_t faulty = 0, point = 0;
    if (!sweep_settle(sweep, faults))
        return false;
    for (; point < sweep->points && faulty < SWEEP_FAULTY; point++) {
        if (point > 0 && atomic_load(sweep->stop))
            break;
        if (sweep->progress != NULL)
            sweep->progress(sweep->meter, point);
        struct faults found = { 0 };
        struct scenario *scenario = sweep_scenario(sweep, point, &found);
        if (scenario != NULL) {
            sweep_note(sweep, scenario);
            sweep_note_run(sweep, &scenario->run);
            sweep->trials += sweep_trials(sweep, scenario, point);
        } else if (faults->count < SWEEP_FAULTS) {
            sweep_refuse(sweep, point, &found, faults);
        }
        faulty += scenario == NULL;
        scenario_free(scenario);
        faults_free(&found);
    }
    if (faulty > 1) {
        char many[PAGE_COUNT], all[PAGE_COUNT];
        faults_add(faults, "sweep", 1, "%s%s of the %s points have faults%s",
                   point < sweep->points ? "at least " : "", page_grouped(many, faulty),
                   page_grouped(all, sweep->points),
                   faults->count < SWEEP_FAULTS ? "" : ", of which the first are told");
        faults_rank(faults, "sweep", 2);
    }
    return faulty == 0;
}
