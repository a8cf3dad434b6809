#include "engine/negotiation.h"

#include "engine/aftermath.h"
#include "engine/fighting.h"
#include "engine/groups.h"
#include "engine/home.h"
#include "engine/ledger.h"
#include "engine/levers.h"
#include "engine/mediation.h"
#include "engine/opening.h"
#include "engine/peace.h"
#include "engine/record.h"
#include "engine/shocks.h"
#include "engine/table.h"
#include "engine/talks.h"
#include "engine/trust.h"
#include "engine/values.h"
#include "engine/witness.h"

struct table *negotiation_new(const struct scenario *scenario)
{
    struct table *table = table_new(scenario);
    opening_picture(table);
    return table;
}

void negotiation_free(struct table *table)
{
    table_free(table);
}

void negotiation_listen(struct table *table, struct chronicle *chronicle)
{
    table->chronicle = chronicle;
}

/* How things stand at the start of a round: levers and shocks, the war ahead, what it is worth. */
static void negotiation_look(struct table *table, struct history *history, int round)
{
    fighting_tire(table);
    levers_pull(table, history, round);
    fighting_prepare(table, round);
    aftermath_look(table, round);
    values_read(table, round);
}

/* One round, in the order of docs/model.md, A round. What is signed in a round holds from that
 * round on: its month of war is not fought. */
static void negotiation_round(struct table *table, int round, struct history *history)
{
    bool fought[LANES];
    table->random.round = (uint32_t)round + 1;
    levers_events(table, round);
    mediation_events(table, round);
    groups_meet(table, round);
    negotiation_look(table, history, round);
    values_zone(table, history, round);
    witness_look(table, history, round);
    talks_propose(table, history);
    talks_answer(table, history);
    witness_talks(table, history, round);
    peace_sign(table, round);
    peace_ratify(table, round);
    peace_cease_fire(table, round);
    for (int lane = 0; lane < table->lanes; lane++)
        fought[lane] = fighting_in(table, lane);
    ledger_book(table);
    peace_test(table, round);
    fighting_round(table, fought, round);
    ledger_prize(table, fought);
    home_pass(table, fought);
    trust_round(table, round);
    record_round(table, history, round);
    witness_close(table, round);
}

void negotiation_play(struct table *table, uint64_t first, int lanes, struct history *history)
{
    int horizon = (int)table->scenario->run.horizon;
    table_clear(table, first, lanes);
    record_begin(table, history);
    opening_block(table);
    for (int round = 0; round < horizon; round++)
        negotiation_round(table, round, history);
    negotiation_look(table, history, horizon);
    ledger_close(table);
    record_end(table, history);
    witness_end(table, history);
}

void negotiation_expect(struct table *table, struct history *history)
{
    table_clear(table, 0, 1);
    record_begin(table, history);
    opening_expected(table);
    table->random.round = 1;
    shocks_expected(table, 0);
    mediation_certain(table, 0);
    groups_meet(table, 0);
    negotiation_look(table, history, 0);
}
