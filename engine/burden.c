#include "engine/burden.h"

#include "engine/memory.h"
#include "engine/season.h"
#include "engine/surprise.h"

void burden_new(struct table *table)
{
    const struct scenario *scenario = table->scenario;
    size_t actors = (size_t)scenario->game.actors, kinds = 0;
    size_t rounds = (size_t)(scenario->run.horizon + scenario->run.tail);
    bool strikes = false;
    for (size_t actor = 0; actor < actors; actor++) {
        const struct actor_war *war = &scenario->game.actor[actor].war;
        kinds += (size_t)war->kinds;
        for (int k = 0; k < war->kinds; k++)
            strikes |= war->kind[k].strikes;
    }
    table->grown = memory_rows(kinds);
    table->struck = strikes ? memory_rows(rounds * actors) : NULL;
    table->sheltered = strikes ? memory_rows(rounds * actors) : NULL;
}

/* The rows of an actor's kinds. */
static double *burden_grown(const struct table *table, int actor)
{
    size_t before = 0;
    for (int other = 0; other < actor; other++)
        before += (size_t)table->scenario->game.actor[other].war.kinds;
    return block_row(table->grown, before);
}

void burden_open(struct table *table, int lanes)
{
    const struct game *game = &table->scenario->game;
    for (int actor = 0; actor < game->actors; actor++)
        for (int k = 0; k < game->actor[actor].war.kinds; k++)
            block_fill(block_row(burden_grown(table, actor), (size_t)k), 1, lanes);
}

const double *burden_rate(const struct table *table, const struct view *view, int actor,
                          const double *rate, const double *added, double *room, int lanes)
{
    struct quantity stress = table->scenario->game.actor[actor].war.stress;
    if (stress.expected <= 0)
        return rate;
    const double *strained = table_row(table, view, stress);
    for (int lane = 0; lane < lanes; lane++)
        room[lane] = rate[lane] + strained[lane] * added[lane];
    return room;
}

/* One kind in one round, added to `cost`; what it costs grows up to the horizon. */
static void burden_add(const struct table *table, const struct view *view, int actor, int k,
                       int round, const double *exhaustion, double *cost, int lanes)
{
    const struct burden_kind *kind = &table->scenario->game.actor[actor].war.kind[k];
    const double *own = table_row(table, view, kind->cost);
    const double *growth = table_row(table, view, kind->growth);
    const double *season = table_row(table, view, kind->season);
    const double *convexity = table_row(table, view, kind->convexity);
    const double *permanent = table_row(table, view, kind->permanent);
    const double *discount = block_read(view->discount, (size_t)actor);
    double *grown = block_row(burden_grown(table, actor), (size_t)k);
    double winter = season_winter(table, round);
    bool frozen = round >= table->scenario->run.horizon;
    for (int lane = 0; lane < lanes; lane++) {
        struct burden burden = { own[lane], season[lane], convexity[lane], permanent[lane] };
        cost[lane] += burden_cost(&burden, grown[lane], winter, exhaustion[lane], discount[lane]);
        grown[lane] *= frozen ? 1 : 1 + growth[lane];
    }
}

/* Notes what strikes cost, for the truth's plan. */
static void burden_note(const struct table *table, size_t row, const double *struck,
                        const double *sheltered, int lanes)
{
    for (int lane = 0; lane < lanes; lane++) {
        block_row(table->struck, row)[lane] = struck[lane];
        block_row(table->sheltered, row)[lane] = sheltered[lane];
    }
}

void burden_path(const struct table *table, struct view *view, int actor, int round,
                 const struct drivers *planned, const double *exhaustion, int lanes)
{
    const struct actor_war *war = &table->scenario->game.actor[actor].war;
    size_t row = (size_t)(round * table->scenario->game.actors + actor);
    const double *sheltered = table_of(planned->damage, actor);
    double *cost = block_row(view->cost, row), *collapse = block_row(view->collapse, row);
    double struck[LANES] = { 0 };
    for (int k = 0; k < war->kinds; k++)
        burden_add(table, view, actor, k, round, exhaustion, war->kind[k].strikes ? struck : cost,
                   lanes);
    for (int lane = 0; lane < lanes && war->kinds > 0; lane++)
        cost[lane] += struck[lane] * sheltered[lane];
    if (table->struck != NULL && view == &table->truth)
        burden_note(table, row, struck, sheltered, lanes);
    for (int lane = 0; lane < lanes && war->endurance.hazard.expected > 0; lane++) {
        double hazard = collapse[lane] + burden_endured(table, view, actor, round, lane);
        collapse[lane] = hazard > 1 ? 1 : hazard;
    }
}

