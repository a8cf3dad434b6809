#include "engine/table.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/aftermath.h"
#include "engine/burden.h"
#include "engine/mediation.h"
#include "engine/memory.h"
#include "engine/season.h"

static void view_new(struct view *view, const struct scenario *scenario)
{
    const struct game *game = &scenario->game;
    size_t actors = (size_t)game->actors;
    size_t rounds = (size_t)(scenario->run.horizon + scenario->run.tail);
    view->values = memory_rows((size_t)scenario->quantities.rows);
    size_t bytes = utility_bytes(game);
    utility_place(&view->utility, game, memory_rows(bytes / (LANES * sizeof(double)) + 1));
    view->start = memory_rows(1);
    view->volatility = memory_rows(1);
    view->violation = memory_rows(1);
    view->line = memory_rows(1);
    view->status_quo = memory_rows((size_t)game->issues);
    view->drift = memory_rows(rounds);
    view->cost = memory_rows(rounds * actors);
    view->collapse = memory_rows(rounds * actors);
    view->victory = memory_rows(3 * actors);
    double **per_actor[] = { &view->war,      &view->frozen,    &view->reach,    &view->annuity,
                             &view->fallback, &view->demand,    &view->discount, &view->optimism,
                             &view->audience, &view->narrative, &view->story };
    for (size_t k = 0; k < sizeof per_actor / sizeof *per_actor; k++)
        *per_actor[k] = memory_rows(actors);
}

static void view_free(struct view *view)
{
    double *rows[] = { view->values,     view->memory,     view->drift,    view->cost,
                       view->collapse,   view->victory,    view->war,      view->frozen,
                       view->reach,      view->annuity,    view->fallback, view->demand,
                       view->discount,   view->optimism,   view->audience, view->start,
                       view->status_quo, view->volatility, view->line,     view->narrative,
                       view->story,      view->violation };
    for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
        free(rows[k]);
    free(view->utility.weight);
}

/* Rows of drivers; how many are one row an actor, and one in all. */
enum { DRIVERS_EACH = 15, DRIVERS_ALL = 6 };

static void drivers_rows(struct drivers *drivers, double **out[DRIVERS_EACH + DRIVERS_ALL])
{
    double **all[DRIVERS_EACH + DRIVERS_ALL] = {
        &drivers->cost,       &drivers->burn,         &drivers->aid,        &drivers->backfill,
        &drivers->damage,     &drivers->capability,   &drivers->bonus,      &drivers->awaited,
        &drivers->paid,       &drivers->gift,         &drivers->expense,    &drivers->audience,
        &drivers->precision,  &drivers->noise,        &drivers->legitimacy, &drivers->doubt,
        &drivers->guarantees, &drivers->verification, &drivers->strain,     &drivers->restraint,
        &drivers->confidence,
    };
    memcpy(out, all, sizeof all);
}

static void drivers_new(struct drivers *drivers, size_t actors)
{
    double **rows[DRIVERS_EACH + DRIVERS_ALL];
    drivers_rows(drivers, rows);
    for (int k = 0; k < DRIVERS_EACH + DRIVERS_ALL; k++)
        *rows[k] = memory_rows(k < DRIVERS_EACH ? actors : 1);
}

static void drivers_free(struct drivers *drivers)
{
    double **rows[DRIVERS_EACH + DRIVERS_ALL];
    drivers_rows(drivers, rows);
    for (int k = 0; k < DRIVERS_EACH + DRIVERS_ALL; k++)
        free(*rows[k]);
}

static void pulls_new(struct pulls *pulls, size_t levers)
{
    pulls->on = memory_new(levers * LANES, sizeof *pulls->on);
    pulls->due = memory_new(levers * LANES, sizeof *pulls->due);
    pulls->age = memory_rows(levers);
    pulls->hard = memory_rows(levers);
}

static void pulls_free(struct pulls *pulls)
{
    free(pulls->hard);
    free(pulls->age);
    free(pulls->due);
    free(pulls->on);
}

/* The rows that a fresh block finds at zero, with how many each holds. */
struct cleared {
    double **rows;
    size_t count;
};

enum { CLEARED = 96 };

