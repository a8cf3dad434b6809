#include <math.h>

#include "engine/home.h"
#include "engine/tale.h"

static bool tale_party(const struct chronicle *chronicle, int actor)
{
    return game_actor_answers(&chronicle->scenario->game.actor[actor]);
}

void tale_open(struct page *page, const struct chronicle *chronicle)
{
    const struct game *game = &chronicle->scenario->game;
    char name[TALE_NAME];
    page_heading(page, "%-*s%12s%10s%10s%10s", TALE_ACTOR, "Drawn for this trial", "capability",
                 "discount", "war cost", "resolve");
    for (int actor = 0; actor < game->actors; actor++) {
        const struct chronicle_trait *trait = &chronicle->trait[actor];
        if (!tale_party(chronicle, actor))
            continue;
        page_cell(page, TALE_ACTOR, tale_actor(chronicle, actor, name, sizeof name));
        page_number(page, 12, 3, game->actor[actor].capability.row < 0 ? NAN : trait->capability);
        page_number(page, 10, 3, trait->discount);
        page_number(page, 10, 3, trait->cost);
        page_number(page, 10, 3, trait->resolve);
        page_end_line(page);
    }
    tale_say(page,
             "Worths run from 0 to 1, an actor's worst and best conceivable package held for ever. "
             "Resolve is what a party wants over the worth of fighting on before it signs; nobody "
             "else knows it.%s",
             game->front >= 0 && game->issue[game->front].levels > 0
                 ? " Levels keep their places and names when the front moves."
                 : "");
}

/* ", 0.012 towards South since month 3" */
static void tale_advance(const struct chronicle *chronicle, int round, int told, char *out,
                         size_t size)
{
    const struct game *game = &chronicle->scenario->game;
    double moved = told < 0 ? 0 : chronicle->round[round].front - chronicle->round[told].front;
    char name[TALE_NAME];
    out[0] = '\0';
    if (fabs(moved) < 0.0005)
        return;
    tale_actor(chronicle, game->leader[moved < 0 ? SIDE_LOW : SIDE_HIGH], name, sizeof name);
    snprintf(out, size, ", %.3f in favour of %s since %.20s %d", fabs(moved), name,
             chronicle->scenario->run.round, told);
}

void tale_front(struct page *page, const struct chronicle *chronicle, int round, int told)
{
    int front = chronicle->scenario->game.front;
    double stands = chronicle->round[round].front;
    char at[3 * TALE_NAME], since[2 * TALE_NAME];
    if (front < 0)
        return;
    tale_place(chronicle, front, stands, at, sizeof at);
    tale_advance(chronicle, round, told, since, sizeof since);
    tale_say(page, "The front stands at %.3f%s%s%s.", stands, at[0] == '\0' ? "" : ", ", at, since);
}

static void tale_zone(struct page *page, const struct chronicle_round *seen)
{
    if (isnan(seen->width))
        return;
    if (seen->width >= 0)
        tale_say(page,
                 "There is a zone of possible agreement: the least satisfied party can be given "
                 "%.3f more than it wants at least.",
                 seen->width);
    else if (seen->width <= -1)
        tale_say(page, "There is no zone of possible agreement: hard red lines leave no package.");
    else
        tale_say(page,
                 "There is no zone of possible agreement: at best, some party is left %.3f short "
                 "of what it wants at least.",
                 -seen->width);
}

/* The causes of a change, summed over the rounds behind `told` up to `round`. */
static struct chronicle_moved tale_moved(const struct chronicle *chronicle, int actor, int told,
                                         int round)
{
    struct chronicle_moved sum = { 0 };
    for (int k = told + 1; k <= round; k++) {
        const struct chronicle_moved *moved = &chronicle->round[k].actor[actor].moved;
        sum.time += moved->time;
        sum.front += moved->front;
        sum.drift += moved->drift;
        sum.cost += moved->cost;
    }
    return sum;
}

