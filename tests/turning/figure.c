#include <math.h>
#include <string.h>

#include "turning.h"

/* Of a name "WORD.ACTOR" or "WORD.ISSUE": what stands behind the dot; NULL where WORD is another.
 */
static const char *figure_of(const char *figure, const char *word)
{
    size_t length = strlen(word);
    bool its = strncmp(figure, word, length) == 0 && figure[length] == '.';
    return its ? figure + length + 1 : NULL;
}

static int figure_actor(const struct game *game, const char *name)
{
    for (int actor = 0; name != NULL && actor < game->actors; actor++)
        if (strcmp(game->actor[actor].name, name) == 0)
            return actor;
    return -1;
}

static int figure_issue(const struct game *game, const char *name)
{
    for (int issue = 0; name != NULL && issue < game->issues; issue++)
        if (strcmp(game->issue[issue].name, name) == 0)
            return issue;
    return -1;
}

/* Mean width of the zone over the rounds at war. */
static double figure_zone(const struct history *history, int lane)
{
    double sum = 0;
    int rounds = 0;
    for (int round = 0; round < history->scenario->run.horizon; round++) {
        double width = history->width[(size_t)round * LANES + (size_t)lane];
        sum += isnan(width) ? 0 : width;
        rounds += !isnan(width);
    }
    return rounds == 0 ? NAN : sum / rounds;
}

/* Rounds of fighting. */
static double figure_fighting(const struct history *history, int lane)
{
    double rounds = 0;
    for (int round = 0; round < history->scenario->run.horizon; round++)
        rounds += history->state[(size_t)round * LANES + (size_t)lane] == STATE_FIGHTING;
    return rounds;
}

static double figure_per_actor(const char *figure, const struct history *history, int lane)
{
    const struct game *game = &history->scenario->game;
    int utility = figure_actor(game, figure_of(figure, "utility"));
    int refusals = figure_actor(game, figure_of(figure, "refusals"));
    int pivotal = figure_actor(game, figure_of(figure, "pivotal"));
    int victory = figure_actor(game, figure_of(figure, "victory"));
    if (utility >= 0)
        return history->utility[utility * LANES + lane];
    if (refusals >= 0)
        return history->refusals[refusals * LANES + lane];
    if (pivotal >= 0)
        return history->pivotal[pivotal * LANES + lane];
    return victory >= 0 ? history->detail[lane] == DETAIL_VICTORY + victory : NAN;
}

double turning_figure(const char *figure, const struct history *history, int lane)
{
    int issue = figure_issue(&history->scenario->game, figure_of(figure, "terms"));
    const char *detail = figure_of(figure, "detail");
    char name[128];
    for (int outcome = 0; outcome < OUTCOMES; outcome++)
        if (strcmp(figure, history_outcome_name(outcome)) == 0)
            return history->outcome[lane] == outcome;
    if (detail != NULL)
        return strcmp(detail, history_detail_name(history->scenario, history->detail[lane], name,
                                                  sizeof name)) == 0;
    if (issue >= 0)
        return history->outcome[lane] == OUTCOME_DEAL ? history->package[issue * LANES + lane]
                                                      : NAN;
    if (strcmp(figure, "zone") == 0)
        return figure_zone(history, lane);
    if (strcmp(figure, "fighting") == 0)
        return figure_fighting(history, lane);
    if (strcmp(figure, "durability") == 0)
        return history->durable[history_durable(DURABLE_AGREEMENT, 0) * LANES + (size_t)lane];
    if (strcmp(figure, "texts") == 0)
        return history->texts[lane];
    if (strcmp(figure, "leaks") == 0)
        return history->leaks[lane];
    return figure_per_actor(figure, history, lane);
}

bool turning_figure_known(const char *figure, const struct scenario *scenario)
{
    static const char *const plain[] = { "deal",     "frozen_conflict", "continued_war", "zone",
                                         "fighting", "durability",      "texts",         "leaks" };
    static const char *const actors[] = { "utility", "refusals", "pivotal", "victory" };
    for (size_t k = 0; k < sizeof plain / sizeof *plain; k++)
        if (strcmp(figure, plain[k]) == 0)
            return true;
    for (size_t k = 0; k < sizeof actors / sizeof *actors; k++)
        if (figure_actor(&scenario->game, figure_of(figure, actors[k])) >= 0)
            return true;
    return figure_issue(&scenario->game, figure_of(figure, "terms")) >= 0 ||
           figure_of(figure, "detail") != NULL;
}
