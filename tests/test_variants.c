#include "engine/variants.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/libconfig.h"
#include "engine/memory.h"
#include "engine/scenario.h"
#include "engine/sha256.h"
#include "engine/writer.h"
#include "tests/said.h"
#include "tests/scenario_text.h"

/* Laid over the small scenario: every way of changing it. Line 1 ends the scenario's last. */
static const char variants_list[] =
    "variants = (\n"
    "  { name = \"mild\"; title = \"Mild\"; set = ( \"actors.us.credibility = 0.85\",\n"
    "      \"process.solver = nash\" ); },\n"
    "  { name = \"calm seas\"; notes = \"No shocks.\"; set = ( \"shocks.grid = { remove = true; "
    "}\" "
    "); },\n"
    "  { name = \"drawn\"; set = ( \"war.drift = { dist = \\\"normal\\\"; mean = 0.0; sd = 0.01; "
    "}\",\n"
    "      \"war.start = donbas\", \"levers.aid.intensity=0.7\", \"run.horizon=30\" ); }\n"
    ");\n";

static char *variants_file(const char *text)
{
    char *path = memory_text("/tmp/zopa_variants_XXXXXX");
    int number = mkstemp(path);
    cr_assert(number >= 0 && write(number, text, strlen(text)) == (ssize_t)strlen(text));
    close(number);
    return path;
}

static char *variants_sample(void)
{
    char *text = memory_format("%s%s", scenario_text, variants_list), *path = variants_file(text);
    free(text);
    return path;
}

static struct scenarios variants_read(const struct scenario_request *request)
{
    struct faults faults = { 0 };
    struct scenarios scenarios;
    enum scenario_status status = scenarios_read(request, &scenarios, &faults);
    faults_print(&faults, stderr);
    cr_assert(status == SCENARIO_GOOD && faults.count == 0);
    return scenarios;
}

Test(variants, follow_the_file_in_order)
{
    static const char *const names[] = { "relief", "mild", "calm seas", "drawn" };
    char *path = variants_sample();
    struct scenarios all = variants_read(&(struct scenario_request){ .file = path });
    cr_assert(all.count == 4);
    for (int index = 0; index < all.count; index++) {
        char *text = writer_text(all.scenario[index]->tree), sha256[65];
        sha256_hex(text, strlen(text), sha256);
        cr_expect_str_eq(all.scenario[index]->name, names[index]);
        cr_expect_str_eq(all.scenario[index]->sha256, sha256);
        cr_expect((tree_member(all.scenario[index]->tree, "variants") != NULL) == (index == 0));
        free(text);
    }
    cr_expect_str_eq(all.scenario[1]->title, "Mild");
    cr_expect_str_eq(all.scenario[1]->notes, "What is assumed.");
    cr_expect_str_eq(all.scenario[2]->title, "Sanctions relief");
    cr_expect_str_eq(all.scenario[2]->notes, "No shocks.");
    cr_expect(all.scenario[0]->shocks == 1 && all.scenario[2]->shocks == 0);
    cr_expect_str_eq(all.scenario[1]->process.solver.model->name, "nash");
    cr_expect_str_eq(all.scenario[2]->process.solver.model->name, "acceptance");
    cr_expect(all.scenario[3]->run.horizon == 30 && all.scenario[2]->run.horizon == 36);
    scenarios_free(&all);
    unlink(path);
    free(path);
}

Test(variants, keep_the_lines_of_their_texts)
{
    static const struct {
        const char *path;
        int line;
        enum node_layer layer;
    } expected[] = {
        { "name", 5, LAYER_VARIANT },        { "war.drift.sd", 5, LAYER_VARIANT },
        { "war.start", 6, LAYER_VARIANT },   { "levers.aid.intensity", 6, LAYER_VARIANT },
        { "run.horizon", 6, LAYER_VARIANT }, { "run.seed", 5, LAYER_FILE },
    };
    char *path = variants_sample();
    int before = 0;
    for (const char *at = scenario_text; *at != '\0'; at++)
        before += *at == '\n';
    struct scenarios one =
        variants_read(&(struct scenario_request){ .file = path, .variant = "drawn" });
    cr_assert(one.count == 1);
    for (size_t index = 0; index < sizeof expected / sizeof expected[0]; index++) {
        const struct node *node = tree_find(one.scenario[0]->tree, expected[index].path);
        int line = expected[index].line + (expected[index].layer == LAYER_VARIANT ? before : 0);
        cr_assert_not_null(node, "%s", expected[index].path);
        cr_expect_str_eq(node->file, path);
        cr_expect(node->line == line, "%s: %d", expected[index].path, node->line);
        cr_expect(node->layer == expected[index].layer, "%s", expected[index].path);
    }
    scenarios_free(&one);
    unlink(path);
    free(path);
}

