#include <sysexits.h>

#include "engine/batch.h"
#include "engine/command.h"
#include "engine/solving.h"
#include "models/catalogue.h"

/* Whether the catalogue has all of these solvers. */
static bool solve_known(const char *solvers)
{
    struct names names = { 0 };
    bool known = true;
    if (solvers != NULL)
        names_add_between(&names, solvers, ',');
    for (int index = 0; index < names.count && known; index++) {
        known = catalogue_find("solver", names.name[index]) != NULL;
        if (!known)
            command_unknown_model("solver", names.name[index]);
    }
    names_free(&names);
    return known;
}

static void solve_write(const struct options *options, const struct batch *batch)
{
    struct json json = json_start(stdout);
    if (batch->count > 1)
        json_array(&json, NULL);
    for (int k = 0; k < batch->count; k++) {
        struct solving *solving = solving_new(batch->scenario[k], options->solvers);
        solving_write(&json, solving);
        solving_free(solving);
    }
    if (batch->count > 1)
        json_end(&json);
}

static void solve_report(const struct options *options, const struct batch *batch)
{
    struct page page = { .out = stdout, .terminal = terminal_output(options->color) };
    for (int k = 0; k < batch->count; k++) {
        struct solving *solving = solving_new(batch->scenario[k], options->solvers);
        if (k > 0)
            page_end_line(&page);
        solving_report(&page, solving, k == batch->count - 1 && !options->quiet);
        solving_free(solving);
    }
}

static int solve(const struct options *options)
{
    struct files files = { 0 };
    struct batch batch = { 0 };
    int status = EX_OK;
    if (!solve_known(options->solvers))
        return EX_USAGE;
    if (!command_files(options, &files, &status))
        return status;
    status = batch_read(&batch, options, &files);
    if (status == EX_OK && options->json)
        solve_write(options, &batch);
    else if (status == EX_OK)
        solve_report(options, &batch);
    batch_free(&batch);
    files_free(&files);
    return status;
}

const struct command command_solve = {
    .name = "solve",
    .arguments = "SCENARIO...",
    .summary = "Solve without simulation: every solver's package at the start, side by side, with "
               "what each party gains.",
    .examples = { "zopa solve mine.cfg", "zopa solve mine.cfg --solver nash,menu --json" },
    .run = solve,
};