static size_t table_cleared(struct table *table, struct cleared out[CLEARED])
{
    const struct scenario *scenario = table->scenario;
    size_t actors = (size_t)scenario->game.actors, issues = (size_t)scenario->game.issues;
    size_t moods = actors * table->acceptance->about.state_rows;
    struct cleared all[] = {
        { &table->front, 1 },
        { &table->status_quo, issues },
        { &table->exhaustion, actors },
        { &table->resource, actors },
        { &table->walked, actors },
        { &table->steps_done, 1 },
        { &table->coercion, 1 },
        { &table->signed_strain, 1 },
        { &table->strain, 1 },
        { &table->left, 1 },
        { &table->strain_offered, 1 },
        { &table->left_offered, 1 },
        { &table->confidentiality, 1 },
        { &table->shock_ends, (size_t)scenario->shocks },
        { &table->jolt, actors },
        { &table->audience, actors },
        { &table->friction, actors },
        { &table->reworked, actors },
        { &table->resolve, actors },
        { &table->mood, actors },
        { &table->mood_state, moods },
        { &table->drift_belief, actors },
        { &table->drift_variance, actors },
        { &table->belief_mean, actors },
        { &table->belief_variance, actors },
        { &table->credibility, 1 },
        { &table->package, issues },
        { &table->offer, issues },
        { &table->low, issues },
        { &table->high, issues },
        { &table->true_low, issues },
        { &table->true_high, issues },
        { &table->bound_low, issues },
        { &table->bound_high, issues },
        { &table->claim, actors },
        { &table->doubt, actors },
        { &table->held, actors },
        { &table->held_picture, actors },
        { &table->refused, issues },
        { &table->refused_worth, actors },
        { &table->refused_held, actors },
        { &table->offer_worth, actors },
        { &table->worth, actors },
        { &table->lever_left, 1 },
        { &table->shock_left, 1 },
        { &table->lever_since, (size_t)scenario->levers },
        { &table->idle, (size_t)scenario->levers },
        { &table->refused_running, actors },
        { &table->cohesion, 1 },
        { &table->lean, 1 },
        { &table->zone_memory, bargain_zone_rows(&scenario->game) },
        { &table->offer_memory, bargain_zone_rows(&scenario->game) },
        { &table->trust, 1 },
        { &table->trust_gain, 1 },
        { &table->trust_loss, 1 },
        { &table->readiness, (size_t)scenario->process.groups },
        { &table->meets, (size_t)scenario->process.groups },
        { &table->fought, 1 },
        { &table->expected_growth, actors },
        { &table->growth, actors },
        { &table->mobilised_from, actors },
        { &table->mobilised_until, actors },
        { &table->mobilised_times, actors },
        { &table->legitimacy, actors },
        { &table->weariness, actors },
        { &table->standing, actors },
        { &table->weight, actors },
        { &table->utility, actors },
    };
    size_t count = sizeof all / sizeof *all;
    assert(count <= CLEARED);
    memcpy(out, all, sizeof all);
    return count;
}

static void table_choose(struct table *table)
{
    const struct scenario *scenario = table->scenario;
    table->protocol = (const struct protocol *)scenario->process.protocol.model;
    table->solver = (const struct solver *)scenario->process.solver.model;
    table->continuation = (const struct continuation *)scenario->process.continuation.model;
    table->acceptance = (const struct acceptance *)scenario->process.acceptance.model;
    table->war = (const struct war *)scenario->conflict.war.model;
    table->agenda = (const struct agenda *)scenario->process.agenda.model;
    table->mediation = mediation_new(scenario, table->protocol);
}

