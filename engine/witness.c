#include "engine/witness.h"

#include <assert.h>
#include <math.h>

#include "engine/fighting.h"
#include "engine/groups.h"
#include "engine/mediation.h"
#include "engine/mobilisation.h"
#include "engine/peace.h"
#include "engine/witness_levers.h"
#include "engine/witness_terms.h"
#include "engine/witness_values.h"
#include "models/special.h"

static struct chronicle_round *witness_round(const struct table *table, int round)
{
    return &table->chronicle->round[round];
}

/* The bargaining problem in true numbers, for what is in force. */
static struct bargain witness_bargain(const struct table *table)
{
    return (struct bargain){ .game = &table->scenario->game,
                             .utility = &table->truth.utility,
                             .lanes = table->lanes,
                             .prospect = table_prospect_in_force(table, &table->truth) };
}

static struct chronicle_trait witness_trait(const struct table *table, const struct actor *actor)
{
    return (struct chronicle_trait){ table_row(table, &table->truth, actor->capability)[0],
                                     table_row(table, &table->truth, actor->discount)[0],
                                     table_row(table, &table->truth, actor->war.cost)[0],
                                     table_row(table, &table->truth, actor->resolve)[0] };
}

/* What holds for the whole trial. */
static void witness_begin(const struct table *table)
{
    const struct scenario *scenario = table->scenario;
    struct chronicle *chronicle = table->chronicle;
    const struct quantities *quantities = &scenario->quantities;
    size_t levels = utility_levels(&scenario->game, scenario->game.issues);
    chronicle->trial = table->random.trial;
    chronicle->proposer = table->mediation->lead[0];
    for (int k = 0; k < quantities->uncertains; k++)
        chronicle->drawn[k] =
            block_read(table->truth.values, (size_t)quantities->uncertain[k].row)[0];
    for (int actor = 0; actor < scenario->game.actors; actor++)
        chronicle->trait[actor] = witness_trait(table, &scenario->game.actor[actor]);
    for (size_t level = 0; level < levels; level++)
        chronicle->level[level] = block_read(table->truth.utility.level, level)[0];
}

static void witness_actor(const struct table *table, int actor, int round,
                          struct chronicle_actor *seen)
{
    seen->mobilised = mobilisation_on(table, actor, 0, round);
    seen->legitimacy = table_of(table->standing, actor)[0];
    seen->weariness = table_of(table->weariness, actor)[0];
    seen->walked = table_of(table->walked, actor)[0] != 0;
    seen->cost = table_of(table->cost, actor)[0];
    seen->exhaustion = table_of(table->exhaustion, actor)[0];
    if (table->scenario->game.actor[actor].neutral)
        return;
    seen->war = table_of(table->truth.war, actor)[0];
    seen->frozen = table_of(table->truth.frozen, actor)[0];
    seen->mood = table_of(table->mood, actor)[0];
    seen->belief_mean = table_of(table->belief_mean, actor)[0];
    seen->belief_sd = sqrt(table_of(table->belief_variance, actor)[0]);
}

static double witness_counted(const struct table *table)
{
    const struct game *game = &table->scenario->game;
    const double *share = table_share(table);
    double sum = 0;
    int left = 0;
    for (int issue = 0; issue < game->issues && share != NULL; issue++)
        if (!game->issue[issue].core) {
            sum += block_read(share, (size_t)issue)[0];
            left++;
        }
    return left == 0 ? 1 : sum / left;
}

static void witness_process(const struct table *table, struct chronicle_process *seen)
{
    double ready[LANES];
    groups_ready(table, ready);
    seen->trust = table->trust[0];
    seen->ready = ready[0];
    seen->counted = witness_counted(table);
    seen->joint = table->joint[0];
    seen->apart = groups_apart(table, 0);
    for (int k = 0; k < table->scenario->process.groups; k++) {
        seen->readiness[k] = table_of(table->readiness, k)[0];
        seen->meets[k] = table_of(table->meets, k)[0];
    }
}

