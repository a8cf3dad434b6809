#include "engine/talks.h"

#include <math.h>
#include <string.h>

/* A text that was refused is not tabled again unless some party's worth of it, or of what it keeps
 * by refusing, has moved by more than this. */
static const double stale = 0.01;

/* Talks go on where no party whose consent is needed, nor the proposer, has walked away. */
static bool talks_attended(const struct table *table, int lane)
{
    const struct game *game = &table->scenario->game;
    for (int actor = 0; actor < game->actors; actor++) {
        bool needed = actor == table->proposer || game->actor[actor].role == ROLE_BELLIGERENT;
        if (needed && table_of(table->walked, actor)[lane] != 0)
            return false;
    }
    return true;
}

/* A first text may be tabled in war, unless a ceasefire is to come first, and in a freeze; once
 * talks have begun. */
static bool talks_due(const struct table *table, int lane)
{
    const struct process *process = &table->scenario->process;
    bool fighting = table->phase[lane] == PHASE_WAR && !process->ceasefire.first;
    bool begun = (long)table->random.round > process->from;
    return begun && (fighting || table->phase[lane] == PHASE_FROZEN);
}

static void talks_open(struct table *table)
{
    const struct scenario *scenario = table->scenario;
    const double *rate = table_row(table, &table->truth, scenario->process.comprehensive.rate);
    bool eligible[LANES], attended[LANES];
    for (int lane = 0; lane < table->lanes; lane++) {
        attended[lane] = talks_attended(table, lane);
        table->tabled[lane] = attended[lane] ? TABLED_NOT_DUE : TABLED_ABSENT;
        eligible[lane] = attended[lane] && talks_due(table, lane);
    }
    table->protocol->table(scenario->process.protocol.settings, table->truth.values, &table->random,
                           eligible, table->text);
    if (!scenario->process.comprehensive.staged)
        return;
    double uniform[LANES];
    random_uniform(&table->random, PURPOSE_TEXT, 1, uniform);
    for (int lane = 0; lane < table->lanes; lane++)
        if (table->phase[lane] == PHASE_TALKS)
            table->text[lane] = attended[lane] && uniform[lane] < rate[lane];
}

/* What a party keeps by refusing, in a view: in war W, in a freeze F, behind a framework the
 * framework, without the incentives that wait for more. */
static void talks_held(struct table *table, const struct view *view, const struct utility *utility,
                       int actor, double *held)
{
    struct bargain bargain = { .game = &table->scenario->game,
                               .utility = utility,
                               .lanes = table->lanes,
                               .prospect = table_prospect(table, view),
                               .asked = table->text };
    const double *war = table_of(view->war, actor), *frozen = table_of(view->frozen, actor);
    const double *awaited = table_of(table->drivers.awaited, actor);
    double framework[LANES];
    bargain_worth(&bargain, actor, table->package, framework);
    for (int lane = 0; lane < table->lanes; lane++) {
        double fighting = table->phase[lane] == PHASE_FROZEN ? frozen[lane] : war[lane];
        held[lane] = table->phase[lane] == PHASE_TALKS ? framework[lane] - awaited[lane] : fighting;
    }
}

/* Claims and doubts about one party, as the proposer sees them; its own are certain. */
static void talks_claim(struct table *table, int actor)
{
    const struct scenario *scenario = table->scenario;
    double *claim = table_of(table->claim, actor), *doubt = table_of(table->doubt, actor);
    const double *held = table_of(table->held_picture, actor),
                 *resolve = table_of(table->resolve, actor);
    const double *mean = table_of(table->belief_mean, actor),
                 *variance = table_of(table->belief_variance, actor);
    const double *noise = table_row(table, &table->truth, scenario->process.noise);
    const double *clearer = table_of(table->drivers.noise, actor);
    double spread[LANES];
    table->acceptance->spread(scenario->process.acceptance.settings, table->truth.values, spread,
                              table->lanes);
    for (int lane = 0; lane < table->lanes; lane++) {
        bool signing = table->phase[lane] != PHASE_TALKS, own = actor == table->proposer;
        double misread = noise[lane] * clearer[lane];
        double other = spread[lane] * spread[lane] + misread * misread;
        double believed = own ? resolve[lane] : mean[lane];
        claim[lane] = held[lane] + (signing ? believed : 0);
        doubt[lane] = own ? 0 : sqrt(other + (signing ? variance[lane] : 0));
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
        if (actor == table->proposer)
            memcpy(picture, held, LANES * sizeof *held);
        talks_claim(table, actor);
    }
}

/* Hard red lines bound a first text; behind a framework its core issues are settled. */
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
}

/* U of the offer, party by party, as the proposer sees it. */
static void talks_appraise(struct table *table)
{
    const struct game *game = &table->scenario->game;
    struct bargain bargain = { .game = game,
                               .utility = &table->picture.utility,
                               .prospect = table_prospect(table, &table->picture),
                               .lanes = table->lanes };
    for (int actor = 0; actor < game->actors; actor++)
        if (game_actor_answers(&game->actor[actor]))
            bargain_worth(&bargain, actor, table->offer, table_of(table->offer_worth, actor));
}

/* Whether the offer is the text that was refused last, with values where they were. */
static bool talks_stale(const struct table *table, int lane)
{
    const struct game *game = &table->scenario->game;
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

void talks_propose(struct table *table, struct history *history)
{
    const struct scenario *scenario = table->scenario;
    talks_open(table);
    talks_claims(table);
    talks_bounds(table);
    int self = table->proposer;
    bool party = self >= 0 && !scenario->game.actor[self].neutral;
    struct bargain bargain = {
        .game = &scenario->game,
        .utility = &table->picture.utility,
        .prospect = table_prospect(table, &table->picture),
        .lanes = table->lanes,
        .asked = table->text,
        .low = table->bound_low,
        .high = table->bound_high,
        .status_quo = table->status_quo,
        .claim = table->claim,
        .doubt = table->doubt,
        .shape = (const double *const *)table->shape,
        .proposer = self,
        .proposer_fallback = party ? table_of(table->held, self) : table->zero,
        .trace = table->offer_memory,
    };
    bool found[LANES] = { false };
    table->solver->solve(scenario->process.solver.settings, table->truth.values, &bargain,
                         table->offer, found);
    talks_appraise(table);
    for (int lane = 0; lane < table->lanes; lane++) {
        bool repeated =
            history->rejected[lane] > 0 && table->text[lane] && talks_stale(table, lane);
        if (table->text[lane])
            table->tabled[lane] = !found[lane] ? TABLED_NONE
                                  : repeated   ? TABLED_STALE
                                               : TABLED_TEXT;
        table->text[lane] = table->tabled[lane] == TABLED_TEXT;
        history->texts[lane] += table->text[lane];
    }
}
