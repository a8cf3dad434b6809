#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/scenario.h"
#include "engine/schema.h"
#include "models/catalogue.h"
#include "tests/scenario_text.h"

/* The scenario with the first `find` replaced. */
static char *schema_edit(const char *find, const char *replace)
{
    const char *at = strstr(scenario_text, find);
    cr_assert(at != NULL, "the scenario does not hold %s", find);
    return memory_format("%.*s%s%s", (int)(at - scenario_text), scenario_text, replace,
                         at + strlen(find));
}

struct edit {
    const char *find, *replace, *message;
};

/* Each edit breaks the scenario in one place, and is told in so many words, with a line. */
static void schema_expect(const struct edit *edits, size_t count)
{
    for (size_t index = 0; index < count; index++) {
        struct faults faults = { 0 };
        char *text = schema_edit(edits[index].find, edits[index].replace);
        struct scenario *scenario = scenario_from_text(text, "test.cfg", &faults);
        bool told = false;
        for (int fault = 0; fault < faults.count; fault++)
            told |= strstr(faults.fault[fault].message, edits[index].message) != NULL &&
                    faults.fault[fault].line >= 1;
        if (!told)
            faults_print(&faults, stderr);
        cr_expect(scenario == NULL && told, "%s -> %s: expected \"%s\"", edits[index].find,
                  edits[index].replace, edits[index].message);
        scenario_free(scenario);
        faults_free(&faults);
        free(text);
    }
}

#define SCHEMA_EXPECT(edits) schema_expect(edits, sizeof edits / sizeof edits[0])

Test(schema, tells_kinds_and_ranges)
{
    static const struct edit edits[] = {
        { "cost = 0.04", "cost = \"high\"",
          "actors.russia.war.cost: found the text \"high\", expected a number in [0, 10] or a "
          "distribution" },
        { "cost = 0.04", "cost = 11", "found 11, expected a number in [0, 10]" },
        { "cost = 0.04", "cost = true", "found true, expected" },
        { "cost = 0.04", "cost = ( 1, 2 )", "found a list, expected" },
        { "trials = 2000", "trials = 1e6", "write 1000000" },
        { "trials = 2000", "trials = 0",
          "run.trials: found 0, expected a whole number in [1, 1000000000000]" },
        { "seed = 20251211", "seed = 0.5", "run.seed: found 0.5, expected a whole number" },
        { "seed = 20251211", "seed = -1", "run.seed: found -1" },
        { "core = true", "core = 1", "issues.territory.core: found 1, expected true or false" },
        { "donbas = 0.70", "donbas = 1.5", "issues.territory.levels.donbas: found 1.5" },
        { "name = \"relief\"", "name = 3", "name: found 3, expected a text" },
        { "sources = ( \"002.txt\" )", "sources = ( 2 )", "sources[0]: found 2, expected a text" },
        { "war = { cost = 0.04; }", "war = 3", "actors.russia.war: found 3, expected a group" },
        { "linkages = ( {", "linkages = ( 1, {", "linkages[0]: found 1, expected a group" },
    };
    SCHEMA_EXPECT(edits);
}