/* Whether a shock is under way; one on the front strikes only where the guns fire. */
static bool witness_struck(const struct table *table, int shock, int round)
{
    bool lasts = block_read(table->shock_ends, (size_t)shock)[0] > round;
    return lasts && (table->scenario->shock[shock].on != SHOCK_FRONT || fighting_in(table, 0));
}

void witness_look(struct table *table, const struct history *history, int round)
{
    if (table->chronicle == NULL)
        return;
    struct chronicle_round *seen = witness_round(table, round);
    if (round == 0)
        witness_begin(table);
    seen->phase = table->phase[0];
    seen->fires = fighting_in(table, 0);
    seen->turns = 0;
    seen->front = table->front[0];
    seen->expected = table->drift[0];
    seen->width = block_read(history->width, (size_t)round)[0];
    seen->confidentiality = table->confidentiality[0];
    seen->credibility = table->credibility[0];
    for (int actor = 0; actor < table->scenario->game.actors; actor++)
        witness_actor(table, actor, round, &seen->actor[actor]);
    witness_moves(table, round, seen);
    witness_levers(table, seen);
    for (int k = 0; k < table->scenario->shocks; k++)
        seen->shock[k] = witness_struck(table, k, round);
    witness_process(table, &seen->process);
}

/* The proposer's chance that the party says yes: what it offers, by its own picture, against what
 * it believes the party claims. */
static double witness_reckoned(const struct table *table, int actor)
{
    double surplus = table_of(table->offer_worth, actor)[0] - table_of(table->claim, actor)[0];
    double doubt = table_of(table->doubt, actor)[0];
    if (doubt == 0)
        return surplus >= 0 ? 1 : 0;
    return special_normal_cdf(surplus / doubt);
}

static void witness_answer(const struct table *table, int actor, bool first,
                           struct chronicle_actor *seen)
{
    seen->asked = table->asked[actor * LANES];
    seen->accepts = table->accepts[actor * LANES];
    seen->worth = table_of(table->worth, actor)[0];
    seen->held = table_of(table->held, actor)[0];
    seen->wanted =
        (first ? table_of(table->resolve, actor)[0] : 0) + table_of(table->friction, actor)[0];
    seen->crossed =
        seen->asked && !seen->accepts && seen->worth - seen->wanted - seen->held + seen->mood >= 0;
    seen->reckoned = actor == table->proposer[0] ? 1 : witness_reckoned(table, actor);
    seen->learned_mean = table_of(table->belief_mean, actor)[0];
    seen->learned_sd = sqrt(table_of(table->belief_variance, actor)[0]);
}

static void witness_mediation(const struct table *table, struct chronicle_round *seen)
{
    const struct mediation *mediation = table->mediation;
    seen->lead = mediation->lead[0];
    seen->proposer = table->proposer[0];
    seen->closed = seen->tabled == TABLED_CLOSED ? mediation->closed[0] : -1;
    if (seen->closed >= 0)
        seen->closed_at = block_read(table->offer, (size_t)seen->closed)[0];
    seen->fell = mediation->fell[0];
    seen->refused = mediation->refused[0];
    seen->called = mediation->called[0];
    seen->bluffed = mediation->bluffed[0];
    for (int actor = 0; actor < table->scenario->game.actors; actor++)
        seen->actor[actor].replied = table_of(mediation->replied, actor)[0] != 0;
}

void witness_talks(struct table *table, const struct history *history, int round)
{
    if (table->chronicle == NULL)
        return;
    const struct game *game = &table->scenario->game;
    struct chronicle_round *seen = witness_round(table, round);
    seen->tabled = table->tabled[0];
    witness_mediation(table, seen);
    seen->fresh = table->chronicle->texts < history->texts[0];
    table->chronicle->texts = history->texts[0];
    seen->leaked = table->text[0] && table->chronicle->leaks < history->leaks[0];
    table->chronicle->leaks = history->leaks[0];
    witness_terms(table, seen);
    if (!table->text[0])
        return;
    struct quantity summit = table->scenario->process.summit.threshold;
    seen->process.collapsed = table->collapsed[0];
    seen->process.collapse =
        groups_collapse(seen->process.ready, table_row(table, &table->truth, summit)[0]);
    struct bargain bargain = witness_bargain(table);
    double hazard[LANES];
    bargain.prospect = table_prospect(table, &table->truth);
    bargain.status_quo = table->status_quo;
    bargain.share = table_share(table);
    bargain_hazard(&bargain, table->offer, hazard);
    seen->hazard = hazard[0];
    for (int issue = 0; issue < game->issues; issue++)
        seen->offer[issue] = block_read(table->offer, (size_t)issue)[0];
    for (int actor = 0; actor < game->actors; actor++)
        if (game_actor_answers(&game->actor[actor]))
            witness_answer(table, actor, table->phase[0] != PHASE_TALKS, &seen->actor[actor]);
}

