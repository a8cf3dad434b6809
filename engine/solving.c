#include "engine/solving.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/draw.h"
#include "engine/mediation.h"
#include "engine/memory.h"
#include "engine/names.h"
#include "engine/negotiation.h"
#include "engine/talks.h"
#include "engine/values.h"
#include "models/catalogue.h"

/* Packages that differ by less than this everywhere are the same. */
static const double solving_same = 1e-4;

bool solving_counts(const struct solving *solving, int actor)
{
    return game_actor_answers(&solving->scenario->game.actor[actor]);
}

bool solving_refused(const struct solving_row *row)
{
    return row->found && row->least < -SOLVING_SLIGHT;
}

int solving_level(const struct solving *solving, int issue, double at)
{
    const struct issue *about = &solving->scenario->game.issue[issue];
    int nearest = -1;
    double least = HUGE_VAL;
    for (int level = 0; level < about->levels; level++) {
        double apart = fabs(about->level[level].at.expected - at);
        if (apart < least) {
            least = apart;
            nearest = level;
        }
    }
    return nearest;
}

bool solving_stays(const struct solving *solving, const struct solving_row *row, int issue)
{
    double now = block_read(solving->bargain.status_quo, (size_t)issue)[0];
    return fabs(block_read(row->at, (size_t)issue)[0] - now) < solving_same;
}

/* What the writer of the text is in doubt of, about one actor's claim. */
static double solving_doubt(const struct table *table, int proposer, int actor)
{
    double misread[LANES];
    if (actor == proposer)
        return 0;
    talks_misread(table, actor, misread);
    return sqrt(misread[0] + block_read(table->belief_variance, (size_t)actor)[0]);
}

static void solving_pose(struct solving *solving)
{
    struct table *table = solving->table;
    const struct mediation *mediation = table->mediation;
    negotiation_expect(table, solving->history);
    solving->asked[0] = true;
    solving->proposer = mediation->proposers > 0 ? mediation->proposer[0] : -1;
    solving->bargain = values_bargain(table, solving->asked);
    int proposer = solving->bargain.proposer = solving->proposer;
    bool party = proposer >= 0 && !solving->scenario->game.actor[proposer].neutral;
    solving->bargain.proposer_fallback = party ? table_of(table->truth.war, proposer) : table->zero;
    solving->bargain.shape = (const double *const *)table->shape;
    for (int actor = 0; actor < solving->scenario->game.actors; actor++) {
        if (!solving_counts(solving, actor))
            continue;
        solving->claim[actor] = table_of(table->claim, actor)[0];
        solving->doubt[actor] = solving_doubt(table, proposer, actor);
        table_of(table->doubt, actor)[0] = solving->doubt[actor];
    }
}

static struct solving_row *solving_add(struct solving *solving, int kind, const char *name)
{
    const struct game *game = &solving->scenario->game;
    solving->row = memory_grow(solving->row, (size_t)solving->rows + 1, sizeof *solving->row);
    struct solving_row *row = &solving->row[solving->rows];
    *row = (struct solving_row){ .kind = kind,
                                 .name = name,
                                 .gap = NAN,
                                 .at = memory_rows((size_t)game->issues),
                                 .worth = memory_new((size_t)game->actors, sizeof(double)),
                                 .gain = memory_new((size_t)game->actors, sizeof(double)),
                                 .needed = memory_new((size_t)game->actors, sizeof(bool)),
                                 .crossed = -1,
                                 .line = -1,
                                 .least = HUGE_VAL,
                                 .nash = NAN,
                                 .lost = NAN,
                                 .slack = NAN,
                                 .same = solving->rows };
    solving->rows++;
    return row;
}