void burden_bleed(struct table *table, struct view *view, int round, int lanes)
{
    const struct game *game = &table->scenario->game;
    const double *drift = block_read(view->drift, (size_t)round);
    for (int actor = 0; actor < game->actors; actor++) {
        const struct actor *self = &game->actor[actor];
        if (self->war.casualties.expected <= 0 || table->war->at_once)
            continue;
        const double *price = table_row(table, view, self->war.casualties);
        double *cost = block_row(view->cost, (size_t)(round * game->actors + actor));
        for (int lane = 0; lane < lanes; lane++)
            cost[lane] += burden_casualties(price[lane], game_actor_toward(self), drift[lane]);
    }
}

/* What was not planned adds to this round's cost, and to W for `left` rounds. */
static void burden_surprise(struct table *table, int actor, const double *extra, const double *left)
{
    double *cost = table_of(table->cost, actor);
    for (int lane = 0; lane < table->lanes; lane++)
        cost[lane] += extra[lane];
    surprise_cost(table, actor, extra, left);
}

/* What lasts for good lasts so many rounds. */
static const double burden_good = 1e6;

/* Rounds that a cause lasts, 0 for good. */
static void burden_left(const struct table *table, const double *rounds, double *left)
{
    for (int lane = 0; lane < table->lanes; lane++)
        left[lane] = rounds[lane] > 0 ? rounds[lane] : burden_good;
}

/* A plain cost that has grown otherwise, since pressure was not as planned, stays so for good. */
static void burden_stress(struct table *table, int actor, int round)
{
    const struct actor_war *war = &table->scenario->game.actor[actor].war;
    const double *own = table_row(table, &table->truth, war->cost);
    const double *rate = table_row(table, &table->truth, war->cost_growth);
    const double *stress = table_row(table, &table->truth, war->stress);
    const double *added = table_of(table->drivers.cost, actor);
    double *planned = table_of(table->expected_growth, actor);
    double *real = table_of(table->growth, actor);
    double extra[LANES], left[LANES];
    for (int lane = 0; lane < table->lanes; lane++) {
        extra[lane] = own[lane] * (real[lane] - planned[lane]);
        left[lane] = burden_good;
    }
    burden_surprise(table, actor, extra, left);
    if (round >= table->scenario->run.horizon - 1)
        return;
    const double *foreseen =
        block_read(table->foreseen, (size_t)(round * table->scenario->game.actors + actor));
    for (int lane = 0; lane < table->lanes; lane++) {
        planned[lane] *= 1 + rate[lane] + stress[lane] * foreseen[lane];
        real[lane] *= 1 + rate[lane] + stress[lane] * added[lane];
    }
}

static void burden_shelter(struct table *table, int actor, size_t row)
{
    const double *struck = block_read(table->struck, row);
    const double *planned = block_read(table->sheltered, row);
    const double *real = table_of(table->drivers.damage, actor);
    double extra[LANES], left[LANES];
    burden_left(table, table_of(table->shelter_left, actor), left);
    for (int lane = 0; lane < table->lanes; lane++)
        extra[lane] = struck[lane] * (real[lane] - planned[lane]);
    burden_surprise(table, actor, extra, left);
}

/* Whatever pushes the front otherwise than planned has its own share, for as long as it lasts. */
static void burden_fallen(struct table *table, int actor, int round)
{
    const struct actor *self = &table->scenario->game.actor[actor];
    const double *price = table_row(table, &table->truth, self->war.casualties);
    const double *before = block_read(table->truth.drift, (size_t)round);
    double toward = game_actor_toward(self), extra[LANES], left[LANES];
    for (int push = 0; push < table->pushes; push++) {
        const double *drift = table_of(table->push_drift, push);
        burden_left(table, table_of(table->push_left, push), left);
        for (int lane = 0; lane < table->lanes; lane++)
            extra[lane] = burden_casualties(price[lane], toward, drift[lane]) -
                          burden_casualties(price[lane], toward, before[lane]);
        burden_surprise(table, actor, extra, left);
        before = drift;
    }
}

void burden_prepare(struct table *table, int round)
{
    const struct scenario *scenario = table->scenario;
    int last = (int)scenario->run.horizon - 1, now = round < last ? round : last;
    for (int actor = 0; actor < scenario->game.actors; actor++) {
        const struct actor_war *war = &scenario->game.actor[actor].war;
        if (war->stress.expected > 0)
            burden_stress(table, actor, round);
        if (table->struck != NULL && war->kinds > 0)
            burden_shelter(table, actor, (size_t)(now * scenario->game.actors + actor));
        if (war->casualties.expected > 0 && !table->war->at_once)
            burden_fallen(table, actor, now);
    }
}

double burden_endured(const struct table *table, const struct view *view, int actor, double fought,
                      int lane)
{
    const struct endurance *endurance = &table->scenario->game.actor[actor].war.endurance;
    double before = table_row(table, view, table->scenario->conflict.age)[lane];
    return burden_endurance(table_row(table, view, endurance->rounds)[lane],
                            table_row(table, view, endurance->hazard)[lane], before + fought);
}
