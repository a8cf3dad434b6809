#include <stdlib.h>
#include <sysexits.h>

#include "engine/command.h"
#include "engine/memory.h"

static int check_file(const struct options *options, const char *file)
{
    int status;
    struct scenario *scenario = command_scenario(options, file, &status);
    if (scenario == NULL)
        return status;
    const struct game *game = &scenario->game;
    int belligerents = 0, uncertain = scenario->quantities.uncertains;
    for (int actor = 0; actor < game->actors; actor++)
        belligerents += game->actor[actor].role == ROLE_BELLIGERENT;
    char *text = memory_format("%s: ok (%d belligerents, %d issue%s, %d uncertain number%s)", file,
                               belligerents, game->issues, game->issues == 1 ? "" : "s", uncertain,
                               uncertain == 1 ? "" : "s");
    struct page page = page_plain(stdout);
    if (!options->quiet)
        page_paragraph(&page, 0, text);
    free(text);
    scenario_free(scenario);
    return EX_OK;
}

static int check(const struct options *options)
{
    struct files files = { 0 };
    int worst = EX_OK;
    if (!command_files(options, &files, &worst))
        return worst;
    for (int index = 0; index < files.count; index++) {
        int status = check_file(options, files.path[index]);
        worst = status > worst ? status : worst;
    }
    files_free(&files);
    return worst;
}

const struct command command_check = {
    .name = "check",
    .arguments = "SCENARIO...",
    .summary = "Validate scenarios: every fault at once.",
    .examples = { "zopa check mine.cfg", "zopa check scenarios/ukraine" },
    .run = check,
};
