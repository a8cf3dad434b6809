#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/bench.h"
#include "engine/memory.h"
#include "engine/scenario.h"
#include "engine/text.h"
#include "models/bargain.h"
#include "models/catalogue.h"

/* Belief in a claim, for solvers that weigh chances. */
static const double CONTRACT_DOUBT = 0.05;

/* Per party; then per issue. */
enum {
    CONTRACT_CLAIM,
    CONTRACT_TWIN,
    CONTRACT_DOUBTS,
    CONTRACT_DISCOUNT,
    CONTRACT_NONE,
    CONTRACT_ROWS
};
enum { CONTRACT_LOW, CONTRACT_HIGH, CONTRACT_MIDDLE, CONTRACT_PACKAGE, CONTRACT_BOXES };

/* The problems as a game that a scenario could name, with numbers of its own in every lane. */
struct bench_contract {
    const struct solver *solver;
    struct scenario *scenario;
    const struct bench_problems *problems;
    double *values, *rows, *boxes, *trace; /* trace: NULL where every solve begins anew */
    void *memory;
    struct utility utility;
    struct bargain bargain;
    const double *shape[RIVAL_PARTIES]; /* NULL: beliefs are normal */
    bool asked[LANES], found[LANES], twin;
};

static const struct game *bench_contract_game(const struct bench_contract *own)
{
    return &own->scenario->game;
}

static double *bench_contract_row(const struct bench_contract *own, int what)
{
    return block_row(own->rows, (size_t)(what * bench_contract_game(own)->actors));
}

static double *bench_contract_box(const struct bench_contract *own, int what)
{
    return block_row(own->boxes, (size_t)(what * bench_contract_game(own)->issues));
}

/* Numbers that are the same share a row of the table, so that each is one of its own. */
static double bench_contract_number(int *next)
{
    return 0.0012345 + 0.001 * (*next)++;
}

static void bench_contract_actor(struct text *text, int i, int issues, int *next)
{
    text_add(text,
             "a%d = { role = \"belligerent\"; side = \"%s\"; capability = 1.0; discount = 0.95; "
             "power = %.7f; war = { cost = 0.1; }; positions = { ",
             i, i % 2 == 0 ? "low" : "high", bench_contract_number(next));
    for (int k = 0; k < issues; k++) {
        double ideal = bench_contract_number(next);
        text_add(text, "i%d = { ideal = %.7f; salience = %.7f; loss = \"quadratic\"; }; ", k, ideal,
                 bench_contract_number(next));
    }
    text_add(text, "}; }; ");
}

static struct scenario *bench_contract_scenario(const char *solver, const struct bench_size *size)
{
    struct text text = { 0 };
    struct faults faults = { 0 };
    int next = 0;
    text_add(&text, "name = \"bench\"; run = { trials = 1; horizon = 1; }; issues = { ");
    for (int k = 0; k < size->issues; k++)
        text_add(&text, "i%d = { core = true; status_quo = 0.5; }; ", k);
    text_add(&text, "}; actors = { ");
    for (int i = 0; i < size->parties; i++)
        bench_contract_actor(&text, i, size->issues, &next);
    text_add(&text,
             "}; war = { model = \"front\"; start = 0.5; }; process = { protocol = \"mediated\"; "
             "solver = \"%s\"; };",
             solver);
    struct scenario *scenario = scenario_from_text(text.bytes, "bench.cfg", &faults);
    faults_free(&faults);
    free(text.bytes);
    return scenario;
}

/* The rows that no problem changes. */
static void bench_contract_fill(struct bench_contract *own)
{
    const struct game *game = bench_contract_game(own);
    const struct quantities *quantities = &own->scenario->quantities;
    for (int row = 0; row < quantities->rows; row++)
        block_fill(block_row(own->values, (size_t)row), quantities->expected[row], LANES);
    for (int i = 0; i < game->actors; i++) {
        block_fill(bench_contract_row(own, CONTRACT_DOUBTS) + i * LANES, CONTRACT_DOUBT, LANES);
        block_fill(bench_contract_row(own, CONTRACT_DISCOUNT) + i * LANES, 0.95, LANES);
    }
    for (int k = 0; k < game->issues; k++) {
        block_fill(bench_contract_box(own, CONTRACT_HIGH) + k * LANES, 1, LANES);
        block_fill(bench_contract_box(own, CONTRACT_MIDDLE) + k * LANES, 0.5, LANES);
    }
}

static void bench_contract_point(struct bench_contract *own)
{
    const double *none = bench_contract_row(own, CONTRACT_NONE);
    own->bargain = (struct bargain){
        .game = bench_contract_game(own),
        .utility = &own->utility,
        .prospect = { .discount = bench_contract_row(own, CONTRACT_DISCOUNT),
                      .fallback = none,
                      .bonus = none,
                      .audience = none,
                      .demand = none,
                      .hazard = none,
                      .credibility = none,
                      .guarantees = none,
                      .verification = none },
        .asked = own->asked,
        .low = bench_contract_box(own, CONTRACT_LOW),
        .high = bench_contract_box(own, CONTRACT_HIGH),
        .status_quo = bench_contract_box(own, CONTRACT_MIDDLE),
        .doubt = bench_contract_row(own, CONTRACT_DOUBTS),
        .shape = own->shape,
        .proposer_fallback = none,
        .trace = own->trace,
    };
}

/* A solver that picks from a list has nothing to pick from. */
static bool bench_contract_serves(const struct solver *solver, const struct bench_size *size)
{
    const struct parameter *entry = solver->about.parameters;
    for (; entry != NULL && entry->name != NULL; entry++)
        if (entry->kind == PARAMETER_PACKAGES)
            return false;
    return solver->parties == 0 || size->parties <= solver->parties;
}