/* What a package is to each actor. */
static void solving_judge(struct solving *solving, struct solving_row *row)
{
    const struct game *game = &solving->scenario->game;
    double product = 1;
    for (int actor = 0; actor < game->actors; actor++) {
        double worth[LANES] = { 0 };
        bool needed[LANES] = { false };
        row->gain[actor] = NAN;
        if (!game->actor[actor].neutral)
            bargain_worth(&solving->bargain, actor, row->at, worth);
        row->worth[actor] = worth[0];
        if (!solving_counts(solving, actor))
            continue;
        bargain_consent(&solving->bargain, actor, row->at, needed);
        row->needed[actor] = needed[0];
        row->gain[actor] = worth[0] - solving->claim[actor];
        row->sum += row->gain[actor];
        row->least = needed[0] ? fmin(row->least, row->gain[actor]) : row->least;
        product *= needed[0] ? row->gain[actor] : 1;
    }
    row->nash = row->least >= 0 ? product : NAN;
}

/* Which terms a package does not keep to: solvers always do, but what is named is as it is. */
static void solving_bars(struct solving *solving, struct solving_row *row)
{
    const struct game *game = &solving->scenario->game;
    row->broken = terms_broken(&solving->bargain, row->at, 0) >= 0;
    for (int actor = 0; actor < game->actors && row->line < 0; actor++)
        if (game_actor_binds(&game->actor[actor]) && !game->actor[actor].neutral) {
            row->line = terms_crossed(solving->bargain.utility, actor, row->at, SOLVING_SLIGHT, 0);
            row->crossed = row->line < 0 ? -1 : actor;
        }
}

static void solving_finish(struct solving *solving, struct solving_row *row)
{
    int issues = solving->scenario->game.issues;
    solving_judge(solving, row);
    solving_bars(solving, row);
    solving_measure(solving, row);
    for (struct solving_row *other = solving->row; other < row; other++) {
        bool same = other->kind != SOLVING_KNEE && other->found &&
                    other->same == (int)(other - solving->row);
        for (int issue = 0; issue < issues && same; issue++)
            same = fabs(block_row(row->at, (size_t)issue)[0] -
                        block_row(other->at, (size_t)issue)[0]) < solving_same;
        if (same) {
            row->same = (int)(other - solving->row);
            break;
        }
    }
}

static void solving_mark(struct solving *solving, int kind, const char *name, const double *at,
                         double gap)
{
    struct solving_row *row = solving_add(solving, kind, name);
    row->found = true;
    row->gap = isfinite(gap) ? gap : NAN;
    memcpy(row->at, at, (size_t)solving->scenario->game.issues * LANES * sizeof *at);
    solving_finish(solving, row);
}

/* What is proved of the problem; where there is no zone, the package nearest to one, else the
 * frontier and its knee. */
static void solving_zone(struct solving *solving)
{
    double *at = memory_rows((size_t)solving->scenario->game.issues), gap;
    solving_bounds(solving, at);
    if (solving->width > -1 && solving->width < 0)
        solving_mark(solving, SOLVING_NEAREST, "nearest", at, solving->bound - solving->width);
    if (solving->width >= 0 && solving_frontier(solving, at, &gap))
        solving_mark(solving, SOLVING_KNEE, "knee", at, gap);
    free(at);
}

/* How many actors can refuse. */
static int solving_parties(const struct solving *solving)
{
    int parties = 0;
    for (int actor = 0; actor < solving->scenario->game.actors; actor++)
        parties += solving_counts(solving, actor);
    return parties;
}

/* The scenario with another solver: as `--set process.solver=NAME` has it, so that settings which
 * the scenario does not give are the solver's defaults. NULL, with why in row->apart. */
static struct scenario *solving_with(const struct solving *solving, struct solving_row *row)
{
    char *set = memory_format("process.solver=%s", row->name);
    const char *const sets[] = { set };
    const struct scenario_request request = { .file = solving->scenario->file,
                                              .set = sets,
                                              .sets = 1 };
    struct faults faults = { 0 };
    struct scenario *with = scenario_point(solving->scenario->tree, &request, &faults);
    if (with == NULL)
        row->apart = memory_text("it needs settings that the scenario does not give");
    faults_free(&faults);
    free(set);
    return with;
}

