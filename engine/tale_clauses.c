#include <math.h>

#include "engine/tale.h"

/* "Ukraine's line on NATO membership", "the rule Symmetric withdrawal". */
static const char *tale_clause(const struct chronicle *chronicle, int clause, char *out,
                               size_t size)
{
    const struct game *game = &chronicle->scenario->game;
    const struct clause *about = &game->clause[clause];
    char who[TALE_NAME], what[TALE_NAME];
    if (about->rule >= 0) {
        const struct rule *rule = &game->rule[about->rule];
        snprintf(out, size, "the rule \"%s\"",
                 tale_name(rule->title, rule->name, what, sizeof what));
        return out;
    }
    const struct issue *issue = &game->issue[about->issue];
    snprintf(out, size, "the line of %s on %s",
             tale_actor(chronicle, about->actor, who, sizeof who),
             tale_name(issue->title, issue->name, what, sizeof what));
    return out;
}

/* What of the line's condition the text lacks: "Guarantees, which it settles short of strong". */
static void tale_lacks(struct page *page, const struct chronicle *chronicle,
                       const struct chronicle_round *seen, int clause)
{
    const struct game *game = &chronicle->scenario->game;
    const struct clause *about = &game->clause[clause];
    const struct condition *unless =
        &game->actor[about->actor].position[about->issue].red_line.unless;
    char name[3 * TALE_NAME], wanted[8 * TALE_NAME] = "", what[TALE_NAME];
    size_t length = 0;
    for (int m = 0; m < unless->count && length < sizeof wanted - 2 * TALE_NAME; m++) {
        const struct issue *issue = &game->issue[unless->bound[m].issue];
        length += (size_t)snprintf(wanted + length, sizeof wanted - length, "%s%s",
                                   length > 0 ? ", " : "",
                                   tale_name(issue->title, issue->name, what, sizeof what));
    }
    tale_clause(chronicle, clause, name, sizeof name);
    if (seen->clause[clause].lifted)
        tale_say(page,
                 "The text passes %s, which does not hold: what it asks for is in the text "
                 "(%s).",
                 name, wanted);
    else
        tale_say(page,
                 "The text passes %s, which holds: what it asks for is not in the text "
                 "(%s).",
                 name, wanted);
}

void tale_clauses(struct page *page, const struct chronicle *chronicle, int round)
{
    const struct game *game = &chronicle->scenario->game;
    const struct chronicle_round *seen = &chronicle->round[round];
    char name[3 * TALE_NAME];
    for (int m = 0; m < game->clauses; m++) {
        if (seen->clause[m].bars)
            tale_say(page, "Without %s there would be one that nobody is believed to refuse.",
                     tale_clause(chronicle, m, name, sizeof name));
        if (!seen->clause[m].touched)
            continue;
        if (game->clause[m].rule < 0)
            tale_lacks(page, chronicle, seen, m);
        else
            tale_say(page, "It keeps to %s, which applies to it.",
                     tale_clause(chronicle, m, name, sizeof name));
    }
}
