#include "engine/sweep.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "engine/command.h"
#include "engine/memory.h"

/* Adds a path, and says what is wrong with it or with all so far. */
static char *sweep_add(struct vary_plan *plan, const struct vary *vary, char *sentence)
{
    plan->vary[plan->paths++] = *vary;
    for (int path = 0; sentence == NULL && path < plan->paths - 1; path++)
        if (vary_overlap(plan->vary[path].path, vary->path))
            sentence = memory_format("found %s, of which another --vary has a part or the whole, "
                                     "expected each path once",
                                     vary->path);
    return sentence;
}

/* What the command line varies. */
static int sweep_command_plan(const struct options *options, struct vary_plan *plan)
{
    int status = EX_OK;
    if (options->varies > VARY_PATHS)
        return command_misuse("found %d paths to vary, expected at most %d", options->varies,
                              VARY_PATHS);
    for (int k = 0; k < options->varies; k++) {
        struct vary vary;
        char *sentence = vary_parse(&vary, options->vary[k], plan->spread != VARY_GRID);
        sentence = sweep_add(plan, &vary, sentence);
        if (sentence != NULL) {
            char *shown = text_excerpt(options->vary[k], strlen(options->vary[k]));
            char *printable = text_printable(shown);
            status = command_misuse("--vary %s: %s", printable, sentence);
            free(printable);
            free(shown);
        }
        free(sentence);
    }
    return status;
}

/* What the scenario's file varies; it has been checked. */
static int sweep_file_plan(const struct node *resolved, struct vary_plan *plan)
{
    int status = EX_OK;
    const struct node *element = vary_first(resolved);
    if (element == NULL)
        return command_misuse("found nothing to vary, expected --vary PATH=LO:HI:N or "
                              "PATH=a,b,c, or a scenario that has a sweep");
    for (; element != NULL; element = element->next) {
        struct vary vary;
        char *sentence = vary_element(&vary, element, plan->spread != VARY_GRID);
        sentence = sweep_add(plan, &vary, sentence);
        if (sentence != NULL)
            status = command_misuse("%s:%d: %s", element->file, element->line, sentence);
        free(sentence);
    }
    return status;
}

/* A flag that would undo what is varied. */
static int sweep_check_flags(const struct options *options, const struct vary_plan *plan)
{
    const struct {
        const char *flag;
        bool given;
    } flags[] = {
        { "trials", options->trials >= 0 },
        { "seed", options->seed >= 0 },
        { "horizon", options->horizon >= 0 },
        { "design", options->design != NULL },
    };
    for (size_t k = 0; k < sizeof flags / sizeof *flags; k++)
        for (int path = 0; path < plan->paths && flags[k].given; path++) {
            char *set = memory_format("run.%s", flags[k].flag);
            bool both = vary_overlap(plan->vary[path].path, set);
            free(set);
            if (both)
                return command_misuse("--%s: found it where %s is varied, expected one of them",
                                      flags[k].flag, plan->vary[path].path);
        }
    return EX_OK;
}

/* Whether what is varied leaves nothing of what is set at a path: the same, or a part of what is
 * no group. */
static bool sweep_undoes(const struct vary *vary, const char *set)
{
    if (!vary_overlap(vary->path, set) || strlen(set) < strlen(vary->path))
        return false;
    return strcmp(vary->path, set) == 0 || vary->value == NULL || vary->value[0][0] != '{';
}

static int sweep_check_sets(const struct options *options, const struct vary_plan *plan)
{
    for (int k = 0; k < options->sets; k++) {
        const char *start = options->set[k] + strspn(options->set[k], " ");
        char *set = memory_format("%.*s", (int)strcspn(start, "= "), start);
        const char *undone = NULL;
        for (int path = 0; path < plan->paths && undone == NULL; path++)
            if (sweep_undoes(&plan->vary[path], set))
                undone = plan->vary[path].path;
        free(set);
        if (undone != NULL) {
            char *shown = text_excerpt(start, strlen(start)), *printable = text_printable(shown);
            command_misuse("--set %s: found it where %s is varied, expected one of them", printable,
                           undone);
            free(printable);
            free(shown);
            return EX_USAGE;
        }
    }
    return EX_OK;
}

int sweep_plan(struct sweep *sweep, const struct scenario *own)
{
    const struct options *options = sweep->options;
    struct vary_plan *plan = &sweep->plan;
    *plan = (struct vary_plan){ .spread = VARY_GRID,
                                .points = (uint64_t)options->points,
                                .seed = (uint64_t)own->run.seed };
    if (options->points < 0 && options->spread >= 0)
        return command_misuse("--spread: found no --points, which it spreads");
    if (options->points >= 0)
        plan->spread = options->spread < 0 ? VARY_LHS : (enum vary_spread)options->spread;
    int status = options->varies > 0 ? sweep_command_plan(options, plan)
                                     : sweep_file_plan(sweep->resolved, plan);
    if (status == EX_OK)
        status = sweep_check_flags(options, plan);
    if (status == EX_OK)
        status = sweep_check_sets(options, plan);
    sweep->points = status == EX_OK ? vary_points(plan) : 0;
    if (status == EX_OK && sweep->points == 0) {
        char *asked = vary_points_asked(plan);
        status =
            command_misuse("found a grid of %s points, expected at most %d; --points N spreads "
                           "so many over the ranges",
                           asked, VARY_POINTS);
        free(asked);
    }
    if (status == EX_OK)
        vary_draw(plan);
    return status;
}

/* "vary PATH=LO:HI:N" or "vary PATH=a,b,c". */
static void sweep_identify(struct text *text, const struct vary *vary)
{
    char *path = text_printable(vary->path);
    text_add(text, "vary %s=", path);
    free(path);
    if (vary->value == NULL) {
        char *low = vary_place(vary, 0);
        char *high = vary_place(vary, vary->count > 0 ? vary->count - 1 : 1);
        text_add(text, "%s:%s:%ld", low, high, vary->count);
        free(high);
        free(low);
    }
    for (long k = 0; vary->value != NULL && k < vary->count; k++) {
        char *value = text_printable(vary->value[k]);
        text_add(text, "%s%s", k > 0 ? "," : "", value);
        free(value);
    }
    text_add(text, "\n");
}

char *sweep_identity(const struct sweep *sweep, const struct scenario *own)
{
    static const char *const spreads[] = { "lhs", "sobol" };
    const struct vary_plan *plan = &sweep->plan;
    struct text text = { 0 };
    text_add(&text, "version %s\ncommand sweep\n", ZOPA_VERSION);
    folder_identify(&text, own);
    text_add(&text, "points %" PRIu64 ", %s\n", sweep->points,
             plan->spread == VARY_GRID ? "grid" : spreads[plan->spread]);
    for (int path = 0; path < plan->paths; path++)
        sweep_identify(&text, &plan->vary[path]);
    return text.bytes;
}
