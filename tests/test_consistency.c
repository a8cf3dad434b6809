#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/scenario.h"
#include "tests/scenario_text.h"

/* The scenario with the first `find` replaced in each of two edits; the faults that it then has. */
static struct scenario *edited(const char *const edits[2][2], struct faults *faults)
{
    char *text = memory_text(scenario_text);
    for (int m = 0; m < 2; m++) {
        const char *at = strstr(text, edits[m][0]);
        cr_assert(at != NULL, "the scenario does not hold %s", edits[m][0]);
        char *next = memory_format("%.*s%s%s", (int)(at - text), text, edits[m][1],
                                   at + strlen(edits[m][0]));
        free(text);
        text = next;
    }
    struct scenario *scenario = scenario_from_text(text, "test.cfg", faults);
    free(text);
    return scenario;
}

/* Ukraine, Russia and Europe can all refuse: too many for a solver that serves two. */
Test(consistency, tells_when_a_solver_serves_fewer)
{
    static const char *const edits[2][2] = {
        { "solver = \"acceptance\"", "solver = \"perles_maschler\"" },
        { "persistence = 0.9", "persistence = 0.8" },
    };
    struct faults faults = { 0 };
    cr_assert_null(edited(edits, &faults));
    cr_assert_eq(faults.count, 1);
    cr_assert(strstr(faults.fault[0].message,
                     "process.solver: found \"perles_maschler\", which serves 2 actors whose "
                     "consent is needed, and 3 of them, expected another solver"),
              "%s", faults.fault[0].message);
    cr_assert(faults.fault[0].line > 1);
    faults_free(&faults);
}

/* Any number, or two who can refuse: nothing is wrong. */
Test(consistency, lets_pass_what_a_solver_serves)
{
    static const char *const edits[2][2][2] = {
        { { "solver = \"acceptance\"", "solver = \"kalai_smorodinsky\"" },
          { "persistence = 0.9", "persistence = 0.8" } },
        { { "solver = \"acceptance\"", "solver = \"equal_area\"" },
          { "consent = ( \"guarantees\" );", "" } },
    };
    for (int m = 0; m < 2; m++) {
        struct faults faults = { 0 };
        struct scenario *scenario = edited(edits[m], &faults);
        cr_assert_not_null(scenario, "%s", faults.count ? faults.fault[0].message : "");
        scenario_free(scenario);
        faults_free(&faults);
    }
}