static void tale_value(struct page *page, const struct chronicle *chronicle, int actor, int round,
                       int told)
{
    const struct chronicle_actor *seen = &chronicle->round[round].actor[actor];
    char name[TALE_NAME];
    fputs("  ", page->out);
    page_cell(page, TALE_ACTOR, tale_actor(chronicle, actor, name, sizeof name));
    page_number(page, 8, 3, seen->war);
    if (told >= 0) {
        struct chronicle_moved moved = tale_moved(chronicle, actor, told, round);
        page_signed(page, 11, 3, seen->war - chronicle->round[told].actor[actor].war);
        page_signed(page, 8, 3, moved.time);
        page_signed(page, 8, 3, moved.front);
        page_signed(page, 9, 3, moved.drift);
        page_signed(page, 8, 3, moved.cost);
    }
    page_end_line(page);
}

static void tale_values(struct page *page, const struct chronicle *chronicle, int round, int told)
{
    char since[32];
    snprintf(since, sizeof since, "since %d", told);
    if (told >= 0)
        fprintf(page->out, "  %-*s%8s%11s%8s%8s%9s%8s\n", TALE_ACTOR, "Fighting on is worth", "now",
                since, "time", "front", "outlook", "cost");
    else
        fprintf(page->out, "  %-*s%8s\n", TALE_ACTOR, "Fighting on is worth", "now");
    for (int actor = 0; actor < chronicle->scenario->game.actors; actor++)
        if (tale_party(chronicle, actor))
            tale_value(page, chronicle, actor, round, told);
    if (told == 0)
        tale_say(page,
                 "Four causes make up the change: time, the war grew older as foreseen; front, the "
                 "front moved; outlook, it is now expected to move otherwise, since battles "
                 "taught or a lever or shock intervened; cost, a lever or shock that was not "
                 "foreseen changed what the war costs.");
}

static void tale_freeze(struct page *page, const struct chronicle *chronicle, int round)
{
    const struct game *game = &chronicle->scenario->game;
    fprintf(page->out, "  %-*s%8s%12s\n", TALE_ACTOR, "Worth of", "freeze", "fighting on");
    for (int actor = 0; actor < game->actors; actor++) {
        char name[TALE_NAME];
        if (!tale_party(chronicle, actor))
            continue;
        fputs("  ", page->out);
        page_cell(page, TALE_ACTOR, tale_actor(chronicle, actor, name, sizeof name));
        page_number(page, 8, 3, chronicle->round[round].actor[actor].frozen);
        page_number(page, 12, 3, chronicle->round[round].actor[actor].war);
        page_end_line(page);
    }
}

/* "At home in South: legitimacy 0.93, 0.66 of the public for peace." */
static void tale_home(struct page *page, const struct chronicle *chronicle, int round)
{
    const struct game *game = &chronicle->scenario->game;
    for (int actor = 0; actor < game->actors; actor++) {
        const struct chronicle_actor *seen = &chronicle->round[round].actor[actor];
        bool kept = home_keeps_legitimacy(&game->actor[actor]),
             tired = home_keeps_weariness(&game->actor[actor]);
        char name[TALE_NAME], standing[40] = "", wish[48] = "";
        if (kept)
            snprintf(standing, sizeof standing, "legitimacy %.2f", seen->legitimacy);
        if (tired)
            snprintf(wish, sizeof wish, "%.2f of the public for peace", seen->weariness);
        if (kept || tired)
            tale_say(page, "%s at home: %s%s%s.", tale_actor(chronicle, actor, name, sizeof name),
                     standing, kept && tired ? ", " : "", wish);
    }
}

void tale_standing(struct page *page, const struct chronicle *chronicle, int round, int told)
{
    const struct chronicle_round *seen = &chronicle->round[round];
    if (seen->phase == PHASE_WAR || seen->phase == PHASE_FROZEN)
        tale_front(page, chronicle, round, told);
    tale_home(page, chronicle, round);
    tale_zone(page, seen);
    if (seen->phase == PHASE_WAR)
        tale_values(page, chronicle, round, told);
    else if (seen->phase == PHASE_FROZEN)
        tale_freeze(page, chronicle, round);
}
