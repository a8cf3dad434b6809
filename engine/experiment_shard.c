#include "engine/experiment.h"

/* How many chunks the arm with the most trials has. */
static uint64_t experiment_chunks(const struct experiment *experiment)
{
    uint64_t most = 0;
    for (int arm = 0; arm < experiment->arms; arm++) {
        uint64_t trials = (uint64_t)experiment->arm[arm].scenario->run.trials;
        most = trials > most ? trials : most;
    }
    return (most + EXPERIMENT_CHUNK - 1) / EXPERIMENT_CHUNK;
}

uint64_t experiment_shard(const struct experiment *experiment, int shard)
{
    uint64_t chunks = experiment_chunks(experiment), shards = (uint64_t)experiment->shards;
    if (shards == 0)
        return shard == 0 ? 0 : chunks;
    return chunks / shards * (uint64_t)shard + chunks % shards * (uint64_t)shard / shards;
}

uint64_t experiment_trials(const struct experiment *experiment)
{
    uint64_t all = 0, begin = experiment_shard(experiment, experiment->shard) * EXPERIMENT_CHUNK;
    uint64_t end = experiment_shard(experiment, experiment->shard + 1) * EXPERIMENT_CHUNK;
    for (int arm = 0; arm < experiment->arms; arm++) {
        uint64_t trials = (uint64_t)experiment->arm[arm].scenario->run.trials;
        all += (trials < end ? trials : end) - (trials < begin ? trials : begin);
    }
    return all;
}
