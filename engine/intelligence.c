#include "engine/intelligence.h"

#include <math.h>

static bool intelligence_tells(const struct table *table, int actor)
{
    const double *precision = table_of(table->drivers.precision, actor);
    bool tells = false;
    for (int lane = 0; lane < table->lanes; lane++)
        tells |= precision[lane] > 0;
    return tells && game_actor_answers(&table->scenario->game.actor[actor]);
}

/* What the party wants over what the proposer pictures it to keep. */
static void intelligence_truth(struct table *table, int actor, double *out)
{
    const double *resolve = table_of(table->resolve, actor);
    const double *war = table_of(table->truth.war, actor),
                 *frozen = table_of(table->truth.frozen, actor);
    const double *pictured = table_of(table->picture.war, actor),
                 *freeze = table_of(table->picture.frozen, actor);
    for (int lane = 0; lane < table->lanes; lane++)
        out[lane] =
            resolve[lane] + (table->phase[lane] == PHASE_FROZEN ? frozen[lane] - freeze[lane]
                                                                : war[lane] - pictured[lane]);
}

static void intelligence_learn(struct table *table, int actor)
{
    const double *precision = table_of(table->drivers.precision, actor);
    double *mean = table_of(table->belief_mean, actor),
           *variance = table_of(table->belief_variance, actor);
    double truth[LANES], normal[LANES];
    intelligence_truth(table, actor, truth);
    random_normal(&table->random, PURPOSE_INTELLIGENCE, table->scenario->game.actor[actor].hash,
                  normal);
    for (int lane = 0; lane < table->lanes; lane++) {
        double p = precision[lane];
        if (p <= 0 || actor == table->proposer[lane])
            continue;
        double gain = variance[lane] * p / (1 + variance[lane] * p);
        mean[lane] += gain * (truth[lane] + normal[lane] / sqrt(p) - mean[lane]);
        variance[lane] *= 1 - gain;
    }
}

void intelligence_read(struct table *table)
{
    for (int actor = 0; actor < table->scenario->game.actors; actor++)
        if (intelligence_tells(table, actor))
            intelligence_learn(table, actor);
}
