#include "engine/witness_terms.h"

#include <math.h>
#include <string.h>

/* The proposer's problem in the first lane, as engine/talks.c puts it to a solver. */
static struct bargain witness_problem(const struct table *table, const bool *asked)
{
    return (struct bargain){ .game = &table->scenario->game,
                             .utility = &table->picture.utility,
                             .prospect = table_prospect(table, &table->picture),
                             .lanes = 1,
                             .asked = asked,
                             .low = table->bound_low,
                             .high = table->bound_high,
                             .status_quo = table->status_quo,
                             .share = table_share(table),
                             .claim = table->claim,
                             .doubt = table->doubt,
                             .proposer = -1 };
}

/* Whether there is a package that nobody is believed to refuse once a clause (-1: none) is gone. */
static bool witness_open(const struct table *table, int without)
{
    const bool asked = true;
    struct game game = table->scenario->game;
    struct clause clause[TERMS_CLAUSES];
    struct bargain bargain = witness_problem(table, &asked);
    double width[LANES];
    int left = 0;
    for (int m = 0; m < game.clauses; m++)
        if (m != without)
            clause[left++] = game.clause[m];
    game.clause = clause;
    game.clauses = left;
    bargain.game = &game;
    bargain_zone(&bargain, width, NULL, NULL);
    return width[0] >= 0;
}

static void witness_line(const struct table *table, const struct clause *about,
                         struct chronicle_clause *seen)
{
    const struct game *game = &table->scenario->game;
    const struct utility *utility = &table->truth.utility;
    const struct red_line *line = &game->actor[about->actor].position[about->issue].red_line;
    double beyond =
        block_read(utility->line, (size_t)(about->actor * game->issues + about->issue))[0];
    double at = block_read(table->offer, (size_t)about->issue)[0];
    seen->touched = (at - beyond) * line->direction > 1e-7;
    seen->lifted = utility_meets(utility, &line->unless, table->offer, 0);
}

void witness_terms(const struct table *table, struct chronicle_round *seen)
{
    const struct game *game = &table->scenario->game;
    const bool asked = true;
    struct bargain bargain = witness_problem(table, &asked);
    bool text = seen->tabled == TABLED_TEXT, none = seen->tabled == TABLED_NONE;
    bool shut = none && game->clauses > 0 && !witness_open(table, -1);
    memset(seen->clause, 0, sizeof seen->clause);
    for (int m = 0; m < game->clauses; m++) {
        const struct clause *about = &game->clause[m];
        seen->clause[m].bars = shut && witness_open(table, m);
        if (text && about->rule < 0)
            witness_line(table, about, &seen->clause[m]);
        else if (text)
            seen->clause[m].touched =
                terms_applies(&bargain, &game->rule[about->rule].when, table->offer, 0);
    }
}
