#include "engine/summary.h"

static void summary_pack_tally(struct pack *pack, struct tally *tally)
{
    pack_count(pack, &tally->count);
    if (tally->count == 0)
        return;
    pack_sum(pack, &tally->total);
    pack_sum(pack, &tally->squares);
    pack_real(pack, &tally->least);
    pack_real(pack, &tally->greatest);
}

/* Bins that hold something, each behind the number of empty ones before it. */
static void summary_pack_bins(struct pack *pack, struct spread *spread)
{
    for (int index = -1;;) {
        int next = spread_next(spread, index), skip = next - index;
        pack_number(pack, &skip, spread->bins - index);
        index += skip;
        if (pack->bad || skip == 0 || index >= spread->bins)
            break;
        struct spread_bin *bin = spread_bin(spread, index);
        pack_count(pack, &bin->count);
        pack_real(pack, &bin->least);
        pack_real(pack, &bin->greatest);
    }
}

static void summary_pack_spread(struct pack *pack, struct spread *spread)
{
    summary_pack_tally(pack, &spread->tally);
    if (spread->bins > 0)
        summary_pack_bins(pack, spread);
    for (int k = 0; spread->replicate != NULL && k < SUMMARY_REPLICATES; k++)
        summary_pack_spread(pack, &spread->replicate[k]);
}

static void summary_pack_counts(struct pack *pack, uint64_t *count, int counts)
{
    for (int k = 0; k < counts; k++)
        pack_count(pack, &count[k]);
}

static void summary_pack_times(struct pack *pack, struct times *times)
{
    pack_count(pack, &times->total);
    if (times->total > 0)
        summary_pack_counts(pack, times->count, times->longest + 1);
}

static void summary_pack_rounds(struct pack *pack, struct summary *summary)
{
    for (long round = 0; round < summary->scenario->run.horizon; round++) {
        struct summary_zone *zone = &summary->zone[round];
        summary_pack_counts(pack, summary->state[round], STATES);
        summary_pack_spread(pack, &zone->width);
        pack_count(pack, &zone->open);
        summary_pack_tally(pack, &zone->low);
        summary_pack_tally(pack, &zone->high);
    }
}

static void summary_pack_process(struct pack *pack, struct summary *summary)
{
    for (long round = 0; round < summary->scenario->run.horizon; round++) {
        summary_pack_tally(pack, &summary->process[round].trust);
        summary_pack_tally(pack, &summary->process[round].readiness);
        pack_count(pack, &summary->process[round].joint);
    }
}

static void summary_pack_terms(struct pack *pack, struct summary *summary)
{
    const struct game *game = &summary->scenario->game;
    for (int issue = 0; issue < game->issues; issue++) {
        summary_pack_spread(pack, &summary->term[issue].at);
        summary_pack_counts(pack, summary->term[issue].nearest, game->issue[issue].levels);
        pack_count(pack, &summary->term[issue].open);
    }
}

static void summary_pack_actors(struct pack *pack, struct summary *summary)
{
    for (int k = 0; k < summary->scenario->game.actors; k++) {
        struct summary_actor *actor = &summary->actor[k];
        summary_pack_spread(pack, &actor->utility);
        summary_pack_spread(pack, &actor->deal);
        for (int replicate = 0; replicate < SUMMARY_REPLICATES; replicate++)
            summary_pack_tally(pack, &actor->worth[replicate]);
        pack_count(pack, &actor->refusals);
        pack_count(pack, &actor->pivotal);
    }
}

static void summary_pack_durable(struct pack *pack, struct summary *summary)
{
    for (int durable = 0; durable < DURABLES; durable++)
        for (int span = 0; span < DURABLE_SPANS; span++)
            summary_pack_spread(pack, &summary->durable[durable][span]);
}

void summary_pack(struct pack *pack, struct summary *summary)
{
    pack_count(pack, &summary->trials);
    pack_count(pack, &summary->failed);
    pack_number(pack, &summary->named, SUMMARY_NAMED);
    summary_pack_counts(pack, summary->failure, summary->named);
    summary_pack_counts(pack, summary->detail, summary_details(summary->scenario));
    for (int detail = 0; detail < summary_details(summary->scenario); detail++)
        summary_pack_counts(pack, summary->replicate[detail], SUMMARY_REPLICATES);
    summary_pack_rounds(pack, summary);
    if (summary->process != NULL)
        summary_pack_process(pack, summary);
    for (int event = 0; event < EVENTS; event++)
        summary_pack_times(pack, &summary->event[event]);
    summary_pack_terms(pack, summary);
    summary_pack_actors(pack, summary);
    if (!summary->lean)
        summary_pack_durable(pack, summary);
    pack_count(pack, &summary->rounds);
    pack_count(pack, &summary->texts);
    pack_count(pack, &summary->rejected);
    pack_count(pack, &summary->leaks);
}
