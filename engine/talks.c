#include "engine/talks.h"

#include <math.h>

#include "engine/friction.h"
#include "engine/groups.h"
#include "engine/mediation.h"

/* A text that was refused is not tabled again unless some party's worth of it, or of what it keeps
 * by refusing, has moved by more than this. */
static const double stale = 0.01;

/* A first text may be tabled in war, unless a ceasefire is to come first, and in a freeze; once
 * talks have begun. */
static bool talks_due(const struct table *table, int lane)
{
    const struct process *process = &table->scenario->process;
    bool fighting = table->phase[lane] == PHASE_WAR && !process->ceasefire.first;
    bool begun = (long)table->random.round > process->from;
    return begun && (fighting || table->phase[lane] == PHASE_FROZEN);
}

/* Behind a framework the lead tables comprehensive texts. */
static void talks_comprehensive(struct table *table, const bool *may)
{
    const double *rate =
        table_row(table, &table->truth, table->scenario->process.comprehensive.rate);
    double uniform[LANES];
    random_uniform(&table->random, PURPOSE_TEXT, 1, uniform);
    for (int lane = 0; lane < table->lanes; lane++)
        if (table->phase[lane] == PHASE_TALKS)
            table->text[lane] =
                may[lane] && uniform[lane] < rate[lane] * table->mediation->pace[lane];
}

static void talks_open(struct table *table)
{
    const struct process *process = &table->scenario->process;
    bool eligible[LANES], may[LANES];
    mediation_open(table);
    for (int lane = 0; lane < table->lanes; lane++) {
        may[lane] = mediation_attended(table, lane) && !table->mediation->waiting[lane];
        table->tabled[lane] = may[lane] ? TABLED_NOT_DUE : TABLED_ABSENT;
    }
    groups_let(table, may);
    for (int lane = 0; lane < table->lanes; lane++)
        eligible[lane] = may[lane] && talks_due(table, lane);
    table->protocol->table(process->protocol.settings, table->truth.values, &table->random,
                           table->mediation->pace, eligible, table->text);
    if (process->comprehensive.staged)
        talks_comprehensive(table, may);
    for (int lane = 0; lane < table->lanes; lane++)
        eligible[lane] |= may[lane] && table->phase[lane] == PHASE_TALKS;
    mediation_others(table, eligible);
}

/* What a party keeps by refusing, in a view: in war W, in a freeze F, behind a framework the
 * framework, without the incentives that wait for more. */
static void talks_held(struct table *table, const struct view *view, const struct utility *utility,
                       int actor, double *held)
{
    struct bargain bargain = { .game = &table->scenario->game,
                               .utility = utility,
                               .lanes = table->lanes,
                               .prospect = table_prospect_in_force(table, view),
                               .asked = table->text };
    const double *war = table_of(view->war, actor), *frozen = table_of(view->frozen, actor);
    double framework[LANES];
    bargain.prospect.bonus = table->drivers.kept;
    bargain_worth(&bargain, actor, table->package, framework);
    for (int lane = 0; lane < table->lanes; lane++) {
        double fighting = table->phase[lane] == PHASE_FROZEN ? frozen[lane] : war[lane];
        held[lane] = table->phase[lane] == PHASE_TALKS ? framework[lane] : fighting;
    }
}

void talks_misread(const struct table *table, int actor, double *variance)
{
    const struct process *process = &table->scenario->process;
    double spread[LANES], room[LANES];
    const double *noise = mediation_noise(table, room);
    const double *clearer = table_of(table->drivers.noise, actor);
    table->acceptance->spread(process->acceptance.settings, table->truth.values, spread,
                              table->lanes);
    for (int lane = 0; lane < table->lanes; lane++) {
        double unclear = noise[lane] * clearer[lane];
        variance[lane] = spread[lane] * spread[lane] + unclear * unclear;
    }
    groups_misread(table, variance);
}

/* Claims and doubts about one party, as the proposer sees them; its own are certain. */
static void talks_claim(struct table *table, int actor)
{
    double *claim = table_of(table->claim, actor), *doubt = table_of(table->doubt, actor);
    const double *held = table_of(table->held_picture, actor),
                 *resolve = table_of(table->resolve, actor);
    const double *mean = table_of(table->belief_mean, actor),
                 *variance = table_of(table->belief_variance, actor);
    const double *friction = table_of(table->friction, actor);
    double other[LANES];
    talks_misread(table, actor, other);
    for (int lane = 0; lane < table->lanes; lane++) {
        bool signing = table->phase[lane] != PHASE_TALKS, own = actor == table->proposer[lane];
        double believed = own ? resolve[lane] : mean[lane];
        claim[lane] = held[lane] + (signing ? believed : 0) + friction[lane];
        doubt[lane] = own ? 0 : sqrt(other[lane] + (signing ? variance[lane] : 0));
    }
}

static void talks_claims(struct table *table)
{
    const struct game *game = &table->scenario->game;
    for (int actor = 0; actor < game->actors; actor++) {
        if (game->actor[actor].neutral)
            continue;
        double *held = table_of(table->held, actor),
               *picture = table_of(table->held_picture, actor);
        talks_held(table, &table->truth, &table->truth.utility, actor, held);
        talks_held(table, &table->picture, &table->picture.utility, actor, picture);
        for (int lane = 0; lane < table->lanes; lane++)
            if (actor == table->proposer[lane])
                picture[lane] = held[lane];
        talks_claim(table, actor);
    }
}

/* Hard red lines bound a first text; behind a framework its core issues are settled. On parallel
 * tracks some issues cannot move. */
