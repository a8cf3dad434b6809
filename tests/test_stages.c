#include <criterion/criterion.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "engine/memory.h"
#include "engine/stages.h"
#include "tests/player.h"

enum { STAGES = 3, ARMS = 2, CHUNKS = 3, TRIALS = (CHUNKS - 1) * EXPERIMENT_CHUNK + 300 };

static char place[] = "/tmp/zopa-stages-XXXXXX";
static const char *const files[] = { "stages/1", "stages/2", "stages/3",
                                     "stages",   "journal",  "manifest.json" };

static void stages_place(void)
{
    cr_assert(mkdtemp(place) != NULL);
    cr_assert(freopen("/dev/null", "w", stderr) != NULL);
}

static void stages_remove(void)
{
    for (size_t k = 0; k < sizeof files / sizeof *files; k++) {
        char *path = folder_file(place, files[k]);
        remove(path);
        free(path);
    }
    remove(place);
}

TestSuite(stages, .init = stages_place, .fini = stages_remove);

/* The command of one process, whose trials are stopped once there are so many of them all. */
struct show {
    struct stages stages;
    struct options options;
    struct scenario scenario[STAGES];
    struct text text; /* what the experiments came to that were played to their end */
    atomic_bool stop;
    uint64_t before, trials;
};

static void show_tell(void *context, uint64_t trials)
{
    struct show *show = context;
    if (show->before + trials >= show->trials)
        atomic_store(&show->stop, true);
}

static void show_begin(struct show *show, char *out, uint64_t trials)
{
    *show = (struct show){ .options = { .out = out, .resume = true, .verb = "show" },
                           .trials = trials };
    for (int k = 0; k < STAGES; k++) {
        show->scenario[k] = sample_scenario(TRIALS);
        show->scenario[k].run.seed = k;
    }
    show->stages = stages_begin(0);
    cr_assert(stages_open(&show->stages, &show->options, "what\n", NULL, 0) == EX_OK);
    show->stages.trials = STAGES * ARMS * TRIALS;
}

/* Plays the next experiment, of which the first is not lean. Returns its trials. */
static uint64_t show_play(struct show *show)
{
    uint64_t trials = 0;
    struct arm arm[ARMS];
    struct pack pack = { .text = &show->text };
    struct experiment experiment = { .arm = arm,
                                     .arms = ARMS,
                                     .threads = 1,
                                     .block = LANES,
                                     .stop = &show->stop,
                                     .progress = show_tell,
                                     .context = show };
    bool lean = show->stages.played > 0;
    for (int k = 0; k < ARMS; k++)
        arm[k] = (struct arm){ .scenario = &show->scenario[show->stages.played],
                               .base = k - 1,
                               .lean = lean };
    stages_play(&show->stages, &experiment);
    for (int k = 0; k < ARMS; k++) {
        trials += arm[k].summary->trials;
        summary_pack(&pack, arm[k].summary);
        text_append(&show->text, (const char *)&arm[k].pairing, sizeof arm[k].pairing);
        summary_free(arm[k].summary);
    }
    show->before += trials;
    return trials;
}

/* Whether all was played. */
static bool show_all(struct show *show)
{
    bool complete = true;
    for (int k = 0; k < STAGES && complete && !stages_over(&show->stages); k++)
        complete = show_play(show) == ARMS * TRIALS;
    return complete && !stages_over(&show->stages);
}

static void show_end(struct show *show, bool complete)
{
    cr_expect(stages_finish(&show->stages, NULL, 0, complete) == EX_OK);
    stages_close(&show->stages);
    free(show->text.bytes);
}

static struct text show_whole(void)
{
    struct show show;
    show_begin(&show, NULL, UINT64_MAX);
    cr_assert(show_all(&show));
    return show.text;
}

static void show_expect(const struct show *show, const struct text *whole)
{
    cr_expect(show->text.length == whole->length &&
              memcmp(show->text.bytes, whole->bytes, whole->length) == 0);
}

/* Stopped after every chunk, it goes on with the next: nothing is lost, or played twice. */
Test(stages, go_on_where_they_were_stopped)
{
    struct text whole = show_whole();
    struct show show;
    bool complete = false;
    uint64_t before = 0;
    for (int process = 1; !complete; process++) {
        cr_assert(process <= STAGES * ARMS * CHUNKS);
        show_begin(&show, place, before + 1);
        complete = show_all(&show);
        cr_expect(show.stages.resumed == before, "%d: %d", (int)show.stages.resumed, (int)before);
        cr_expect(complete || show.before > before);
        before = show.before;
        if (complete)
            show_expect(&show, &whole);
        show_end(&show, complete);
    }
    show_begin(&show, place, UINT64_MAX);
    cr_expect(show.stages.folder.journal.mark.done);
    cr_expect(show_all(&show) && show.stages.resumed == STAGES * ARMS * TRIALS);
    show_expect(&show, &whole);
    stages_rewind(&show.stages);
    show.text.length = 0;
    cr_expect(show_all(&show));
    show_expect(&show, &whole);
    show_end(&show, true);
    free(whole.bytes);
}

/* An experiment that is another than that of its journal is not played. */
Test(stages, another_experiment_is_refused)
{
    struct show show;
    show_begin(&show, place, UINT64_MAX);
    cr_expect(show_all(&show));
    show_end(&show, false);
    show_begin(&show, place, UINT64_MAX);
    show.scenario[1].run.seed = 100;
    cr_expect(show_play(&show) == ARMS * TRIALS && !stages_over(&show.stages));
    cr_expect(show_play(&show) == 0 && stages_over(&show.stages));
    cr_expect(stages_code(&show.stages) == EX_USAGE);
    show_end(&show, false);
}

/* What was complete no longer is where a journal turns out not to be whole. */
Test(stages, a_folder_says_how_the_last_command_ended)
{
    struct show show;
    for (int complete = 0; complete < 4; complete++) {
        show_begin(&show, place, UINT64_MAX);
        cr_expect(show.stages.folder.journal.mark.done == (complete == 2));
        show_end(&show, complete == 1);
    }
}

/* What is done is there whatever the time; what is not ends at once. */
Test(stages, end_when_the_time_is_up)
{
    struct show show;
    show_begin(&show, place, UINT64_MAX);
    cr_expect(show_play(&show) == ARMS * TRIALS);
    show_end(&show, false);
    show_begin(&show, place, UINT64_MAX);
    show.stages.until = 1e-9;
    cr_expect(show_play(&show) == ARMS * TRIALS && !stages_over(&show.stages));
    cr_expect(show_play(&show) < ARMS * TRIALS && stages_code(&show.stages) == EX_TEMPFAIL);
    show_end(&show, false);
}