struct table *table_new(const struct scenario *scenario)
{
    struct table *table = memory_new(1, sizeof *table);
    size_t actors = (size_t)scenario->game.actors;
    table->scenario = scenario;
    table_choose(table);
    view_new(&table->truth, scenario);
    view_new(&table->picture, scenario);
    drivers_new(&table->drivers, actors);
    drivers_new(&table->scratch_drivers, actors);
    pulls_new(&table->pulls, (size_t)scenario->levers);
    pulls_new(&table->planned, (size_t)scenario->levers);
    bool allied = scenario->process.cohesion.allies.count > 0;
    table->cohesion_planned = memory_rows(allied ? (size_t)scenario->run.horizon + 1 : 0);
    struct cleared cleared[CLEARED];
    size_t count = table_cleared(table, cleared);
    for (size_t k = 0; k < count; k++)
        *cleared[k].rows = memory_rows(cleared[k].count);
    table->drift = memory_rows(1);
    table->volatility = memory_rows(1);
    table->cost = memory_rows(actors);
    table->calm = memory_rows(actors);
    table->calm_drift = memory_rows(1);
    table->foreseen = memory_rows(actors * (size_t)scenario->run.horizon);
    table->zero = memory_rows(1);
    table->winter = season_new(scenario);
    burden_new(table);
    table->asked = memory_new(actors * LANES, sizeof *table->asked);
    table->accepts = memory_new(actors * LANES, sizeof *table->accepts);
    table->scratch = memory_rows(3 * actors + 2 * (size_t)scenario->game.issues);
    table->shape = memory_new(actors, sizeof *table->shape);
    table->prior_mean = memory_new(actors, sizeof *table->prior_mean);
    table->prior_sd = memory_new(actors, sizeof *table->prior_sd);
    aftermath_new(table);
    return table;
}

void table_free(struct table *table)
{
    if (table == NULL)
        return;
    view_free(&table->truth);
    view_free(&table->picture);
    drivers_free(&table->drivers);
    drivers_free(&table->scratch_drivers);
    pulls_free(&table->pulls);
    pulls_free(&table->planned);
    free(table->cohesion_planned);
    double *rows[] = { table->drift,      table->volatility, table->cost,   table->calm,
                       table->calm_drift, table->foreseen,   table->zero,   table->scratch,
                       table->prior_mean, table->prior_sd,   table->winter, table->grown,
                       table->struck,     table->sheltered };
    for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
        free(rows[k]);
    struct cleared cleared[CLEARED];
    size_t count = table_cleared(table, cleared);
    for (size_t k = 0; k < count; k++)
        free(*cleared[k].rows);
    for (int actor = 0; actor < table->scenario->game.actors; actor++)
        free(table->shape[actor]);
    mediation_free(table->mediation);
    free(table->shape);
    free(table->accepts);
    free(table->asked);
    free(table);
}

void table_clear(struct table *table, uint64_t first, int lanes)
{
    table->lanes = lanes;
    table->random = (struct random){ .seed = (uint64_t)table->scenario->run.seed,
                                     .trial = first,
                                     .lanes = lanes };
    struct cleared cleared[CLEARED];
    size_t count = table_cleared(table, cleared);
    for (size_t k = 0; k < count; k++)
        memset(*cleared[k].rows, 0, cleared[k].count * LANES * sizeof(double));
    for (int lane = 0; lane < LANES; lane++) {
        table->phase[lane] = PHASE_WAR;
        table->since[lane] = 0;
        table->frozen_by[lane] = DETAIL_CEASEFIRE;
        table->victor[lane] = -1;
        table->relapsed[lane] = table->framework[lane] = false;
        table->violated[lane] = table->from_truce[lane] = false;
        table->settled[lane] = table->spoken[lane] = false;
        table->violator[lane] = -1;
        table->incident[lane] = table->attack[lane] = false;
        for (int durable = 0; durable < DURABLES; durable++)
            table->stretch[durable][lane] = (struct stretch){ -1, -1 };
    }
    mediation_clear(table);
}

const double *table_row(const struct table *table, const struct view *view,
                        struct quantity quantity)
{
    return quantity.row < 0 ? table->zero : block_read(view->values, (size_t)quantity.row);
}

struct prospect table_prospect(const struct table *table, const struct view *view)
{
    return (struct prospect){
        .discount = view->discount,
        .fallback = view->fallback,
        .bonus = table->drivers.bonus,
        .audience = view->audience,
        .demand = view->demand,
        .narrative = game_has_narrative(&table->scenario->game) ? view->narrative : NULL,
        .story = view->story,
        .hazard = view->violation,
        .credibility = table->credibility,
        .guarantees = table->drivers.guarantees,
        .verification = table->drivers.verification,
        .exposure = table->exposed ? &view->offered : NULL,
    };
}

struct prospect table_prospect_in_force(const struct table *table, const struct view *view)
{
    struct prospect prospect = table_prospect(table, view);
    prospect.exposure = table->exposed ? &view->in_force : NULL;
    return prospect;
}
