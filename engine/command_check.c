#include <limits.h>
#include <stdlib.h>
#include <sysexits.h>

#include "engine/command.h"
#include "engine/memory.h"

/* The first scenario is the file's own, or the variant that was asked for. */
static void check_tell(const struct options *options, const char *file, int place,
                       const struct scenario *scenario)
{
    const struct game *game = &scenario->game;
    int belligerents = 0, uncertain = scenario->quantities.uncertains;
    bool variant = place > 0 || options->variant != NULL;
    for (int actor = 0; actor < game->actors; actor++)
        belligerents += game->actor[actor].role == ROLE_BELLIGERENT;
    char *text = memory_format("%s%s%s: ok (%d belligerents, %d issue%s, %d uncertain number%s)",
                               file, variant ? ", " : "", variant ? scenario->name : "",
                               belligerents, game->issues, game->issues == 1 ? "" : "s", uncertain,
                               uncertain == 1 ? "" : "s");
    struct page page = page_plain(stdout);
    if (!terminal_is(stdout))
        page.width = INT_MAX; /* one line a scenario, for programs */
    page_paragraph(&page, 0, text);
    free(text);
}

static int check_file(const struct options *options, const char *file)
{
    int status;
    struct scenarios scenarios;
    command_scenarios(options, file, &scenarios, &status);
    for (int place = 0; place < scenarios.count && !options->quiet; place++)
        check_tell(options, file, place, scenarios.scenario[place]);
    scenarios_free(&scenarios);
    return status;
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