void witness_turn(const struct table *table, int lane, struct turn turn, int round)
{
    if (table->chronicle == NULL || lane != 0)
        return;
    struct chronicle_round *seen = witness_round(table, round);
    assert(seen->turns < CHRONICLE_TURNS);
    seen->turn[seen->turns++] = turn;
}

static void witness_votes(const struct table *table, struct chronicle_round *seen)
{
    const struct selection *by = &table->scenario->process.ratification.by;
    for (int k = 0; k < by->count; k++) {
        struct chronicle_actor *actor = &seen->actor[by->index[k]];
        double chance[LANES], uniform[LANES];
        uint64_t who = table->scenario->game.actor[by->index[k]].hash;
        peace_chance(table, by->index[k], chance);
        random_uniform(&table->random, PURPOSE_RATIFICATION, who, uniform);
        actor->ratified = true;
        actor->chance = chance[0];
        actor->voted = uniform[0] < chance[0];
    }
}

static void witness_truce(const struct table *table, struct chronicle_round *seen)
{
    const struct game *game = &table->scenario->game;
    for (int actor = 0; actor < game->actors; actor++) {
        if (game->actor[actor].role != ROLE_BELLIGERENT)
            continue;
        double leverage = table_row(table, &table->truth, game->actor[actor].leverage)[0];
        seen->actor[actor].ceasefire =
            seen->actor[actor].frozen - leverage - seen->actor[actor].war;
    }
}

void witness_close(const struct table *table, int round)
{
    if (table->chronicle == NULL)
        return;
    struct chronicle_round *seen = witness_round(table, round);
    bool agreed = seen->phase == PHASE_TALKS || seen->phase == PHASE_SETTLED;
    struct bargain bargain = witness_bargain(table);
    double hazard[LANES];
    seen->after = table->front[0];
    seen->truce = table->truce[0];
    seen->strain = table->strained ? table->strain[0] : 1;
    seen->steps = table->steps_done[0];
    seen->incident = table->incident[0];
    seen->attack = table->attack[0];
    if (seen->truce)
        witness_truce(table, seen);
    if (table->vote[0])
        witness_votes(table, seen);
    if (agreed && seen->tabled != TABLED_TEXT) {
        bargain_hazard(&bargain, table->package, hazard);
        seen->hazard = hazard[0];
    }
}

void witness_end(const struct table *table, const struct history *history)
{
    if (table->chronicle == NULL)
        return;
    const struct game *game = &table->scenario->game;
    struct chronicle *chronicle = table->chronicle;
    struct bargain bargain = witness_bargain(table);
    chronicle->outcome = history->outcome[0];
    chronicle->detail = history->detail[0];
    chronicle->since = history->since[0];
    chronicle->texts = history->texts[0];
    chronicle->rejected = history->rejected[0];
    chronicle->failed = history->failed[0];
    chronicle->victor = table->victor[0];
    for (int issue = 0; issue < game->issues; issue++)
        chronicle->package[issue] = block_read(history->package, (size_t)issue)[0];
    for (int actor = 0; actor < game->actors; actor++) {
        double worth[LANES];
        chronicle->utility[actor] = table_of(history->utility, actor)[0];
        if (game->actor[actor].neutral)
            continue;
        bargain_worth(&bargain, actor, table->package, worth);
        chronicle->worth[actor] = worth[0];
        chronicle->kept[actor] = table_of(table->truth.war, actor)[0];
    }
}
