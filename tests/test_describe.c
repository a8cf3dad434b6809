#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "engine/describe.h"
#include "engine/scenario.h"
#include "tests/scenario_text.h"

struct seen {
    const char *path;
    const char *value, *range; /* expected; NULL: whatever the catalogue holds */
    int times;
};

static void describe_see(void *context, const struct description *told)
{
    for (struct seen *seen = context; seen->path != NULL; seen++) {
        if (strcmp(seen->path, told->path) != 0)
            continue;
        char *value = describe_value(told->parameter, told->node),
             *range = describe_range(told->parameter);
        seen->times++;
        cr_expect_str_eq(value, seen->value);
        cr_expect(seen->range == NULL || strcmp(range, seen->range) == 0, "%s: %s", seen->path,
                  range);
        cr_expect(told->parameter->meaning != NULL && told->parameter->unit != NULL, "%s",
                  told->path);
        free(value);
        free(range);
    }
}

Test(describe, tells_every_parameter_once_with_its_value_or_default)
{
    struct faults faults = { 0 };
    struct scenario *scenario = scenario_from_text(scenario_text, "test.cfg", &faults);
    struct seen seen[] = {
        { "run.horizon", "36", "[1, 1200]", 0 },
        { "run.trials", "2000", "[1, 1000000000000]", 0 },
        { "run.round", "month", "", 0 },
        { "issues.territory.levels.contact", "0.55", "[0, 1]", 0 },
        { "issues.neutrality.discrete", "false", "", 0 },
        { "actors.ukraine.capability", "triangular (min 0.35, mode 0.42, max 0.5)",
          "[1e-09, 1000000000]", 0 },
        { "actors.russia.discount", "discrete (values (0.96, 0.97, 0), weights (1, 2.5, 0))",
          "[0, 0.9999]", 0 },
        { "actors.russia.war.resource", "none", "[0, 1000000000]", 0 },
        { "actors.us.role", "mediator", "belligerent | mediator | stakeholder", 0 },
        { "actors.us.side", "none", "none | low | high", 0 },
        { "actors.ukraine.linkages[0].weight", "0.15", "[-10, 10]", 0 },
        { "process.text_rate", "0.2", "[0, 1]", 0 },
        { "process.acceptance.rule", "mood", NULL, 0 },
        { "process.continuation", "war", NULL, 0 },
        { "levers.aid.on", "aid", "cost | burn | aid", 0 },
        { "levers.aid.when.until", "1200", "[0, 1200]", 0 },
        { "victory.russia", "kremlin", "", 0 },
        { "packages.kremlin.territory", "regions", "[0, 1]", 0 },
        { "correlations[0].rho", "-0.4", "[-0.9999, 0.9999]", 0 },
        { NULL, NULL, NULL, 0 },
    };
    cr_assert(scenario != NULL);
    describe_parameters(scenario->tree, describe_see, seen);
    for (const struct seen *each = seen; each->path != NULL; each++)
        cr_expect(each->times == 1, "%s was told %d times", each->path, each->times);
    scenario_free(scenario);
}

static void describe_count_lines(void *context, const struct description *told)
{
    *(int *)context += strstr(told->path, "actors.us.positions") != NULL ||
                       strstr(told->path, "neutrality.red_line") != NULL;
}

Test(describe, is_silent_about_groups_that_are_off_as_a_whole)
{
    struct faults faults = { 0 };
    struct scenario *scenario = scenario_from_text(scenario_text, "test.cfg", &faults);
    int told = 0;
    describe_parameters(scenario->tree, describe_count_lines, &told);
    cr_expect(told == 0);
    scenario_free(scenario);
}

Test(describe, says_whether_a_key_may_be_absent)
{
    static const struct parameter required = { .name = "a", .required = true },
                                  factor = { .name = "b", .initial = 0.97 },
                                  group = { .name = "c", .kind = PARAMETER_GROUP },
                                  any = { .name = PARAMETER_ANY };
    static const struct {
        const struct parameter *parameter;
        const char *presence;
        bool has;
    } cases[] = { { &required, "required", false },
                  { &factor, "default 0.97", true },
                  { &group, "optional", false },
                  { &any, "optional", false } };
    for (size_t index = 0; index < sizeof cases / sizeof *cases; index++) {
        char *presence = describe_presence(cases[index].parameter);
        cr_expect_str_eq(presence, cases[index].presence);
        cr_expect_eq(describe_has_default(cases[index].parameter), cases[index].has);
        free(presence);
    }
}
