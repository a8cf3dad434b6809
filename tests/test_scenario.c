#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/memory.h"
#include "engine/scenario.h"
#include "engine/token.h"
#include "models/random.h"
#include "tests/scenario_text.h"

static struct scenario *scenario_good(const char *text)
{
    struct faults faults = { 0 };
    struct scenario *scenario = scenario_from_text(text, "test.cfg", &faults);
    faults_print(&faults, stderr);
    cr_assert(scenario != NULL && faults.count == 0);
    faults_free(&faults);
    return scenario;
}

static const struct uncertain *scenario_uncertain(const struct scenario *scenario, const char *path)
{
    for (int index = 0; index < scenario->quantities.uncertains; index++)
        if (strcmp(scenario->quantities.uncertain[index].path, path) == 0)
            return &scenario->quantities.uncertain[index];
    cr_assert_fail("%s is not uncertain", path);
    return NULL;
}

Test(scenario, reads_the_game)
{
    struct scenario *scenario = scenario_good(scenario_text);
    const struct game *game = &scenario->game;
    const struct actor *ukraine = &game->actor[0], *us = &game->actor[2], *europe = &game->actor[3];
    cr_expect_str_eq(scenario->name, "relief");
    cr_expect(game->issues == 3 && game->actors == 4 && game->packages == 2 && game->front == 0);
    cr_expect(game->leader[SIDE_LOW] == 0 && game->leader[SIDE_HIGH] == 1);
    cr_expect(ukraine->role == ROLE_BELLIGERENT && ukraine->side == SIDE_LOW && !ukraine->neutral);
    cr_expect(ukraine->hash == random_hash("ukraine"));
    cr_expect(ukraine->victory == 0 && game->actor[1].victory == 1 && us->victory == -1);
    cr_expect(us->neutral && us->role == ROLE_MEDIATOR && us->side == SIDE_NONE);
    cr_expect(europe->consent.count == 1 && europe->consent.index[0] == 2);
    cr_expect(!europe->position[0].present && europe->position[2].present);
    cr_expect(ukraine->linkages == 1 && ukraine->linkage[0].issue[0] == 1 &&
              ukraine->linkage[0].issue[1] == 2);
    cr_expect(ukraine->linkage[0].weight.expected == 0.15);
    cr_expect(game->issue[2].discrete && game->issue[2].guarantees && game->issue[2].levels == 3);
    cr_expect_str_eq(game->package[1].title, "K");
    scenario_free(scenario);
}

Test(scenario, fills_defaults_from_the_tables)
{
    struct scenario *scenario = scenario_good(scenario_text);
    const struct actor *russia = &scenario->game.actor[1];
    cr_expect(scenario->run.trials == 2000 && scenario->run.seed == 20251211);
    cr_expect(scenario->run.horizon == 36 && scenario->run.tail == 24, "product.md's defaults");
    cr_expect_str_eq(scenario->process.continuation.model->name, "war");
    cr_expect_str_eq(scenario->process.acceptance.model->name, "mood");
    cr_expect(russia->optimism.expected == 0 && russia->optimism.row >= 0);
    cr_expect(russia->war.resource.row == -1 && isnan(russia->war.resource.expected));
    cr_expect(russia->public_demand.at[0].row == -1);
    cr_expect(scenario->levers == 1 && scenario->lever[0].owner == 2 &&
              scenario->lever[0].target == 0);
    cr_expect(scenario->lever[0].when.from == 3 && scenario->lever[0].when.until == 1200);
    cr_expect(scenario->lever[0].size.row == -1);
    cr_expect(scenario->shocks == 1 && scenario->shock[0].at == -1 &&
              scenario->shock[0].duration == 3);
    cr_expect(scenario->shock[0].hash == random_hash("grid"));
    scenario_free(scenario);
}

/* Two names of the greatest length stand in no longer path than those of an actor's red lines; a
 * path that is cut would give two numbers the same draws. */