static void talks_bounds(struct table *table)
{
    const struct game *game = &table->scenario->game;
    for (int issue = 0; issue < game->issues; issue++) {
        size_t row = (size_t)issue;
        const double *agreed = block_row(table->package, row);
        for (int lane = 0; lane < table->lanes; lane++) {
            bool settled = table->phase[lane] == PHASE_TALKS && game->issue[issue].core;
            block_row(table->bound_low, row)[lane] =
                settled ? agreed[lane] : block_row(table->low, row)[lane];
            block_row(table->bound_high, row)[lane] =
                settled ? agreed[lane] : block_row(table->high, row)[lane];
        }
    }
    groups_bound(table);
}

/* U of the offer, party by party, as the proposer sees it. */
static void talks_appraise(struct table *table)
{
    const struct game *game = &table->scenario->game;
    struct bargain bargain = { .game = game,
                               .utility = &table->picture.utility,
                               .prospect = table_prospect(table, &table->picture),
                               .lanes = table->lanes,
                               .status_quo = table->status_quo,
                               .share = table_share(table) };
    for (int actor = 0; actor < game->actors; actor++)
        if (game_actor_answers(&game->actor[actor]))
            bargain_worth(&bargain, actor, table->offer, table_of(table->offer_worth, actor));
}

/* Whether the offer is the text that was refused last, with values where they were. */
static bool talks_stale(const struct table *table, int lane)
{
    const struct game *game = &table->scenario->game;
    if (table->fallen[lane])
        return false;
    for (int issue = 0; issue < game->issues; issue++)
        if (fabs(block_row(table->offer, (size_t)issue)[lane] -
                 block_row(table->refused, (size_t)issue)[lane]) > 1e-6)
            return false;
    for (int actor = 0; actor < game->actors; actor++)
        if (fabs(table_of(table->offer_worth, actor)[lane] -
                 table_of(table->refused_worth, actor)[lane]) > stale ||
            fabs(table_of(table->held_picture, actor)[lane] -
                 table_of(table->refused_held, actor)[lane]) > stale)
            return false;
    return true;
}

/* Whether only the core issues of the text would come into force. */
static void talks_first(const struct table *table, bool *first)
{
    const struct scenario *scenario = table->scenario;
    bool staged = scenario->process.comprehensive.staged && game_has_core(&scenario->game);
    for (int lane = 0; lane < table->lanes; lane++)
        first[lane] = staged && table->phase[lane] != PHASE_TALKS;
}

/* One proposer's texts, in the lanes that are its own. */
static void talks_compose(struct table *table, int proposer, int *turn)
{
    const struct scenario *scenario = table->scenario;
    bool party = proposer >= 0 && !scenario->game.actor[proposer].neutral, any = false;
    bool asked[LANES], first[LANES];
    int reached[LANES];
    for (int lane = 0; lane < table->lanes; lane++) {
        asked[lane] = table->text[lane] && table->tabled[lane] == TABLED_NOT_DUE &&
                      table->proposer[lane] == proposer;
        any |= asked[lane];
    }
    if (!any)
        return;
    talks_first(table, first);
    struct agenda_task task = {
        .solver = table->solver,
        .settings = scenario->process.solver.settings,
        .values = table->truth.values,
        .first = first,
        .memory = table->mediation->agenda,
        .bargain = { .game = &scenario->game,
                     .utility = &table->picture.utility,
                     .prospect = table_prospect(table, &table->picture),
                     .lanes = table->lanes,
                     .asked = asked,
                     .low = table->bound_low,
                     .high = table->bound_high,
                     .status_quo = table->status_quo,
                     .share = table_share(table),
                     .claim = table->claim,
                     .doubt = table->doubt,
                     .shape = (const double *const *)table->shape,
                     .proposer = proposer,
                     .proposer_fallback = party ? table_of(table->held, proposer) : table->zero,
                     .trace = table->offer_memory },
    };
    table->agenda->compose(&task, table->offer, reached, table->mediation->closed);
    for (int lane = 0; lane < table->lanes; lane++)
        turn[lane] = asked[lane] ? reached[lane] : turn[lane];
}

/* What came of a turn to table a new text. */
static int talks_came(const struct table *table, const struct history *history, int turn, int lane)
{
    if (turn == AGENDA_NONE)
        return TABLED_NONE;
    if (turn == AGENDA_CLOSED)
        return TABLED_CLOSED;
    bool repeated =
        history->rejected[lane] > 0 && !table->mediation->again[lane] && talks_stale(table, lane);
    return repeated ? TABLED_STALE : TABLED_TEXT;
}

void talks_propose(struct table *table, struct history *history)
{
    const struct mediation *mediation = table->mediation;
    int turn[LANES];
    talks_open(table);
    talks_reply(table);
    friction_weigh(table);
    talks_claims(table);
    talks_bounds(table);
    if (mediation->proposers == 0)
        talks_compose(table, -1, turn);
    for (int rank = 0; rank < mediation->proposers; rank++)
        talks_compose(table, mediation->proposer[rank], turn);
    talks_appraise(table);
    for (int lane = 0; lane < table->lanes; lane++) {
        if (table->text[lane] && table->tabled[lane] == TABLED_NOT_DUE) {
            table->tabled[lane] = talks_came(table, history, turn[lane], lane);
            history->texts[lane] += table->tabled[lane] == TABLED_TEXT;
            if (table->tabled[lane] == TABLED_STALE)
                mediation_forget(table, lane);
        }
        table->text[lane] = table->tabled[lane] == TABLED_TEXT;
    }
    talks_wait(table);
    friction_note(table);
}
