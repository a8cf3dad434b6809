/* turning PARTS PART   plays the rows PART, PART + PARTS, ... of docs/sources.md
 * turning              only checks all rows: numbers in order, paths, figures, tests that exist
 *
 * A turn is played on common random numbers, trial by trial, in looks of 256 trials: until the mean
 * difference of the figure stands 5 standard errors on the side that the row names, or 4 on the
 * other, or 4,096 trials have been played, which fails. Were there no effect, a row would pass in
 * fewer than 1 of 200,000 cases (16 looks, one-sided 2.9e-7 each). A figure that is to stay is held
 * against 4,096 trials, in none of which it may differ. Seeds are the scenarios'. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/fault.h"
#include "engine/negotiation.h"
#include "engine/scenario.h"
#include "turning.h"

enum { LOOK = 256, LOOKS = 16, ROWS = 175 };

static const double enough = 5, wrong_way = -4;

/* One side of a turn. */
struct play {
    struct scenario *scenario;
    struct table *table;
    struct history *history;
};

static struct scenario *read_scenario(const struct turning *turning, const char sets[][256])
{
    const char *set[TURNING_SETS];
    char file[160];
    struct faults faults = { 0 };
    enum scenario_status status;
    for (int k = 0; k < turning->sets; k++)
        set[k] = sets[k];
    snprintf(file, sizeof file, "scenarios/ukraine/%s", turning->scenario);
    struct scenario *scenario = scenario_read(file, set, turning->sets, &faults, &status);
    if (scenario == NULL) {
        printf("docs/sources.md:%d: row %d:\n", turning->line, turning->number);
        faults_print(&faults, stdout);
    }
    faults_free(&faults);
    return scenario;
}

static bool play_open(struct play *side, const struct turning *turning, const char sets[][256])
{
    side->scenario = read_scenario(turning, sets);
    if (side->scenario == NULL)
        return false;
    side->table = negotiation_new(side->scenario);
    side->history = history_new(side->scenario);
    return true;
}

static void play_close(struct play *side)
{
    if (side->scenario == NULL)
        return;
    history_free(side->history);
    negotiation_free(side->table);
    scenario_free(side->scenario);
}

/* Sums of the differences so far. */
struct sums {
    double count, sum, squares;
};

static void look(struct play *before, struct play *after, const struct turning *turning, int from,
                 struct sums *sums)
{
    for (int first = from; first < from + LOOK; first += LANES) {
        negotiation_play(before->table, (uint64_t)first, LANES, before->history);
        negotiation_play(after->table, (uint64_t)first, LANES, after->history);
        for (int lane = 0; lane < LANES; lane++) {
            double difference = turning_figure(turning->figure, after->history, lane) -
                                turning_figure(turning->figure, before->history, lane);
            if (isnan(difference))
                continue;
            sums->count++;
            sums->sum += difference;
            sums->squares += difference * difference;
        }
    }
}

/* The mean difference in standard errors, towards the side that the row names. */
static double standing(const struct turning *turning, const struct sums *sums)
{
    if (sums->count < 2)
        return 0;
    double mean = sums->sum / sums->count;
    double variance = (sums->squares - sums->count * mean * mean) / (sums->count - 1);
    double error = sqrt((variance > 0 ? variance : 0) / sums->count);
    double toward = turning->rises ? mean : -mean;
    if (error < 1e-12 * fabs(mean) || (error == 0 && mean != 0))
        return toward > 0 ? HUGE_VAL : -HUGE_VAL;
    return mean == 0 ? 0 : toward / error;
}

static void tell(const struct turning *turning, const struct sums *sums, double z, bool sound)
{
    const char *moves = turning->rises ? "rises" : turning->stays ? "stays" : "falls";
    double mean = sums->count > 0 ? sums->sum / sums->count : 0;
    printf("%s row %d: %s %s by %.4g a trial, z = %.1f after %.0f trials\n",
           sound ? "ok" : "FAILED", turning->number, turning->figure, moves, mean, z, sums->count);
}

static bool turn(const struct turning *turning)
{
    struct play before = { 0 }, after = { 0 };
    struct sums sums = { 0 };
    double z = 0;
    bool open =
        play_open(&before, turning, turning->before) && play_open(&after, turning, turning->after);
    for (int k = 0; open && k < LOOKS && z < enough && z > wrong_way; k++) {
        look(&before, &after, turning, k * LOOK, &sums);
        z = standing(turning, &sums);
    }
    bool sound = turning->stays ? sums.count > 0 && sums.squares == 0 : z >= enough;
    if (open)
        tell(turning, &sums, z, sound);
    play_close(&before);
    play_close(&after);
    return sound;
}

static bool readable(const struct turning *turning)
{
    struct scenario *before = read_scenario(turning, turning->before);
    struct scenario *after = before == NULL ? NULL : read_scenario(turning, turning->after);
    bool sound = after != NULL;
    if (sound && !turning->fact && !turning_figure_known(turning->figure, after)) {
        printf("docs/sources.md:%d: no figure is called \"%s\"\n", turning->line, turning->figure);
        sound = false;
    }
    if (before != NULL)
        scenario_free(before);
    if (after != NULL)
        scenario_free(after);
    return sound;
}

/* The test that a row names is there. */
static bool named(const struct turning *turning)
{
    char file[160];
    snprintf(file, sizeof file, "tests/%s", turning->by);
    if (access(file, R_OK) == 0)
        return true;
    printf("docs/sources.md:%d: there is no test %s\n", turning->line, file);
    return false;
}

/* Numbers count up by one; what one turn does not say has another line of the same number. */
static bool follows(const struct turning *turning, int last)
{
    if (turning->number == last + 1 || (last > 0 && turning->number == last))
        return true;
    printf("docs/sources.md:%d: row %d follows row %d\n", turning->line, turning->number, last);
    return false;
}

static bool complete(int last)
{
    if (last == ROWS)
        return true;
    printf("docs/sources.md: found %d rows of %d\n", last, ROWS);
    return false;
}

int main(int count, char **words)
{
    int parts = count > 2 ? atoi(words[1]) : 0, part = count > 2 ? atoi(words[2]) : 0;
    FILE *table = fopen("docs/sources.md", "r");
    char text[4096];
    int last = 0;
    bool sound = table != NULL;
    setvbuf(stdout, NULL, _IOLBF, 0);
    struct turning turning;
    for (int line = 1; table != NULL && fgets(text, sizeof text, table) != NULL; line++) {
        if (!turning_read(text, line, &turning, &sound))
            continue;
        sound = follows(&turning, last) && sound;
        last = turning.number;
        if (parts == 0)
            sound = readable(&turning) && named(&turning) && sound;
        else if (!turning.fact && turning.number % parts == part)
            sound = turn(&turning) && sound;
    }
    if (table != NULL)
        fclose(table);
    return complete(last) && sound ? EXIT_SUCCESS : EXIT_FAILURE;
}