Test(scenario, keeps_the_paths_of_long_names_whole)
{
    char name[TOKEN_NAME_BYTES + 1] = { 0 }, path[2][3 * TOKEN_NAME_BYTES];
    static const char *const keys[] = { "beyond", "penalty" };
    memset(name, 'n', TOKEN_NAME_BYTES);
    for (int i = 0; i < 2; i++)
        snprintf(path[i], sizeof path[i], "actors.%s.positions.%s.red_line.%s", name, name,
                 keys[i]);
    char *text = memory_format(
        "name = \"long\"; issues = { %s = { core = true; }; };"
        "actors = { %s = { role = \"belligerent\"; side = \"low\"; capability = 1; discount = 0.9;"
        "    war = { cost = 0.1; }; positions = { %s = { ideal = 0; red_line = {"
        "      beyond = { dist = \"uniform\"; min = 0.5; max = 0.9; };"
        "      penalty = { dist = \"uniform\"; min = 0.5; max = 0.9; }; }; }; }; };"
        "  other = { role = \"belligerent\"; side = \"high\"; capability = 1; discount = 0.9;"
        "    war = { cost = 0.1; }; positions = { %s = { ideal = 1; }; }; }; };"
        "war = { model = \"lottery\"; };"
        "process = { protocol = \"mediated\"; solver = \"nash\"; };"
        "correlations = ( { between = ( \"%s\", \"%s\" ); rho = 0.5; } );",
        name, name, name, name, path[0], path[1]);
    struct scenario *scenario = scenario_good(text);
    const struct uncertain *one = scenario_uncertain(scenario, path[0]),
                           *two = scenario_uncertain(scenario, path[1]);
    cr_expect_neq(one->hash, two->hash);
    cr_expect_eq(scenario->quantities.correlations, 1);
    scenario_free(scenario);
    free(text);
}

Test(scenario, threshold_is_the_rule_where_none_is_named)
{
    char *text = memory_text(scenario_text), *rule = strstr(text, "  acceptance = {");
    memset(rule, ' ', strcspn(rule, "\n"));
    struct scenario *scenario = scenario_good(text);
    cr_expect_str_eq(scenario->process.acceptance.model->name, "threshold");
    scenario_free(scenario);
    free(text);
}

Test(scenario, shares_rows_of_equal_constants_and_of_levels)
{
    struct scenario *scenario = scenario_good(scenario_text);
    const struct issue *territory = &scenario->game.issue[0],
                       *guarantees = &scenario->game.issue[2];
    const struct actor *actor = scenario->game.actor;
    cr_expect(territory->status_quo.row == territory->level[1].at.row);
    cr_expect(actor[0].position[0].ideal.row == actor[0].position[1].ideal.row, "both are 0");
    cr_expect(actor[1].position[2].ideal.row == guarantees->level[1].at.row, "an uncertain level");
    cr_expect(guarantees->level[1].at.expected == 0.5 * (0.2 + 0.4), "the mean of a uniform law");
    cr_expect(actor[0].position[2].values[1].expected == 0.5);
    cr_expect(scenario->quantities.expected[actor[0].optimism.row] == 0.002);
    scenario_free(scenario);
}

Test(scenario, keeps_uncertain_numbers_by_path)
{
    struct scenario *scenario = scenario_good(scenario_text);
    const struct uncertain *ideal =
        scenario_uncertain(scenario, "actors.russia.positions.territory.ideal");
    const struct uncertain *capability = scenario_uncertain(scenario, "actors.ukraine.capability");
    cr_expect(scenario->quantities.uncertains == 8);
    cr_expect(capability->hash == random_hash("actors.ukraine.capability"));
    cr_expect(capability->low == 1e-9 && capability->high == 1e9);
    cr_expect(capability->row == scenario->game.actor[0].capability.row);
    /* (min + mode + max) / 3, the mean of a triangular law */
    cr_expect_float_eq(scenario->quantities.expected[capability->row], (0.35 + 0.42 + 0.50) / 3,
                       1e-12);
    cr_expect(ideal->settings.parameter[0] == 0.70 && ideal->settings.parameter[1] == 0.90,
              "levels' names");
    scenario_free(scenario);
}

Test(scenario, red_lines_point_away_from_the_ideal)
{
    struct scenario *scenario = scenario_good(scenario_text);
    const struct actor *actor = scenario->game.actor;
    cr_expect(actor[0].position[0].red_line.direction == 1 && actor[0].position[0].red_line.hard);
    cr_expect(actor[1].position[0].red_line.direction == -1 && !actor[1].position[0].red_line.hard);
    cr_expect(actor[1].position[1].red_line.beyond.row == -1);
    scenario_free(scenario);
}

