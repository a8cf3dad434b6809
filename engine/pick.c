#include "engine/pick.h"

#include <math.h>
#include <stdlib.h>

#include "engine/memory.h"
#include "engine/negotiation.h"

/* Trials are played in blocks and shown one by one; `see` returns true where it has seen enough. */
struct parade {
    const struct scenario *scenario;
    const atomic_bool *stop;
    struct progress *progress;
    uint64_t trials;
    bool (*see)(void *context, const struct history *history, int lane);
    void *context;
};

static bool pick_show(const struct parade *parade, const struct history *history)
{
    for (int lane = 0; lane < history->lanes; lane++)
        if (parade->see(parade->context, history, lane))
            return true;
    return false;
}

/* Returns how many trials were played. */
static uint64_t pick_parade(const struct parade *parade)
{
    struct table *table = negotiation_new(parade->scenario);
    struct history *history = history_new(parade->scenario);
    bool enough = false;
    uint64_t played = 0;
    while (played < parade->trials && !enough && !atomic_load(parade->stop)) {
        uint64_t left = parade->trials - played;
        negotiation_play(table, played, left < LANES ? (int)left : LANES, history);
        enough = pick_show(parade, history);
        played += (uint64_t)history->lanes;
        if (parade->progress != NULL)
            progress_tell(parade->progress, played);
    }
    history_free(history);
    negotiation_free(table);
    return played;
}

struct search {
    int outcome;
    bool found;
    uint64_t trial;
};

static bool pick_match(void *context, const struct history *history, int lane)
{
    struct search *search = context;
    search->found = history->outcome[lane] == search->outcome;
    search->trial = history->trial + (uint64_t)lane;
    return search->found;
}

/* What the typical trial is sought among: a row of figures per trial. */
struct sample {
    int count, figures, issues, actors;
    int *detail;
    double *figure; /* [trial][figures] */
};

static bool pick_keep(void *context, const struct history *history, int lane)
{
    struct sample *sample = context;
    double *figure = sample->figure + (size_t)sample->count * (size_t)sample->figures;
    bool deal = history->outcome[lane] == OUTCOME_DEAL;
    sample->detail[sample->count++] = history->detail[lane];
    *figure++ = history->since[lane];
    for (int actor = 0; actor < sample->actors; actor++)
        *figure++ = history->utility[(size_t)actor * LANES + (size_t)lane];
    for (int issue = 0; issue < sample->issues; issue++)
        *figure++ = deal ? history->package[(size_t)issue * LANES + (size_t)lane] : 0;
    return false;
}

static int pick_frequency(const struct sample *sample, int detail)
{
    int count = 0;
    for (int k = 0; k < sample->count; k++)
        count += sample->detail[k] == detail;
    return count;
}

/* The most frequent detail; of several, that of the first trial that has one. */
static int pick_mode(const struct sample *sample)
{
    int mode = sample->detail[0];
    for (int k = 1; k < sample->count; k++)
        if (pick_frequency(sample, sample->detail[k]) > pick_frequency(sample, mode))
            mode = sample->detail[k];
    return mode;
}

/* How far from the middle a trial lies among those of its detail, by one figure: by how many more
 * lie on one side of it than on the other. */
static int pick_eccentricity(const struct sample *sample, int trial, int figure)
{
    size_t step = (size_t)sample->figures, at = (size_t)figure;
    double own = sample->figure[(size_t)trial * step + at];
    int balance = 0;
    for (int k = 0; k < sample->count; k++) {
        double other = sample->figure[(size_t)k * step + at];
        if (sample->detail[k] == sample->detail[trial])
            balance += (other > own) - (other < own);
    }
    return abs(balance);
}

static int pick_middle(const struct sample *sample, int detail)
{
    int best = -1, least = 0;
    for (int trial = 0; trial < sample->count; trial++) {
        int sum = 0;
        if (sample->detail[trial] != detail)
            continue;
        for (int figure = 0; figure < sample->figures; figure++)
            sum += pick_eccentricity(sample, trial, figure);
        if (best < 0 || sum < least) {
            best = trial;
            least = sum;
        }
    }
    return best;
}

static bool pick_typical(const struct scenario *scenario, const atomic_bool *stop,
                         struct progress *progress, uint64_t *trial)
{
    const struct game *game = &scenario->game;
    uint64_t trials = (uint64_t)scenario->run.trials;
    struct sample sample = { .issues = game->issues, .actors = game->actors };
    sample.figures = 1 + game->actors + game->issues;
    sample.detail = memory_new(PICK_SAMPLE, sizeof *sample.detail);
    sample.figure = memory_new(PICK_SAMPLE * (size_t)sample.figures, sizeof *sample.figure);
    struct parade parade = { scenario,  stop,
                             progress,  trials < PICK_SAMPLE ? trials : PICK_SAMPLE,
                             pick_keep, &sample };
    *trial = pick_parade(&parade);
    bool found = !atomic_load(stop);
    if (found)
        *trial = (uint64_t)pick_middle(&sample, pick_mode(&sample));
    free(sample.figure);
    free(sample.detail);
    return found;
}

bool pick_trial(const struct scenario *scenario, enum pick pick, const atomic_bool *stop,
                struct progress *progress, uint64_t *trial)
{
    static const int outcome[] = {
        [PICK_DEAL] = OUTCOME_DEAL, [PICK_FROZEN] = OUTCOME_FROZEN, [PICK_WAR] = OUTCOME_WAR
    };
    if (pick == PICK_TYPICAL)
        return pick_typical(scenario, stop, progress, trial);
    struct search search = { .outcome = outcome[pick] };
    struct parade parade = { scenario,   stop,   progress, (uint64_t)scenario->run.trials,
                             pick_match, &search };
    *trial = pick_parade(&parade);
    if (search.found)
        *trial = search.trial;
    return search.found;
}