static void solving_ask(struct solving *solving, struct solving_row *row,
                        const struct scenario *scenario)
{
    bool found[LANES] = { false };
    double gap[LANES] = { NAN };
    double *values = memory_rows((size_t)scenario->quantities.rows);
    draw_expected(&scenario->quantities, values);
    row->solver->solve(scenario->process.solver.settings, values, &solving->bargain, row->at, found,
                       gap);
    free(values);
    row->found = found[0];
    row->gap = found[0] ? gap[0] : NAN;
    if (row->found)
        solving_finish(solving, row);
}

static void solving_solver(struct solving *solving, const struct solver *solver)
{
    const struct scenario *scenario = solving->scenario;
    struct solving_row *row = solving_add(solving, SOLVING_SOLVER, solver->about.name);
    int parties = solving_parties(solving);
    row->solver = solver;
    row->own = &solver->about == scenario->process.solver.model;
    if (solver->parties > 0 && parties > solver->parties) {
        row->apart =
            memory_format("it is for %d parties, and here %d can refuse", solver->parties, parties);
        return;
    }
    if (solver == (const void *)catalogue_find("solver", "menu") && scenario->game.packages == 0) {
        row->apart = memory_text("the scenario names no packages");
        return;
    }
    struct scenario *with = row->own ? NULL : solving_with(solving, row);
    if (row->own || with != NULL)
        solving_ask(solving, row, row->own ? scenario : with);
    scenario_free(with);
}

static void solving_solvers(struct solving *solving, const char *chosen)
{
    struct names names = { 0 };
    if (chosen != NULL)
        names_add_between(&names, chosen, ',');
    for (int k = 0; k < catalogue_count; k++) {
        bool wanted = chosen == NULL;
        if (strcmp(catalogue[k].kind, "solver") != 0)
            continue;
        for (int index = 0; index < names.count && !wanted; index++)
            wanted = strcmp(names.name[index], catalogue[k].model->name) == 0;
        if (wanted)
            solving_solver(solving, (const struct solver *)(const void *)catalogue[k].model);
    }
    names_free(&names);
}

/* The packages that the scenario names; what one does not name stays as it is. */
static void solving_packages(struct solving *solving)
{
    const struct game *game = &solving->scenario->game;
    for (int package = 0; package < game->packages; package++) {
        struct solving_row *row =
            solving_add(solving, SOLVING_PACKAGE, game->package[package].name);
        row->found = true;
        for (int issue = 0; issue < game->issues; issue++) {
            struct quantity at = game->package[package].at[issue];
            const double *from = at.row < 0 ? block_read(solving->bargain.status_quo, (size_t)issue)
                                            : table_row(solving->table, &solving->table->truth, at);
            block_row(row->at, (size_t)issue)[0] = from[0];
        }
        solving_finish(solving, row);
    }
}

struct solving *solving_new(const struct scenario *scenario, const char *solvers)
{
    struct solving *solving = memory_new(1, sizeof *solving);
    size_t actors = (size_t)scenario->game.actors;
    solving->scenario = scenario;
    solving->table = negotiation_new(scenario);
    solving->history = history_new(scenario);
    solving->claim = memory_new(actors, sizeof(double));
    solving->doubt = memory_new(actors, sizeof(double));
    solving->ideal = memory_new(actors, sizeof(double));
    solving_pose(solving);
    solving_zone(solving);
    solving_solvers(solving, solvers);
    solving_packages(solving);
    return solving;
}

void solving_free(struct solving *solving)
{
    if (solving == NULL)
        return;
    for (int k = 0; k < solving->rows; k++) {
        free(solving->row[k].apart);
        free(solving->row[k].at);
        free(solving->row[k].worth);
        free(solving->row[k].gain);
        free(solving->row[k].needed);
    }
    free(solving->row);
    free(solving->weight);
    free(solving->ideal);
    free(solving->doubt);
    free(solving->claim);
    history_free(solving->history);
    negotiation_free(solving->table);
    free(solving);
}