Test(scenario, correlations_become_a_cholesky_factor)
{
    struct scenario *scenario = scenario_good(scenario_text);
    const struct quantities *quantities = &scenario->quantities;
    cr_assert(quantities->correlations == 1 && quantities->correlation[0].count == 2);
    const struct correlation *group = &quantities->correlation[0];
    const struct uncertain *uncertain = quantities->uncertain;
    cr_expect(uncertain[group->member[0]].hash < uncertain[group->member[1]].hash);
    /* the factor of ((1, r), (r, 1)) is ((1, 0), (r, sqrt(1 - r^2))) */
    cr_expect(group->factor[0] == 1 && group->factor[1] == 0 && group->factor[2] == -0.4);
    cr_expect_float_eq(group->factor[3], sqrt(1 - 0.16), 1e-15);
    scenario_free(scenario);
}

Test(scenario, override_changes_tree_struct_and_fingerprint)
{
    struct scenario *scenario = scenario_good(scenario_text);
    char before[sizeof scenario->sha256];
    memcpy(before, scenario->sha256, sizeof before);
    scenario_override(scenario, "trials", 77);
    scenario_override(scenario, "horizon", 12);
    cr_expect(scenario->run.trials == 77 && scenario->run.horizon == 12);
    cr_expect(tree_find(scenario->tree, "run.trials")->integer == 77);
    cr_expect(tree_find(scenario->tree, "run.horizon")->integer == 12);
    cr_expect(strcmp(before, scenario->sha256) != 0);
    scenario_free(scenario);
}

/* A folder with one file per case, and how reading the file goes. */