Test(schema, tells_names_that_do_not_exist)
{
    static const struct edit edits[] = {
        { "salience = 0.2", "salence = 0.2",
          "actors.ukraine.positions.neutrality: unknown key 'salence'; did you mean 'salience'?" },
        { "notes =", "scenes =", "unknown key 'scenes'" },
        { "role = \"mediator\"", "role = \"mediater\"", "did you mean 'mediator'?" },
        { "solver = \"acceptance\"", "solver = \"nahs\"",
          "process.solver: found the text \"nahs\"" },
        { "solver = \"acceptance\"", "solver = \"nahs\"", "did you mean 'nash'?" },
        { "kind = \"pressure\"", "kind = \"presure\"", "did you mean 'pressure'?" },
        { "ideal = \"borders\"", "ideal = \"bordrs\"", "did you mean 'borders'?" },
        { "ideal = \"neutral\"", "ideal = \"contact\"", "known: aligned, neutral" },
        { "start = \"contact\"", "start = \"neutral\"", "war.start: found the text \"neutral\"" },
        { "owner = \"us\"", "owner = \"uk\"",
          "levers.aid.owner: found the text \"uk\", expected the name of an actor" },
        { "consent = ( \"guarantees\" )", "consent = ( \"guarantee\" )",
          "actors.europe.consent[0]: found the text \"guarantee\", expected the name of an issue; "
          "did you mean" },
        { "russia = \"kremlin\"", "russia = \"kreml\"",
          "victory.russia: found the text \"kreml\"" },
        { "victory = { ukraine", "victory = { ukrain", "found the unknown actor 'ukrain'" },
        { "neutrality = { ideal = 0;", "neutralty = { ideal = 0;",
          "found the unknown issue 'neutralty'" },
        { "values = { none", "values = { nun", "found the unknown level 'nun'" },
        { "persistence = 0.9", "precision = 9",
          "process.acceptance.precision: belongs to acceptance logit, and here it is mood" },
    };
    SCHEMA_EXPECT(edits);
}

Test(schema, tells_what_is_missing)
{
    static const struct edit edits[] = {
        { "name = \"relief\";", "", "name: found nothing, expected a text" },
        { "role = \"mediator\";", "",
          "actors.us.role: found nothing, expected belligerent, mediator or stakeholder" },
        { "model = \"front\";", "", "war.model: found nothing, expected the name of a war" },
        { "protocol = \"mediated\";", "", "process.protocol: found nothing" },
        { "solver = \"acceptance\";", "", "process.solver: found nothing" },
        { "beyond = \"contact\";", "", "red_line.beyond: found nothing" },
        { "target = \"ukraine\"; kind", "kind", "levers.aid.target: found nothing" },
        { "rho = -0.4;", "", "correlations[0].rho: found nothing" },
        { "mode = 0.42;", "", "actors.ukraine.capability.mode: found nothing, expected a number" },
    };
    SCHEMA_EXPECT(edits);
}

Test(schema, tells_distributions_that_make_no_sense)
{
    static const struct edit edits[] = {
        { "dist = \"beta\"", "dist = \"betta\"", "did you mean 'beta'?" },
        { "mode = 0.42", "mode = 0.62", "actors.ukraine.capability:" },
        { "mode = 0.42", "mode = \"contact\"",
          "actors.ukraine.capability.mode: found the text \"contact\"" },
        { "mode = \"regions\"", "mode = \"regons\"", "did you mean 'regions'?" },
        { "weights = ( 1, 2.5, 0 )", "weights = ( 1, 2.5 )", "as many weights as values" },
        { "weights = ( 1, 2.5, 0 )", "weights = ( 1, -2.5, 0 )", "negative" },
        { "weights = ( 1, 2.5, 0 )", "weights = ( 0, 0, 0 )", "positive" },
        { "values = ( 0.96, 0.97, 0 )", "values = ( )", "actors.russia.discount:" },
        { "values = ( 0.96, 0.97, 0 )", "values = ( 0.96, \"x\", 0 )",
          "values[1]: found the text \"x\", expected a number" },
        { "mean = 0.15", "mean = 99", "actors.ukraine.resolve: found a distribution with mean 99" },
        { "min = 0.2; max = 0.4", "min = 2; max = 4", "wholly outside [0, 1]" },
        { "sd = 0.09", "sd = 0.09; max = 1",
          "actors.ukraine.resolve.max: belongs to distribution truncated_normal or uniform" },
        { "dist = \"normal\";", "", "actors.ukraine.resolve.dist: found nothing" },
    };
    SCHEMA_EXPECT(edits);
}

