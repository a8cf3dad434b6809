#include "engine/sweep.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/command.h"
#include "engine/memory.h"

/* A point that is being played. */
struct wave {
    struct sweep *sweep;
    struct scenario *first; /* of the first point, held while there are waves */
    struct scenario *scenario[SWEEP_WAVE];
    struct arm arm[SWEEP_WAVE + 1];
    uint64_t point;  /* the first that the wave plays anew */
    int points;      /* that it plays anew */
    uint64_t before; /* trials of earlier waves */
};

struct scenario *sweep_scenario(const struct sweep *sweep, uint64_t point, struct faults *faults)
{
    const struct options *options = sweep->options;
    int sets = options->sets + sweep->plan.paths;
    const char **set = memory_new((size_t)sets, sizeof *set);
    char *assignment[VARY_PATHS];
    for (int k = 0; k < options->sets; k++)
        set[k] = options->set[k];
    for (int path = 0; path < sweep->plan.paths; path++) {
        assignment[path] = vary_assignment(&sweep->plan, point, path);
        set[options->sets + path] = assignment[path];
    }
    const struct scenario_request request = {
        .file = sweep->file, .set = set, .sets = sets, .variant = options->variant
    };
    struct scenario *scenario = scenario_point(sweep->resolved, &request, faults);
    if (scenario != NULL)
        command_override(options, scenario);
    for (int path = 0; path < sweep->plan.paths; path++)
        free(assignment[path]);
    free(set);
    return scenario;
}

/* A scenario that has been checked. */
static struct scenario *sweep_take(const struct sweep *sweep, uint64_t point)
{
    struct faults none = { 0 };
    struct scenario *scenario = sweep_scenario(sweep, point, &none);
    assert(scenario != NULL);
    faults_free(&none);
    return scenario;
}

/* The first point is the first arm, for the others to be paired with. */
static void wave_begin(struct wave *wave)
{
    wave->arm[0] = (struct arm){ .scenario = wave->first, .base = -1, .lean = true };
    for (int k = 0; k < wave->points; k++) {
        wave->scenario[k] = sweep_take(wave->sweep, wave->point + (uint64_t)k);
        bool paired = pairing_holds(wave->first, wave->scenario[k]);
        wave->arm[k + 1] =
            (struct arm){ .scenario = wave->scenario[k], .base = paired ? 0 : -1, .lean = true };
    }
}

static void wave_progress(void *context, uint64_t trials)
{
    const struct wave *wave = context;
    if (wave->sweep->progress != NULL)
        wave->sweep->progress(wave->sweep->meter, wave->before + trials);
}

/* False once a point could not be told. */
static bool wave_tell(struct sweep *sweep, const struct arm *arm, bool paired)
{
    const struct sweep_point point = { sweep->told, arm->summary, arm->seconds,
                                       paired ? &arm->pairing : NULL };
    sweep->told++;
    sweep->broken += !summary_complete(arm->summary);
    return sweep->tell(sweep->context, &point);
}

static bool wave_end(struct wave *wave)
{
    bool good = true, first = wave->point == 1;
    if (first && wave->arm[0].summary->trials > 0)
        good = wave_tell(wave->sweep, &wave->arm[0], false);
    for (int k = 1; k <= wave->points && good && wave->arm[k].summary->trials > 0; k++)
        good = wave_tell(wave->sweep, &wave->arm[k], wave->arm[k].base == 0);
    for (int k = 0; k <= wave->points; k++) {
        wave->before += wave->arm[k].summary->trials;
        summary_free(wave->arm[k].summary);
    }
    for (int k = 0; k < wave->points; k++)
        scenario_free(wave->scenario[k]);
    return good;
}

static bool wave_play(struct wave *wave)
{
    const struct sweep *sweep = wave->sweep;
    struct experiment experiment = {
        .arm = wave->arm,
        .arms = wave->points + 1,
        .threads = sweep->threads,
        .block = sweep->options->lanes,
        .stop = sweep->stop,
        .progress = wave_progress,
        .context = wave,
    };
    wave_begin(wave);
    stages_play(sweep->stages, &experiment);
    return wave_end(wave) && !atomic_load(sweep->stop) && !stages_over(sweep->stages);
}

void sweep_play(struct sweep *sweep)
{
    struct wave wave = { .sweep = sweep, .first = sweep_take(sweep, 0), .point = 1 };
    bool more = true;
    sweep->told = sweep->broken = 0;
    while (more) {
        uint64_t left = sweep->points - wave.point;
        wave.points = left < SWEEP_WAVE ? (int)left : SWEEP_WAVE;
        more = wave_play(&wave) && left > (uint64_t)wave.points;
        wave.point += (uint64_t)wave.points;
    }
    sweep->played = wave.before;
    scenario_free(wave.first);
}

void sweep_names_free(struct sweep_names *names)
{
    names_free(&names->issues);
    names_free(&names->actors);
    names_free(&names->details);
}
