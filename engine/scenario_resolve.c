#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/assignment.h"
#include "engine/files.h"
#include "engine/idle.h"
#include "engine/memory.h"
#include "engine/overlay.h"
#include "engine/scenario.h"
#include "engine/text.h"

/* "kosovo" may stand for "kosovo.cfg", "kosvo.cfg" for it, too. */
static void scenario_absent(const char *file, const char *absent, struct faults *faults)
{
    char *meant = memory_format("%s.cfg", file);
    if (access(meant, R_OK) != 0) {
        free(meant);
        meant = files_nearest(file);
    }
    faults_add(faults, file, 1, "found no scenario (%s), expected a readable file%s%s%s", absent,
               meant != NULL ? "; did you mean '" : "", meant != NULL ? meant : "",
               meant != NULL ? "'?" : "");
    free(meant);
}

struct node *scenario_resolve(const char *file, enum scenario_status *status, struct faults *faults)
{
    const char *absent;
    struct node *resolved = overlay_read(file, &absent, faults);
    if (absent != NULL)
        scenario_absent(file, absent, faults);
    *status = resolved != NULL ? SCENARIO_GOOD : absent != NULL ? SCENARIO_MISSING : SCENARIO_BAD;
    if (resolved != NULL)
        idle_drop(resolved, scenario_parameters, file);
    return resolved;
}

enum { VARY_TOLD = 3 }; /* the most values of a path whose faults are told */

/* Whether that is enough about the path, or the same has been told of another value: then it is the
 * path that is at fault. */
static bool scenario_vary_told(const struct vary *vary, const char *message,
                               const struct faults *faults)
{
    char *flag = memory_format("--vary %s=", vary->path);
    bool told = false;
    int count = 0;
    for (int index = 0; index < faults->count; index++) {
        const struct fault *fault = &faults->fault[index];
        size_t length = strlen(fault->message), end = strlen(message);
        bool same = vary->line > 0
                        ? fault->line == vary->line && strcmp(fault->file, vary->origin) == 0
                        : strncmp(fault->file, flag, strlen(flag)) == 0;
        count += same;
        told =
            told || (same && length >= end && strcmp(fault->message + length - end, message) == 0);
    }
    free(flag);
    return told || count >= VARY_TOLD;
}

void scenario_vary_faults(const struct vary *vary, const char *value, const struct faults *found,
                          struct faults *faults)
{
    char *shown = text_excerpt(value, strlen(value));
    char *set = memory_format("%s = %s", vary->path, shown);
    char *origin = memory_format("--vary %s=%s", vary->path, shown);
    for (int index = 0; index < found->count; index++) {
        const char *message = found->fault[index].message;
        if (scenario_vary_told(vary, message, faults))
            continue;
        if (vary->line > 0)
            faults_add(faults, vary->origin, vary->line, "sweep: \"%s\": %s", set, message);
        else
            faults_add(faults, origin, 1, "%s", message);
    }
    faults_rank(faults, origin, 1);
    free(origin);
    free(set);
    free(shown);
}

/* Whether the scenario can be built with the path at one of its values. */
static bool scenario_sweep_value(const struct vary *vary, long place, const struct node *bare,
                                 struct faults *faults)
{
    struct faults found = { 0 };
    char *value = vary_place(vary, place);
    char *assignment = memory_format("%s=%s", vary->path, value);
    struct node *tree = tree_copy(bare);
    struct scenario *scenario = NULL;
    bool good = assignment_check(tree, scenario_parameters, assignment, &found) &&
                overlay_set(tree, assignment, &found);
    if (good) {
        idle_drop(tree, scenario_parameters, bare->file);
        scenario = scenario_build(tree, bare->file, &found);
    } else {
        tree_free(tree);
    }
    good = scenario != NULL;
    scenario_free(scenario);
    scenario_vary_faults(vary, value, &found, faults);
    faults_free(&found);
    free(assignment);
    free(value);
    return good;
}

static bool scenario_sweep_element(const struct node *element, const struct node *bare,
                                   struct faults *faults)
{
    struct vary vary;
    char *sentence = vary_element(&vary, element, false);
    if (sentence == NULL)
        sentence = vary_settle(&vary, bare);
    bool good = sentence == NULL;
    if (!good)
        faults_add(faults, element->file, element->line, "sweep[%d]: %s", element->place, sentence);
    long step = vary.value != NULL ? 1 : vary.count - 1; /* of a range, its ends */
    for (long place = 0; sentence == NULL && place < vary.count; place += step)
        good = scenario_sweep_value(&vary, place, bare, faults) && good;
    free(sentence);
    vary_free(&vary);
    return good;
}

bool scenario_sweep_check(const struct scenario *scenario, const struct node *bare,
                          struct faults *faults)
{
    bool good = true;
    for (const struct node *element = vary_first(scenario->tree); element != NULL;
         element = element->next)
        good = scenario_sweep_element(element, bare, faults) && good;
    return good;
}
