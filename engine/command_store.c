#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "engine/command.h"
#include "engine/memory.h"
#include "engine/store_views.h"

enum { STORE_RUNS = 2 };

/* One call of `zopa store`. */
struct visit {
    const struct options *options;
    struct store *store;
    int64_t run[STORE_RUNS];
    struct page page;
    struct json json;
};

/* Which other flag names the file of the store; NULL: none does. */
static const char *store_clash(const struct options *options)
{
    const char *files[] = { options->trials_out, options->csv };
    for (size_t k = 0; k < sizeof files / sizeof *files && options->store != NULL; k++)
        if (files[k] != NULL &&
            (strcmp(options->store, files[k]) == 0 || output_is_same(options->store, files[k])))
            return k == 0 ? "--trials-out" : "--csv";
    return NULL;
}

bool command_store_open(const struct options *options, struct store **store, int *status)
{
    const char *clash = store_clash(options);
    *store = NULL;
    *status = EX_OK;
    if (options->store == NULL && options->store_trials)
        *status = command_misuse("--store-trials: found no --store, expected one to keep them in");
    if (clash != NULL)
        *status = command_misuse("--store: found '%s', which is the file of %s, expected another",
                                 options->store, clash);
    if (options->store != NULL && *status == EX_OK) {
        char *line = options_line(options);
        *store = store_open(options->store, options->store_wait, line);
        *status = *store == NULL ? EX_CANTCREAT : EX_OK;
        free(line);
    }
    return *status == EX_OK;
}

static int store_list(struct visit *visit)
{
    if (visit->options->json)
        store_list_write(visit->store, &visit->json);
    else
        store_list_print(visit->store, &visit->page);
    return EX_OK;
}

static int store_show(struct visit *visit)
{
    if (visit->options->scenario)
        store_show_scenario(visit->store, stdout, visit->run[0]);
    else if (visit->options->json)
        store_show_summary(visit->store, stdout, visit->run[0]);
    else
        store_show_print(visit->store, &visit->page, visit->run[0]);
    return EX_OK;
}

static int store_diff(struct visit *visit)
{
    if (visit->options->json)
        store_diff_write(visit->store, &visit->json, visit->run[0], visit->run[1]);
    else
        store_diff_print(visit->store, &visit->page, visit->run[0], visit->run[1]);
    return EX_OK;
}

static int store_export(struct visit *visit)
{
    const struct options *options = visit->options;
    if (options->json && (options->out != NULL || options->trials_of != NULL))
        return command_misuse("store export: found --json and %s, expected one of them",
                              options->out != NULL ? "-o" : "--trials");
    int status = command_check_output("-o", options->out);
    if (status != EX_OK)
        return status;
    if (options->json)
        store_export_write(visit->store, &visit->json);
    else if (options->trials_of == NULL)
        return store_export_runs(visit->store, options->out);
    else {
        int64_t run = store_find(visit->store, options->trials_of);
        return run == 0 ? EX_USAGE : store_export_trials(visit->store, options->out, run);
    }
    return EX_OK;
}

/* In the order of the command's arguments. */
static const struct {
    const char *name;
    int runs;
    int (*tell)(struct visit *visit);
} store_tales[] = {
    { "list", 0, store_list },
    { "show", 1, store_show },
    { "diff", 2, store_diff },
    { "export", 0, store_export },
};

static int store_check(const struct options *options, int choice)
{
    const char *name = store_tales[choice].name;
    int runs = store_tales[choice].runs;
    bool export = store_tales[choice].tell == store_export;
    if (options->arguments != 2 + runs)
        return command_misuse("store %s: found %d words behind it, expected a store%s", name,
                              options->arguments - 1,
                              runs == 0   ? " alone"
                              : runs == 1 ? " and a run: its id, or last"
                                          : " and two runs: their ids, or last");
    if (!export && (options->out != NULL || options->trials_of != NULL))
        return command_misuse("store %s takes no %s; store export does", name,
                              options->out != NULL ? "-o" : "--trials");
    if (options->scenario && (store_tales[choice].tell != store_show || options->json))
        return command_misuse("store %s takes no --scenario%s", name,
                              options->json ? " with --json" : "; store show does");
    return EX_OK;
}

static int store_visit(struct visit *visit, int choice)
{
    for (int k = 0; k < store_tales[choice].runs; k++) {
        visit->run[k] = store_find(visit->store, visit->options->argument[2 + k]);
        if (visit->run[k] == 0)
            return EX_USAGE;
    }
    int status = store_tales[choice].tell(visit);
    return status == EX_OK ? store_status(visit->store) : status;
}

static int store(const struct options *options)
{
    int choice = command_choice(&command_store, options);
    int status = choice < 0 ? EX_USAGE : store_check(options, choice);
    if (status != EX_OK)
        return status;
    struct visit visit = { .options = options, .json = json_start(stdout) };
    visit.page = (struct page){ .out = stdout, .terminal = terminal_output(options->color) };
    visit.store = store_read(options->argument[1], options->store_wait, &status);
    if (visit.store != NULL)
        status = store_visit(&visit, choice);
    store_close(visit.store);
    return status;
}

const struct command command_store = {
    .name = "store",
    .arguments = "list|show|diff|export FILE.db [RUN...]",
    .summary = "Tell what a store holds: its runs, one of them, how two differ, all as a table.",
    .examples = { "zopa store list results.db", "zopa store diff results.db 1 last" },
    .run = store,
};