/* What `show` prints under assignments of the command line stands for the same scenarios as the
 * file does under them. */
Test(variants, are_shown_as_they_are_run)
{
    static const char *const sets[][3] = {
        { NULL },
        { "run.seed=5" },
        { "actors.us.credibility=0.3", "process.solver=utilitarian" },
        { "actors.us.credibility=0.3", "actors.us.credibility=0.4", "run.horizon=20" },
        { "war.drift=0.001" },
        { "war.drift={ dist = \"uniform\"; min = 0.0; max = 0.1; }", "war.drift.max=0.2" },
        { "shocks.grid={ remove = true; }", "levers.aid={ remove = true; }" },
        { "shocks={ other = { target = \"russia\"; hazard = 0.1; size = 0.1; }; }" },
        { "run={ horizon = 12; tail = 3; }" },
        { "process.acceptance.rule=threshold" },
        { "name=other", "title=Others", "notes=none" },
    };
    char *path = variants_sample();
    for (size_t index = 0; index < sizeof sets / sizeof sets[0]; index++) {
        int count = 0;
        while (count < 3 && sets[index][count] != NULL)
            count++;
        struct scenarios file = variants_read(
            &(struct scenario_request){ .file = path, .set = sets[index], .sets = count });
        char *text = writer_text(file.scenario[0]->tree), *shown = variants_file(text);
        struct scenarios again = variants_read(&(struct scenario_request){ .file = shown });
        cr_assert(file.count == 4 && again.count == 4);
        for (int k = 0; k < 4; k++)
            cr_expect_str_eq(file.scenario[k]->sha256, again.scenario[k]->sha256, "%s, %s",
                             sets[index][0], file.scenario[k]->name);
        scenarios_free(&again);
        scenarios_free(&file);
        unlink(shown);
        free(shown);
        free(text);
    }
    unlink(path);
    free(path);
}

Test(variants, yield_to_the_command_line)
{
    static const char *const sets[] = { "actors.us.credibility=0.3", "war.start=contact",
                                        "shocks.grid={ remove = true; }" };
    char *path = variants_sample();
    struct scenarios all =
        variants_read(&(struct scenario_request){ .file = path, .set = sets, .sets = 3 });
    cr_assert(all.count == 4);
    for (int index = 0; index < 4; index++) {
        const struct node *tree = all.scenario[index]->tree;
        cr_expect(tree_find(tree, "actors.us.credibility")->real == 0.3);
        cr_expect(tree_find(tree, "actors.us.credibility")->layer == LAYER_COMMAND);
        cr_expect_str_eq(tree_find(tree, "war.start")->text, "contact");
        cr_expect(all.scenario[index]->shocks == 0);
    }
    scenario_override(all.scenario[0], "horizon", 9);
    const struct node *drawn = variants_find(all.scenario[0]->tree, "drawn");
    cr_expect_str_eq(tree_member(drawn, "set")->last->text, "run.horizon=9");
    cr_expect_str_eq(tree_member(variants_find(all.scenario[0]->tree, "mild"), "set")->last->text,
                     "actors.us.credibility=0.3");
    scenarios_free(&all);
    unlink(path);
    free(path);
}

static enum scenario_status variants_status(const char *path, const char *variant, const char *set,
                                            struct faults *faults)
{
    struct scenarios scenarios;
    const struct scenario_request request = {
        .file = path, .variant = variant, .set = &set, .sets = set != NULL
    };
    enum scenario_status status = scenarios_read(&request, &scenarios, faults);
    cr_expect((scenarios.count > 0) == (status == SCENARIO_GOOD));
    cr_expect((faults->count > 0) == (status != SCENARIO_GOOD));
    scenarios_free(&scenarios);
    return status;
}

