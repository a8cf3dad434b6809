#include "engine/table.h"

#include <stdlib.h>
#include <string.h>

#include "engine/aftermath.h"
#include "engine/burden.h"
#include "engine/mediation.h"
#include "engine/memory.h"
#include "engine/season.h"
#include "engine/table_rows.h"

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

/* One for what resources have come to, one each for levers, mobilisations and shocks. */
static void table_pushes_new(struct table *table)
{
    const struct scenario *scenario = table->scenario;
    size_t levers = (size_t)scenario->levers, actors = (size_t)scenario->game.actors;
    size_t pushes = 1 + levers + actors + (size_t)scenario->shocks;
    table->push_drift = memory_rows(pushes);
    table->push_left = memory_rows(pushes);
    table->unplanned = memory_new(levers, sizeof *table->unplanned);
}

struct table *table_new(const struct scenario *scenario)
{
    struct table *table = memory_new(1, sizeof *table);
    size_t actors = (size_t)scenario->game.actors;
    table->scenario = scenario;
    table_choose(table);
    view_new(&table->truth, scenario);
    view_new(&table->picture, scenario);
    table_drivers_new(&table->drivers, actors);
    table_drivers_new(&table->scratch_drivers, actors);
    pulls_new(&table->pulls, (size_t)scenario->levers);
    pulls_new(&table->planned, (size_t)scenario->levers);
    bool allied = scenario->process.cohesion.allies.count > 0;
    table->cohesion_planned = memory_rows(allied ? (size_t)scenario->run.horizon + 1 : 0);
    struct table_cleared cleared[TABLE_CLEARED];
    size_t count = table_rows_cleared(table, cleared);
    for (size_t k = 0; k < count; k++)
        *cleared[k].rows = memory_rows(cleared[k].count);
    table->drift = memory_rows(1);
    table->volatility = memory_rows(1);
    table->cost = memory_rows(actors);
    table->foreseen = memory_rows(actors * (size_t)scenario->run.horizon);
    table_pushes_new(table);
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
    table_drivers_free(&table->drivers);
    table_drivers_free(&table->scratch_drivers);
    pulls_free(&table->pulls);
    pulls_free(&table->planned);
    free(table->cohesion_planned);
    double *rows[] = { table->drift,      table->volatility, table->cost,   table->push_drift,
                       table->push_left,  table->foreseen,   table->zero,   table->scratch,
                       table->prior_mean, table->prior_sd,   table->winter, table->grown,
                       table->struck,     table->sheltered };
    for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
        free(rows[k]);
    struct table_cleared cleared[TABLE_CLEARED];
    size_t count = table_rows_cleared(table, cleared);
    for (size_t k = 0; k < count; k++)
        free(*cleared[k].rows);
    for (int actor = 0; actor < table->scenario->game.actors; actor++)
        free(table->shape[actor]);
    mediation_free(table->mediation);
    free(table->shape);
    free(table->unplanned);
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
    struct table_cleared cleared[TABLE_CLEARED];
    size_t count = table_rows_cleared(table, cleared);
    for (size_t k = 0; k < count; k++)
        memset(*cleared[k].rows, 0, cleared[k].count * LANES * sizeof(double));
    for (int lane = 0; lane < LANES; lane++) {
        table->phase[lane] = PHASE_WAR;
        table->since[lane] = 0;
        table->agreed_from[lane] = -1;
        table->frozen_by[lane] = DETAIL_CEASEFIRE;
        table->victor[lane] = -1;
        table->relapsed[lane] = table->ratified[lane] = false;
        table->violated[lane] = table->from_truce[lane] = false;
        table->spoken[lane] = false;
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

const double *table_share(const struct table *table)
{
    return table->scenario->process.comprehensive.staged ? table->share : NULL;
}
