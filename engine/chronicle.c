#include "engine/chronicle.h"

#include <stdlib.h>

#include "engine/memory.h"
#include "engine/negotiation.h"

static void chronicle_room(struct chronicle_round *round, const struct scenario *scenario)
{
    round->offer = memory_new((size_t)scenario->game.issues, sizeof *round->offer);
    round->actor = memory_new((size_t)scenario->game.actors, sizeof *round->actor);
    round->lever = memory_new((size_t)scenario->levers, sizeof *round->lever);
    round->shock = memory_new((size_t)scenario->shocks, sizeof *round->shock);
    round->process.readiness = memory_new((size_t)scenario->process.groups, sizeof(double));
    round->process.meets = memory_new((size_t)scenario->process.groups, sizeof(double));
}

struct chronicle *chronicle_new(const struct scenario *scenario)
{
    size_t actors = (size_t)scenario->game.actors, issues = (size_t)scenario->game.issues;
    struct chronicle *chronicle = memory_new(1, sizeof *chronicle);
    chronicle->scenario = scenario;
    chronicle->drawn = memory_new((size_t)scenario->quantities.uncertains, sizeof(double));
    chronicle->trait = memory_new(actors, sizeof *chronicle->trait);
    chronicle->level = memory_new(utility_levels(&scenario->game, (int)issues), sizeof(double));
    chronicle->round = memory_new((size_t)scenario->run.horizon, sizeof *chronicle->round);
    for (long round = 0; round < scenario->run.horizon; round++)
        chronicle_room(&chronicle->round[round], scenario);
    chronicle->package = memory_new(issues, sizeof(double));
    double **per_actor[] = { &chronicle->utility, &chronicle->worth, &chronicle->kept,
                             &chronicle->shift, &chronicle->jolt };
    for (size_t k = 0; k < sizeof per_actor / sizeof *per_actor; k++)
        *per_actor[k] = memory_new(actors, sizeof(double));
    return chronicle;
}

void chronicle_free(struct chronicle *chronicle)
{
    if (chronicle == NULL)
        return;
    for (long round = 0; round < chronicle->scenario->run.horizon; round++) {
        free(chronicle->round[round].process.meets);
        free(chronicle->round[round].process.readiness);
        free(chronicle->round[round].shock);
        free(chronicle->round[round].lever);
        free(chronicle->round[round].actor);
        free(chronicle->round[round].offer);
    }
    double *rows[] = { chronicle->jolt,    chronicle->shift,   chronicle->kept,  chronicle->worth,
                       chronicle->utility, chronicle->package, chronicle->level, chronicle->drawn };
    for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
        free(rows[k]);
    free(chronicle->round);
    free(chronicle->trait);
    free(chronicle);
}

void chronicle_play(struct chronicle *chronicle, uint64_t trial)
{
    struct table *table = negotiation_new(chronicle->scenario);
    struct history *history = history_new(chronicle->scenario);
    negotiation_listen(table, chronicle);
    negotiation_play(table, trial, 1, history);
    history_free(history);
    negotiation_free(table);
}
