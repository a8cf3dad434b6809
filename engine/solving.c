#include "engine/solving.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/draw.h"
#include "engine/mediation.h"
#include "engine/memory.h"
#include "engine/names.h"
#include "engine/negotiation.h"
#include "engine/solving_search.h"
#include "engine/talks.h"
#include "engine/values.h"
#include "models/catalogue.h"

bool solving_counts(const struct solving *solving, int actor)
{
    return game_actor_answers(&solving->scenario->game.actor[actor]);
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
                                 .distance = NAN,
                                 .same = solving->rows };
    solving->rows++;
    return row;
}

static void solving_mark(struct solving *solving, int kind, const char *name, const double *at,
                         double gap)
{
    struct solving_row *row = solving_add(solving, kind, name);
    row->found = true;
    row->gap = isfinite(gap) ? gap : NAN;
    memcpy(row->at, at, (size_t)solving->scenario->game.issues * LANES * sizeof *at);
    solving_measure(solving, row);
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
        solving_measure(solving, row);
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
        solving_measure(solving, row);
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
    solving->search = solving_search_new(solving);
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
    solving_search_free(solving->search);
    free(solving->weight);
    free(solving->ideal);
    free(solving->doubt);
    free(solving->claim);
    history_free(solving->history);
    negotiation_free(solving->table);
    free(solving);
}