Test(variants, tell_whose_fault_it_is)
{
    char *path = variants_sample();
    static const struct {
        const char *variant, *set, *message;
        enum scenario_status status;
    } cases[] = {
        { NULL, NULL, NULL, SCENARIO_GOOD },
        { "mild", NULL, NULL, SCENARIO_GOOD },
        { "relief", NULL, NULL, SCENARIO_GOOD },
        { "mils", NULL, "did you mean 'mild'?", SCENARIO_SETTING },
        { "x", NULL, "known: relief, mild, calm seas, drawn", SCENARIO_SETTING },
        { NULL, "shocks.grid.size=0.1", "variant 'calm seas'", SCENARIO_SETTING },
        { "mild", "shocks.grid.size=0.1", NULL, SCENARIO_GOOD },
        { "relief", "shocks.grid.size=0.1", NULL, SCENARIO_GOOD },
        { "calm seas", "shocks.grid.size=0.1", "unknown shock 'grid'", SCENARIO_SETTING },
        { "mild", "title=x", "has its own", SCENARIO_SETTING },
        { "drawn", "title=x", NULL, SCENARIO_GOOD },
        { NULL, "variants=(1)", "cannot be set", SCENARIO_SETTING },
        { NULL, "variant=1", "unknown key 'variant'; zopa params", SCENARIO_SETTING },
        { NULL, "name=mild", "the file's own scenario", SCENARIO_SETTING },
    };
    for (size_t index = 0; index < sizeof cases / sizeof cases[0]; index++) {
        struct faults faults = { 0 };
        cr_expect(variants_status(path, cases[index].variant, cases[index].set, &faults) ==
                      cases[index].status,
                  "case %zu", index);
        bool told = cases[index].message == NULL;
        for (int fault = 0; fault < faults.count; fault++)
            told = told || strstr(faults.fault[fault].message, cases[index].message) != NULL;
        cr_expect(told, "case %zu: %s", index, said_first(&faults));
        faults_free(&faults);
    }
    unlink(path);
    free(path);
}

/* A fault of the file is told once, and is no fault of the command line; where one variant is asked
 * for, those of the others are not told. */
Test(variants, tell_faults_of_the_file_once)
{
    static const char list[] = "variants = ( { name = \"a\"; set = ( \"war.drift = 0.1\" ); },\n"
                               "{ name = \"b\"; set = ( \"war.drift = high\" ); } );\n";
    char *text = memory_format("%s%s", scenario_text, list), *good = variants_file(text);
    char *wrong = memory_format("%s%slevel = 3;\n", scenario_text, list),
         *bad = variants_file(wrong);
    struct faults faults = { 0 };
    cr_expect(variants_status(good, NULL, NULL, &faults) == SCENARIO_BAD && faults.count == 1);
    faults_free(&faults);
    cr_expect(variants_status(good, "a", NULL, &faults) == SCENARIO_GOOD);
    cr_expect(variants_status(good, "a", "war.drift=low", &faults) == SCENARIO_SETTING);
    faults_free(&faults);
    cr_expect(variants_status(bad, NULL, NULL, &faults) == SCENARIO_BAD);
    cr_expect(faults.count == 2, "%d", faults.count);
    cr_expect(said_first(&faults)[0] == 'u', "%s", said_first(&faults));
    faults_free(&faults);
    cr_expect(variants_status(bad, "c", "run.seed=x", &faults) == SCENARIO_BAD);
    faults_free(&faults);
    unlink(good);
    unlink(bad);
    free(good);
    free(bad);
    free(text);
    free(wrong);
}

/* A variant that mends what the file's own scenario lacks does not make a file good. */
Test(variants, mend_no_file)
{
    char *text =
             memory_format("%svariants = ( { name = \"a\"; set = ( \"levers.aid.kind = pressure\" "
                           "); } );\n",
                           scenario_text),
         *kind = strstr(text, "kind = \"pressure\";");
    memset(kind, ' ', strlen("kind = \"pressure\";"));
    char *path = variants_file(text);
    struct faults faults = { 0 };
    cr_expect(variants_status(path, "a", NULL, &faults) == SCENARIO_BAD);
    cr_expect(faults.count == 1 && strstr(said_first(&faults), "levers.aid.kind: found nothing"));
    faults_free(&faults);
    unlink(path);
    free(path);
    free(text);
}