Test(schema, tells_what_keys_do_not_mean_together)
{
    static const struct edit edits[] = {
        { "side = \"high\"", "side = \"low\"", "found all belligerents on one side" },
        { "side = \"high\";", "", "actors.russia.side: found nothing, expected low or high" },
        { "capability = 0.58;", "", "actors.russia.capability: found nothing" },
        { "cost = 0.04;", "", "actors.russia.war.cost: found nothing" },
        { "neutrality = { ideal = \"neutral\"; };", "",
          "actors.russia.positions.neutrality: found nothing, expected a position: the issue is "
          "core" },
        { "positions = { guarantees = { ideal = \"strong\"; }; };", "",
          "actors.europe.positions: found nothing" },
        { "credibility = 0.5", "side = \"low\"", "actors.us.side: found a side of a mediator" },
        { "credibility = 0.5", "consent = ( \"territory\" )",
          "only a stakeholder has a consent list" },
        { "neutrality = { core", "neutrality = { front = true; core",
          "found a second front issue" },
        { "levels = { aligned = 0; neutral = 1; }", "discrete = true", "at least two levels" },
        { "values = { none = 0; weak = 0.5; strong = 1; };", "",
          "expected the worth of each level" },
        { "weak = 0.5; strong = 1; }", "strong = 1; }", "values.weak: found nothing" },
        { "loss = \"table\";", "", "found values, expected none unless loss = \"table\"" },
        { "\"neutrality\", \"guarantees\" );", "\"neutrality\", \"neutrality\" );",
          "the same issue twice" },
        { "\"neutrality\", \"guarantees\" );", "\"neutrality\" );",
          "found 1, expected two issues" },
        { "solver = \"acceptance\"", "agenda = \"issue_by_issue\"; solver = \"menu\"",
          "process.agenda: found \"issue_by_issue\" with solver = \"menu\"" },
        { "victory = { ukraine", "victory = { us",
          "found a victory of an actor that does not fight" },
        { "guarantees = { ideal = \"strong\"; };",
          "guarantees = { ideal = \"strong\"; salience = 0; };",
          "found a salience of 0 on every issue" },
        { "\"actors.ukraine.war.cost\" )", "\"actors.russia.war.cost\" )", "which is certain" },
        { "\"actors.ukraine.war.cost\" )", "\"actors.ukraine.cost\" )",
          "no path of this scenario" },
        { "\"actors.ukraine.war.cost\" )", "\"actors.ukraine.discount\" )",
          "the same number twice" },
        { "\"actors.ukraine.war.cost\" )", "\"a\", \"b\" )", "found 3, expected two paths" },
        { "rho = -0.4; }", "rho = -1; }", "rho: found -1" },
        { "rho = -0.4; }",
          "rho = 0.1; }, { between = ( \"actors.ukraine.war.cost\", \"actors.ukraine.discount\" ); "
          "rho = 0.2; }",
          "named before" },
        /* r12 = r13 = .9, r23 = -.9: 1 + 2 r12 r13 r23 - r12^2 - r13^2 - r23^2 < 0 */
        { "rho = -0.4; }",
          "rho = 0.9; }, { between = ( \"actors.ukraine.discount\", \"actors.ukraine.resolve\" ); "
          "rho = 0.9; }, "
          "{ between = ( \"actors.ukraine.war.cost\", \"actors.ukraine.resolve\" ); rho = -0.9; }",
          "contradict each other" },
    };
    SCHEMA_EXPECT(edits);
}

Test(schema, tells_all_faults_at_once_with_their_lines)
{
    struct faults faults = { 0 };
    static const char text[] = "name = 3;\nrun = { trials = 0;\n horizon = 0; };\nissues = { };\n"
                               "actors = { a = { role = \"belligerent\"; side = \"low\"; }; };\n";
    cr_expect(scenario_from_text(text, "test.cfg", &faults) == NULL);
    const struct {
        int line;
        const char *message;
    } expected[] = {
        { 1, "name: found 3" },
        { 2, "run.trials: found 0" },
        { 3, "run.horizon: found 0" },
        { 4, "issues: found an empty group" },
        { 5, "on one side" },
        { 5, "actors.a.capability: found nothing" },
        { 5, "actors.a.discount" },
        { 5, "actors.a.war.cost" },
        { 5, "actors.a.positions" },
        { 1, "war: found nothing" },
        { 1, "process: found nothing" },
    };
    cr_expect(faults.count == sizeof expected / sizeof expected[0]);
    for (size_t index = 0; index < sizeof expected / sizeof expected[0]; index++) {
        bool told = false;
        for (int fault = 0; fault < faults.count; fault++)
            told |= faults.fault[fault].line == expected[index].line &&
                    strstr(faults.fault[fault].message, expected[index].message) != NULL;
        cr_expect(told, "line %d: %s", expected[index].line, expected[index].message);
    }
    faults_free(&faults);
}

