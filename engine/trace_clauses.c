#include "engine/trace.h"

static void trace_clause(struct json *json, const struct game *game, const struct clause *about,
                         const struct chronicle_clause *seen, bool text)
{
    json_row(json, NULL);
    if (about->rule >= 0) {
        json_text(json, "rule", game->rule[about->rule].name);
    } else {
        json_text(json, "line", game->actor[about->actor].name);
        json_text(json, "issue", game->issue[about->issue].name);
    }
    if (text)
        json_flag(json, "touched", seen->touched);
    if (text && about->rule < 0)
        json_flag(json, "lifted", seen->lifted);
    if (!text)
        json_flag(json, "bars", seen->bars);
    json_end(json);
}

void trace_clauses(struct json *json, const struct chronicle *chronicle, int round)
{
    const struct game *game = &chronicle->scenario->game;
    const struct chronicle_round *seen = &chronicle->round[round];
    bool text = seen->tabled == TABLED_TEXT;
    if (game->clauses == 0 || (!text && seen->tabled != TABLED_NONE))
        return;
    json_array(json, "terms");
    for (int m = 0; m < game->clauses; m++)
        trace_clause(json, game, &game->clause[m], &seen->clause[m], text);
    json_end(json);
}