/* Names that the same file gives already may be meant: the variant would change them. */
Test(variants, may_have_meant_what_the_file_gives)
{
    static const char list[] =
        "variants = ( { name = \"a\"; set = ( \"actors.us.credibilty = 0.6\",\n"
        "\"actors.russia.wra.cost = 0.05\" ); } );\n";
    char *text = memory_format("%s%s", scenario_text, list), *path = variants_file(text);
    struct faults faults = { 0 };
    cr_expect(variants_status(path, NULL, NULL, &faults) == SCENARIO_BAD);
    cr_assert(faults.count == 2);
    cr_expect(strstr(faults.fault[0].message, "did you mean 'war'?") != NULL, "%s",
              faults.fault[0].message);
    cr_expect(strstr(faults.fault[1].message, "did you mean 'credibility'?") != NULL, "%s",
              faults.fault[1].message);
    faults_free(&faults);
    unlink(path);
    free(path);
    free(text);
}

Test(variants, lay_what_can_be_laid)
{
    struct faults faults = { 0 };
    struct node *root = libconfig_read_text(
        "name = \"x\"; run = { seed = 4; };\n"
        "variants = ( { name = \"y\"; set = ( \"run.horizon = 5\", \"run.sed = 5\",\n"
        " \"run.seed.low = 1\" ); }, { name = \"z\"; set = ( \"run.seed.low = 1\" ); } );",
        "a.cfg", &faults);
    cr_assert_not_null(root, "%s", said_first(&faults));
    const struct node *first = variants_first(root), *second = first->next;
    struct node *tree = tree_copy(root), *shown = tree_copy(root);
    cr_expect(!variants_lay(tree, first, &faults));
    cr_expect(faults.count == 1 &&
              said(&faults, "a.cfg", 3, "\"run.seed.low = 1\": run.seed: holds a number"));
    cr_expect(tree_find(tree, "run.horizon")->integer == 5 && tree_find(tree, "run.sed") != NULL);
    cr_expect_str_eq(tree_find(tree, "name")->text, "y");
    struct node *list = tree_member(shown, "variants");
    variants_lay_possible(tree, first, list->first);
    variants_lay_possible(tree, second, list->last);
    cr_expect(tree_count(tree_member(list->first, "set")) == 2);
    cr_expect_str_eq(tree_member(list->last, "set")->first->text, "run.seed=4");
    cr_expect(tree_count(tree_member(list->last, "set")) == 1);
    tree_free(shown);
    tree_free(tree);
    tree_free(root);
    faults_free(&faults);
}

Test(variants, know_what_they_touch)
{
    struct faults faults = { 0 };
    struct node *root = libconfig_read_text(
        "variants = ( { name = \"y\"; title = \"Y\"; set = ( \" run.seed=1\", \"war.p = 1\" ); },\n"
        "{ set = ( \"run = { seed = 2; }\", 3 ); }, 7 );",
        "a.cfg", &faults);
    cr_assert_not_null(root, "%s", said_first(&faults));
    const struct node *first = variants_first(root), *second = first->next, *third = second->next;
    cr_expect(variants_touch(first, "run", "seed") && !variants_touch(first, "run", "trials"));
    cr_expect(variants_touch(second, "run", "seed") && variants_touch(second, "run", "trials"));
    cr_expect(!variants_touch(second, "war", "p") && !variants_touch(third, "run", "seed"));
    cr_expect(variants_own(first, "title=x") && variants_own(first, " name = x"));
    cr_expect(!variants_own(first, "notes=x") && !variants_own(first, "titles=x"));
    char *name = variants_name(first), *nameless = variants_name(second);
    cr_expect_str_eq(name, "y");
    cr_expect_str_eq(nameless, "variants[1]");
    cr_expect(variants_find(root, "y") == first && variants_find(root, "z") == NULL);
    free(name);
    free(nameless);
    tree_free(root);
}