struct consequence {
    const char *find, *replace;
    int faults;
};

/* What merely follows from a fault is not told. */
Test(schema, tells_no_consequences)
{
    static const struct consequence edits[] = {
        { "levels = { borders = 0.0; contact = 0.55; donbas = 0.70; regions = 0.90; }",
          "levels = 1", 1 },
        { "levels = { borders", "level = { borders", 1 },
        { "front = true", "front = 1", 1 },
        { "front = true", "frnt = true", 1 },
        { "packages = {", "package = {", 1 },
        { "actors = {", "actor = {", 1 },
        { "issues = {", "isues = {", 1 },
        { "salience = 0.2;", "salience = -1;", 1 },
        { "guarantees = { ideal = \"strong\"; };",
          "guarantees = { ideal = \"strong\"; salience = -1; };", 1 },
        { "capability = 0.58", "capabilty = 0.58", 1 },
        { "war = { cost = 0.04; }", "war = { cots = 0.04; }", 1 },
        { "war = { cost = 0.04; }", "wra = { cost = 0.04; }", 1 },
        { "side = \"high\"", "sid = \"high\"", 1 },
        { "neutrality = { ideal = \"neutral\"; };", "neutralty = { ideal = \"neutral\"; };", 1 },
        { "mode = 0.42", "mod = 0.42", 1 },
        { "protocol = \"mediated\"", "protocl = \"mediated\"", 1 },
        { "beyond = \"contact\"", "beynd = \"contact\"", 1 },
        { "solver = \"acceptance\"", "solver = \"nahs\"; foo = 1", 2 },
        { "protocol = \"mediated\"", "protocol = \"mediate\"; foo = 1", 2 },
        { "capability = 0.58", "foo = 0.58", 2 },
    };
    for (size_t index = 0; index < sizeof edits / sizeof edits[0]; index++) {
        struct faults faults = { 0 };
        char *text = schema_edit(edits[index].find, edits[index].replace);
        cr_expect(scenario_from_text(text, "test.cfg", &faults) == NULL);
        cr_expect(faults.count == edits[index].faults, "%s -> %s: %d", edits[index].find,
                  edits[index].replace, faults.count);
        if (faults.count != edits[index].faults)
            faults_print(&faults, stderr);
        faults_free(&faults);
        free(text);
    }
}

/* Tables that join one group must not share a key: the second would never be read. */
Test(schema, models_of_a_group_have_keys_of_their_own)
{
    static const char *const joined[] = { "protocol", "solver", "continuation" };
    for (int left = 0; left < catalogue_count; left++)
        for (int right = 0; right < left; right++) {
            int members = 0;
            for (size_t kind = 0; kind < sizeof joined / sizeof joined[0]; kind++)
                members += (strcmp(catalogue[left].kind, joined[kind]) == 0) +
                           (strcmp(catalogue[right].kind, joined[kind]) == 0);
            if (members < 2 || strcmp(catalogue[left].kind, catalogue[right].kind) == 0)
                continue;
            struct schema schema = { .count = 1, .table = { catalogue[left].model->parameters } };
            const struct parameter *entry = catalogue[right].model->parameters;
            for (; schema.table[0] != NULL && entry != NULL && entry->name != NULL; entry++)
                cr_expect(schema_find(&schema, entry->name) == NULL, "%s of %s and %s", entry->name,
                          catalogue[left].model->name, catalogue[right].model->name);
        }
}