static void *bench_contract_open(const struct bench_method *method, const struct bench_size *size)
{
    const struct solver *solver = method->about;
    struct scenario *scenario = bench_contract_serves(solver, size)
                                    ? bench_contract_scenario(solver->about.name, size)
                                    : NULL;
    if (scenario == NULL)
        return NULL;
    struct bench_contract *own = memory_new(1, sizeof *own);
    size_t bytes = utility_bytes(&scenario->game);
    own->solver = solver;
    own->scenario = scenario;
    own->values = memory_rows((size_t)scenario->quantities.rows);
    own->rows = memory_rows((size_t)(CONTRACT_ROWS * size->parties));
    own->boxes = memory_rows((size_t)(CONTRACT_BOXES * size->issues));
    own->memory = memory_rows(bytes / (LANES * sizeof(double)) + 1);
    if (strcmp(method->start, "warm") == 0)
        own->trace = memory_rows(bargain_zone_rows(&scenario->game));
    utility_place(&own->utility, &scenario->game, own->memory);
    bench_contract_fill(own);
    bench_contract_point(own);
    return own;
}

/* Utilities of a game run from 0 to 1, so that claims are moved with them. */
static void bench_contract_claims(struct bench_contract *own, int i)
{
    const double *offset = block_read(own->utility.offset, (size_t)i),
                 *scale = block_read(own->utility.scale, (size_t)i);
    double *claim = bench_contract_row(own, CONTRACT_CLAIM) + i * LANES,
           *twin = bench_contract_row(own, CONTRACT_TWIN) + i * LANES;
    for (int p = 0; p < own->problems->count; p++) {
        claim[p] = (own->problems->problem[p].claim[i] - offset[p]) * scale[p];
        twin[p] = (own->problems->twin[p].claim[i] - offset[p]) * scale[p];
    }
}

static void bench_contract_numbers(struct bench_contract *own, int i, int p)
{
    const struct actor *actor = &bench_contract_game(own)->actor[i];
    const struct rival_problem *problem = &own->problems->problem[p];
    block_row(own->values, (size_t)actor->power.row)[p] = problem->power[i];
    for (int k = 0; k < problem->issues; k++) {
        const struct position *position = &actor->position[k];
        int at = i * problem->issues + k;
        block_row(own->values, (size_t)position->salience.row)[p] = problem->weight[at];
        block_row(own->values, (size_t)position->ideal.row)[p] = problem->ideal[at];
    }
}

static void bench_contract_load(void *work, const struct bench_problems *problems)
{
    struct bench_contract *own = work;
    own->problems = problems;
    own->bargain.lanes = problems->count;
    for (int p = 0; p < problems->count; p++) {
        own->asked[p] = true;
        for (int i = 0; i < problems->size.parties; i++)
            bench_contract_numbers(own, i, p);
    }
    utility_draw(&own->utility, own->values, problems->count);
    for (int i = 0; i < problems->size.parties; i++)
        bench_contract_claims(own, i);
    if (own->trace != NULL)
        memset(own->trace, 0,
               bargain_zone_rows(bench_contract_game(own)) * LANES * sizeof *own->trace);
}

static void bench_contract_ask(struct bench_contract *own, bool twin, double *gap)
{
    own->twin = twin;
    own->bargain.claim = bench_contract_row(own, twin ? CONTRACT_TWIN : CONTRACT_CLAIM);
    own->solver->solve(own->scenario->process.solver.settings, own->values, &own->bargain,
                       bench_contract_box(own, CONTRACT_PACKAGE), own->found, gap);
}

static void bench_contract_solve(void *work, bool twin)
{
    bench_contract_ask(work, twin, NULL);
}

static double bench_contract_gap(const struct bench_contract *own, int p)
{
    const struct rival_problem *problem =
        own->twin ? &own->problems->twin[p] : &own->problems->problem[p];
    double package[RIVAL_ISSUES];
    for (int k = 0; k < problem->issues; k++)
        package[k] = bench_contract_box(own, CONTRACT_PACKAGE)[k * LANES + p];
    return bench_problem_gap(problem, package);
}

/* The Nash solution is proved from without; of all else the solver's own proof is asked for. */
static void bench_contract_judge(void *work, struct bench_tally *tally)
{
    struct bench_contract *own = work;
    bool nash = strcmp(own->solver->about.name, "nash") == 0;
    double gap[LANES];
    bench_contract_ask(own, own->twin, gap);
    for (int p = 0; p < own->problems->count; p++)
        bench_tally_add(tally, own->found[p],
                        own->found[p] && nash ? bench_contract_gap(own, p) : gap[p], NAN);
}

static void bench_contract_close(void *work)
{
    struct bench_contract *own = work;
    free(own->trace);
    free(own->memory);
    free(own->boxes);
    free(own->rows);
    free(own->values);
    scenario_free(own->scenario);
    free(own);
}

void bench_contract_add(struct bench_methods *methods)
{
    static const char *const starts[] = { "cold", "warm" };
    for (int index = 0; index < catalogue_count; index++)
        for (int start = 0; start < 2 && strcmp(catalogue[index].kind, "solver") == 0; start++)
            bench_methods_add(methods, &(struct bench_method){ .aim = catalogue[index].model->name,
                                                               .by = "contract",
                                                               .start = starts[start],
                                                               .about = catalogue[index].model,
                                                               .open = bench_contract_open,
                                                               .load = bench_contract_load,
                                                               .solve = bench_contract_solve,
                                                               .judge = bench_contract_judge,
                                                               .close = bench_contract_close });
}
