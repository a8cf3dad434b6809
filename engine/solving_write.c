#include <math.h>

#include "engine/solving.h"

static const char *solving_actor(const struct solving *solving, int actor)
{
    return actor < 0 ? NULL : solving->scenario->game.actor[actor].name;
}

/* Plain numbers [actor], of those who can refuse. */
static void solving_write_actors(struct json *json, const struct solving *solving, const char *name,
                                 const double *number)
{
    if (number == NULL) {
        json_text(json, name, NULL);
        return;
    }
    json_row(json, name);
    for (int actor = 0; actor < solving->scenario->game.actors; actor++)
        if (solving_counts(solving, actor))
            json_number(json, solving_actor(solving, actor), number[actor]);
    json_end(json);
}

static void solving_write_positions(struct json *json, const struct solving *solving,
                                    const char *name, const double *rows)
{
    const struct game *game = &solving->scenario->game;
    json_row(json, name);
    for (int issue = 0; issue < game->issues; issue++)
        json_number(json, game->issue[issue].name, block_read(rows, (size_t)issue)[0]);
    json_end(json);
}

static void solving_write_levels(struct json *json, const struct solving *solving,
                                 const double *rows)
{
    const struct game *game = &solving->scenario->game;
    json_row(json, "levels");
    for (int issue = 0; issue < game->issues; issue++) {
        int level = solving_level(solving, issue, block_read(rows, (size_t)issue)[0]);
        json_text(json, game->issue[issue].name,
                  level < 0 ? NULL : game->issue[issue].level[level].name);
    }
    json_end(json);
}

/* What is known of a package. */
static void solving_write_package(struct json *json, const struct solving *solving,
                                  const struct solving_row *row)
{
    solving_write_positions(json, solving, "package", row->at);
    solving_write_levels(json, solving, row->at);
    solving_write_actors(json, solving, "utilities", row->worth);
    solving_write_actors(json, solving, "gains", row->gain);
    json_array(json, "refused_by");
    for (int actor = 0; actor < solving->scenario->game.actors; actor++)
        if (row->needed[actor] && row->gain[actor] < -SOLVING_SLIGHT)
            json_text(json, NULL, solving_actor(solving, actor));
    json_end(json);
    json_number(json, "least_gain", row->least);
    json_number(json, "nash_product", row->nash);
    json_number(json, "lost", row->lost);
    json_number(json, "slack", row->slack);
    json_number(json, "distance", row->distance);
}

/* The row of a kind of which there is one at most, the first. */
static void solving_write_mark(struct json *json, const struct solving *solving, const char *name,
                               int kind)
{
    if (solving->rows == 0 || solving->row[0].kind != kind) {
        json_text(json, name, NULL);
        return;
    }
    json_object(json, name);
    json_number(json, "gap", solving->row[0].gap);
    solving_write_package(json, solving, &solving->row[0]);
    json_end(json);
}

/* Plain numbers [party] of the frontier's. */
static void solving_write_parties(struct json *json, const struct solving *solving,
                                  const char *name, const double *number)
{
    json_object(json, name);
    for (int i = 0; i < solving->parties; i++)
        json_number(json, solving_actor(solving, solving->party[i]), number[i]);
    json_end(json);
}

/* Shares of 1, or none. */
static void solving_write_weights(struct json *json, const struct solving *solving,
                                  const double *weight)
{
    bool known = false;
    for (int i = 0; i < solving->parties; i++)
        known = known || weight[i] > 0;
    if (known)
        solving_write_parties(json, solving, "weights", weight);
    else
        json_text(json, "weights", NULL);
}

static void solving_write_front(struct json *json, const struct solving *solving)
{
    const struct game *game = &solving->scenario->game;
    json_array(json, "frontier");
    for (int m = 0; m < solving->points; m++) {
        const struct pareto_point *point = &solving->point[m];
        json_object(json, NULL);
        json_object(json, "package");
        for (int k = 0; k < game->issues; k++)
            json_number(json, game->issue[k].name, point->package[k]);
        json_end(json);
        solving_write_parties(json, solving, "utilities", point->worth);
        solving_write_weights(json, solving, point->weight);
        json_number(json, "gap", point->gap);
        json_end(json);
    }
    json_end(json);
}

static void solving_write_head(struct json *json, const struct solving *solving)
{
    const struct scenario *scenario = solving->scenario;
    json_text(json, "schema", "zopa.solve/1");
    json_text(json, "version", ZOPA_VERSION);
    json_text(json, "scenario", scenario->name);
    json_text(json, "title", scenario->title);
    json_text(json, "scenario_sha256", scenario->sha256);
    json_text(json, "proposer", solving_actor(solving, solving->proposer));
    solving_write_positions(json, solving, "status_quo", solving->bargain.status_quo);
    solving_write_actors(json, solving, "claims", solving->claim);
    solving_write_actors(json, solving, "doubts", solving->doubt);
    solving_write_actors(json, solving, "ideals", solving->ideal);
    json_number(json, "width", solving->width);
    json_number(json, "width_bound", solving->bound);
    if (solving->scenario->game.issues == 1 && solving->low <= solving->high)
        json_pair(json, "interval", solving->low, solving->high);
    else
        json_text(json, "interval", NULL);
    json_flag(json, "zone", solving->width >= 0);
    solving_write_actors(json, solving, "proof", solving->weight);
    json_number(json, "largest_sum", solving->most);
    solving_write_mark(json, solving, "nearest", SOLVING_NEAREST);
    solving_write_mark(json, solving, "knee", SOLVING_KNEE);
    solving_write_front(json, solving);
}

static void solving_write_solution(struct json *json, const struct solving *solving,
                                   const struct solving_row *row)
{
    json_object(json, NULL);
    json_text(json, "solver", row->name);
    json_flag(json, "own", row->own);
    json_flag(json, "agreement", row->found);
    json_number(json, "gap", row->gap);
    if (row->found) {
        solving_write_package(json, solving, row);
        json_text(json, "same_as",
                  &solving->row[row->same] == row ? NULL : solving->row[row->same].name);
    } else {
        json_text(json, "package", NULL);
        json_text(json, "gains", NULL);
    }
    json_end(json);
}

static void solving_write_named(struct json *json, const struct solving *solving,
                                const struct solving_row *row)
{
    const struct game *game = &solving->scenario->game;
    json_object(json, NULL);
    json_text(json, "name", row->name);
    solving_write_package(json, solving, row);
    json_text(json, "past_line_of", solving_actor(solving, row->crossed));
    json_text(json, "past_line_on", row->line < 0 ? NULL : game->issue[row->line].name);
    json_flag(json, "breaks_rule", row->broken);
    json_end(json);
}

void solving_write(struct json *json, const struct solving *solving)
{
    json_object(json, NULL);
    solving_write_head(json, solving);
    json_array(json, "solutions");
    for (int k = 0; k < solving->rows; k++)
        if (solving->row[k].kind == SOLVING_SOLVER && solving->row[k].apart == NULL)
            solving_write_solution(json, solving, &solving->row[k]);
    json_end(json);
    json_array(json, "not_applicable");
    for (int k = 0; k < solving->rows; k++) {
        if (solving->row[k].apart == NULL)
            continue;
        json_row(json, NULL);
        json_text(json, "solver", solving->row[k].name);
        json_text(json, "reason", solving->row[k].apart);
        json_end(json);
    }
    json_end(json);
    json_array(json, "packages");
    for (int k = 0; k < solving->rows; k++)
        if (solving->row[k].kind == SOLVING_PACKAGE)
            solving_write_named(json, solving, &solving->row[k]);
    json_end(json);
    json_end(json);
}