static char *scenario_write(const char *folder, const char *name, const char *text, size_t size)
{
    char *path = memory_format("%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    cr_assert(file != NULL && fwrite(text, 1, size, file) == size && fclose(file) == 0);
    return path;
}

static enum scenario_status scenario_status_of(const char *path, const char *set,
                                               const char *message)
{
    struct faults faults = { 0 };
    enum scenario_status status;
    bool told = message == NULL;
    struct scenario *scenario = scenario_read(path, &set, set == NULL ? 0 : 1, &faults, &status);
    for (int index = 0; index < faults.count; index++)
        told |= message != NULL && strstr(faults.fault[index].message, message) != NULL;
    if (!told)
        faults_print(&faults, stderr);
    cr_expect((scenario != NULL) == (status == SCENARIO_GOOD) &&
              (scenario != NULL) == (faults.count == 0));
    cr_expect(told, "%s: expected a fault with \"%s\"", path, message);
    scenario_free(scenario);
    faults_free(&faults);
    return status;
}

static char *scenario_repeat(const char *head, const char *part, int times, const char *tail)
{
    size_t length = strlen(part);
    char *text = memory_new(strlen(head) + length * (size_t)times + strlen(tail) + 1, 1);
    char *at = text + strlen(strcpy(text, head));
    for (int time = 0; time < times; time++, at += length)
        memcpy(at, part, length);
    strcpy(at, tail);
    return text;
}

Test(scenario, tells_bad_files_from_missing_ones)
{
    char folder[] = "/tmp/zopa_scenario_XXXXXX";
    cr_assert(mkdtemp(folder) != NULL);
    char *noise = scenario_repeat("", "\x8f\x01q=\"{", 170000, ""),
         *deep = scenario_repeat("a = ", "{ a = ", 5000, "1;");
    const struct {
        const char *name, *text, *message;
        enum scenario_status status;
    } cases[] = {
        { "good.cfg", scenario_text, NULL, SCENARIO_GOOD },
        { "empty.cfg", "", "issues: found nothing", SCENARIO_BAD },
        { "syntax.cfg", "name = \"x\";\nrun = { trials = ; };\n", "", SCENARIO_BAD },
        { "noise.cfg", noise, "", SCENARIO_BAD },
        { "deep.cfg", deep, "nested", SCENARIO_BAD },
        { "a.cfg", "extends = \"b.cfg\";", "a.cfg", SCENARIO_BAD },
        { "b.cfg", "extends = \"a.cfg\";", "b.cfg", SCENARIO_BAD },
        { "orphan.cfg", "extends = \"nowhere.cfg\";", "nowhere.cfg", SCENARIO_BAD },
        { "child.cfg", "extends = \"good.cfg\"; name = \"child\";", NULL, SCENARIO_GOOD },
    };
    char *path[sizeof cases / sizeof cases[0]];
    for (size_t index = 0; index < sizeof cases / sizeof cases[0]; index++)
        path[index] =
            scenario_write(folder, cases[index].name, cases[index].text, strlen(cases[index].text));
    for (size_t index = 0; index < sizeof cases / sizeof cases[0]; index++)
        cr_expect(scenario_status_of(path[index], NULL, cases[index].message) ==
                      cases[index].status,
                  "%s", cases[index].name);
    char *missing = memory_format("%s/missing.cfg", folder);
    cr_expect(scenario_status_of(missing, NULL, "No such file") == SCENARIO_MISSING);
    cr_expect(scenario_status_of(folder, NULL, "directory") == SCENARIO_MISSING);
    for (size_t index = 0; index < sizeof cases / sizeof cases[0]; index++) {
        unlink(path[index]);
        free(path[index]);
    }
    rmdir(folder);
    free(missing);
    free(noise);
    free(deep);
}

Test(scenario, tells_bad_assignments_from_bad_files)
{
    char folder[] = "/tmp/zopa_assignment_XXXXXX";
    cr_assert(mkdtemp(folder) != NULL);
    char *path = scenario_write(folder, "good.cfg", scenario_text, strlen(scenario_text));
    const struct {
        const char *set, *message;
        enum scenario_status status;
    } cases[] = {
        { "process.solver=nash", NULL, SCENARIO_GOOD },
        { "war.model=lottery", NULL, SCENARIO_GOOD },
        { "process.acceptance.rule=threshold", NULL, SCENARIO_GOOD },
        { "actors.ukraine.positions.territory.salience.mode=0.31", NULL, SCENARIO_GOOD },
        { "actors.ukraine.capability=0.4", NULL, SCENARIO_GOOD },
        { "shocks.grid={ remove = true; }", NULL, SCENARIO_GOOD },
        { "levers.more={owner=\"us\"; target=\"russia\"; kind=\"incentive\";}", NULL,
          SCENARIO_GOOD },
        { "process.solver=nsh", "did you mean 'nash'?", SCENARIO_SETTING },
        { "process.solver", "", SCENARIO_SETTING },
        { "run.sed=1", "did you mean 'seed'?", SCENARIO_SETTING },
        { "run.trials=1e6", "write 1000000", SCENARIO_SETTING },
        { "actors.russai.war.cost=1", "did you mean 'russia'?", SCENARIO_SETTING },
        { "levers.aidd.intensity=1", "did you mean 'aid'?", SCENARIO_SETTING },
        { "issues.territory.levels.donbass=0.7", "did you mean 'donbas'?", SCENARIO_SETTING },
        { "actors.russia.side=low", "on one side", SCENARIO_SETTING },
        { "levers={}", "levers: found an empty group", SCENARIO_SETTING },
        { "resolve=0",
          "did you mean 'actors.ukraine.resolve', 'actors.russia.resolve' or 'actors.us.resolve'?",
          SCENARIO_SETTING },
        { "russia.discount=0.9", "did you mean 'actors.russia.discount'?", SCENARIO_SETTING },
        { "run_horizon=3", "good.cfg lists the paths", SCENARIO_SETTING },
        { "packages.kremlin.territory=foo", "known: borders, contact, donbas, regions",
          SCENARIO_SETTING },
        { "process.proposer=ukraine",
          "belongs to protocol ultimatum or direct, and here it is mediated", SCENARIO_SETTING },
        { "packages.kremlin={ remove = true; }", "expected the name of a package",
          SCENARIO_SETTING },
    };
    for (size_t index = 0; index < sizeof cases / sizeof cases[0]; index++)
        cr_expect(scenario_status_of(path, cases[index].set, cases[index].message) ==
                      cases[index].status,
                  "%s", cases[index].set);
    unlink(path);
    free(path);
    path = scenario_write(folder, "bad.cfg", "name = 3;", 9);
    cr_expect(scenario_status_of(path, "run.horizon=12", "name: found 3, expected a text") ==
              SCENARIO_BAD);
    unlink(path);
    free(path);
    rmdir(folder);
}
