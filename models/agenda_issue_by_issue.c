#include <math.h>
#include <string.h>

#include "models/agenda.h"
#include "models/terms.h"

/* How an issue stands. One that opened again since the front left it waits for the others, which
 * would else never have their turn while the front goes on. */
enum standing { STANDS_OPEN, STANDS_CLOSED, STANDS_AGAIN };

/* The room to work in, behind the closed issues of the memory. */
struct piecemeal {
    double *low, *high; /* [issue] the bounds of the text at hand */
    double *trial;      /* [issue] */
    double *claim;      /* [actor] what it wants of the one issue */
    double *doubt;      /* [actor] about that */
};

static struct piecemeal piecemeal_room(const struct agenda_task *task)
{
    size_t issues = (size_t)task->bargain.game->issues;
    double *room = block_row(task->memory, 2 * issues);
    return (struct piecemeal){ room, block_row(room, issues), block_row(room, 2 * issues),
                               block_row(room, 3 * issues),
                               block_row(room, 3 * issues + (size_t)task->bargain.game->actors) };
}

static bool piecemeal_unsettled(const struct agenda_task *task, int issue, int lane)
{
    double low = block_read(task->bargain.low, (size_t)issue)[lane],
           high = block_read(task->bargain.high, (size_t)issue)[lane];
    return agenda_closed(task->bargain.game, task->memory, issue)[lane] != STANDS_CLOSED &&
           low < high;
}

/* Whether an issue is to be closed before the text is whole: of a text that brings only core issues
 * into force the others are left as they are. */
static bool piecemeal_open(const struct agenda_task *task, int issue, int lane)
{
    bool left = task->first[lane] && !task->bargain.game->issue[issue].core;
    return !left && piecemeal_unsettled(task, issue, lane);
}

/* Where an issue stands while another is at hand: where it was closed, else at the status quo; as
 * far as the bounds allow. */
static double piecemeal_at(const struct agenda_task *task, int issue, int lane)
{
    const struct bargain *bargain = &task->bargain;
    double at = block_read(bargain->status_quo, (size_t)issue)[lane],
           low = block_read(bargain->low, (size_t)issue)[lane],
           high = block_read(bargain->high, (size_t)issue)[lane];
    if (agenda_closed(bargain->game, task->memory, issue)[lane] == STANDS_CLOSED)
        at = agenda_place(bargain->game, task->memory, issue)[lane];
    at = at < high ? at : high;
    return at > low ? at : low;
}

static void piecemeal_stand(const struct agenda_task *task, int lane, double *package)
{
    for (int issue = 0; issue < task->bargain.game->issues; issue++)
        block_row(package, (size_t)issue)[lane] = piecemeal_at(task, issue, lane);
}

static bool piecemeal_breaks(const struct agenda_task *task, const double *package, int lane)
{
    int broken = terms_broken(&task->bargain, package, lane);
    return broken >= 0 && broken < task->bargain.game->rules;
}

/* The front issue opens again where the front has moved and with it, as it was closed, what there
 * is of the text gives a side too much or breaks a rule. */
static void piecemeal_reopen(struct agenda_task *task, double *trial)
{
    const struct game *game = task->bargain.game;
    if (!game->moving)
        return;
    double *front = block_row(task->memory, (size_t)game->front);
    for (int lane = 0; lane < task->bargain.lanes; lane++) {
        if (!task->bargain.asked[lane] || front[lane] != STANDS_CLOSED)
            continue;
        piecemeal_stand(task, lane, trial);
        if (terms_broken(&task->bargain, trial, lane) >= 0)
            front[lane] = STANDS_AGAIN;
    }
}

/* Bounds that leave the one issue alone free. */
static void piecemeal_bounds(const struct agenda_task *task, int free, struct piecemeal *room)
{
    const struct bargain *bargain = &task->bargain;
    for (int issue = 0; issue < bargain->game->issues; issue++)
        for (int lane = 0; lane < bargain->lanes; lane++) {
            size_t row = (size_t)issue;
            double at = piecemeal_at(task, issue, lane);
            bool whole = issue == free;
            block_row(room->low, row)[lane] = whole ? block_read(bargain->low, row)[lane] : at;
            block_row(room->high, row)[lane] = whole ? block_read(bargain->high, row)[lane] : at;
        }
}

/* U with the free issue at one place between its bounds. */
static void piecemeal_worth(const struct agenda_task *task, int actor, int free, const double *at,
                            struct piecemeal *room, double *out)
{
    const struct bargain *bargain = &task->bargain;
    memcpy(room->trial, room->low, (size_t)bargain->game->issues * LANES * sizeof *room->trial);
    memcpy(block_row(room->trial, (size_t)free), at, LANES * sizeof *at);
    bargain_worth(bargain, actor, room->trial, out);
}

/* What a party wants of the one issue: the share of what the issue could do to it that its claim is
 * of the whole. */
static void piecemeal_claim(const struct agenda_task *task, int actor, int free,
                            struct piecemeal *room)
{
    const struct bargain *bargain = &task->bargain;
    const struct position *position = &bargain->game->actor[actor].position[free];
    const double *claim = block_read(bargain->claim, (size_t)actor),
                 *doubt = block_read(bargain->doubt, (size_t)actor);
    const double *low = block_read(room->low, (size_t)free),
                 *high = block_read(room->high, (size_t)free);
    const double *ideal =
        position->present
            ? block_read(bargain->utility->ideal, (size_t)(actor * bargain->game->issues + free))
            : low;
    double left[LANES], right[LANES], best[LANES], at[LANES];
    for (int lane = 0; lane < bargain->lanes; lane++)
        at[lane] = ideal[lane] < low[lane]    ? low[lane]
                   : ideal[lane] > high[lane] ? high[lane]
                                              : ideal[lane];
    piecemeal_worth(task, actor, free, low, room, left);
    piecemeal_worth(task, actor, free, high, room, right);
    piecemeal_worth(task, actor, free, at, room, best);
    for (int lane = 0; lane < bargain->lanes; lane++) {
        double worst = fmin(left[lane], right[lane]);
        double most = fmax(best[lane], fmax(left[lane], right[lane]));
        double share = claim[lane] < 0 ? 0 : claim[lane] > 1 ? 1 : claim[lane];
        block_row(room->claim, (size_t)actor)[lane] = worst + share * (most - worst);
        block_row(room->doubt, (size_t)actor)[lane] = doubt[lane] * (most - worst);
    }
}

/* How well the party is served that is served worst, of what it claimed of the issue; the parties
 * that must consent count. */
static void piecemeal_ease(const struct agenda_task *task, const struct bargain *alone,
                           const double *package, double *ease)
{
    const struct game *game = task->bargain.game;
    block_fill(ease, HUGE_VAL, alone->lanes);
    for (int actor = 0; actor < game->actors; actor++) {
        double worth[LANES];
        bool needed[LANES];
        if (!game_actor_answers(&game->actor[actor]))
            continue;
        bargain_worth(alone, actor, package, worth);
        bargain_consent(alone, actor, package, needed);
        for (int lane = 0; lane < alone->lanes; lane++) {
            double surplus = worth[lane] - block_read(alone->claim, (size_t)actor)[lane];
            ease[lane] = needed[lane] && surplus < ease[lane] ? surplus : ease[lane];
        }
    }
}

/* Whether an issue may be closed in this turn: one that is open, and any where what there is of the
 * text breaks a rule that needs it. */
static bool piecemeal_may(const struct agenda_task *task, int issue, int lane, double *trial)
{
    if (!task->bargain.asked[lane] || piecemeal_open(task, issue, lane))
        return task->bargain.asked[lane];
    piecemeal_stand(task, lane, trial);
    return piecemeal_unsettled(task, issue, lane) && piecemeal_breaks(task, trial, lane);
}

/* asked[lane]: whether it is the issue's turn to be tried; one that opened again is tried where no
 * other could be closed. */
static bool piecemeal_due(const struct agenda_task *task, int issue, bool again, const int *turn,
                          bool *asked)
{
    const double *stands = agenda_closed(task->bargain.game, task->memory, issue);
    double *trial = piecemeal_room(task).trial;
    bool any = false;
    for (int lane = 0; lane < task->bargain.lanes; lane++) {
        bool due = again ? stands[lane] == STANDS_AGAIN && turn[lane] == AGENDA_NONE
                         : stands[lane] == STANDS_OPEN;
        asked[lane] = due && piecemeal_may(task, issue, lane, trial);
        any |= asked[lane];
    }
    return any;
}

/* Solves one issue by itself; where it is easier than the best so far it takes its place. */
static void piecemeal_try(struct agenda_task *task, int free, bool again, double *package,
                          double *easiest, int *turn, int *issue)
{
    struct piecemeal room = piecemeal_room(task);
    struct bargain alone = task->bargain;
    bool asked[LANES], found[LANES] = { false };
    double ease[LANES];
    if (!piecemeal_due(task, free, again, turn, asked))
        return;
    piecemeal_bounds(task, free, &room);
    for (int actor = 0; actor < alone.game->actors; actor++)
        if (!alone.game->actor[actor].neutral)
            piecemeal_claim(task, actor, free, &room);
    alone.asked = asked;
    alone.low = room.low;
    alone.high = room.high;
    alone.claim = room.claim;
    alone.doubt = room.doubt;
    task->solver->solve(task->settings, task->values, &alone, room.trial, found, NULL);
    piecemeal_ease(task, &alone, room.trial, ease);
    for (int lane = 0; lane < alone.lanes; lane++)
        if (asked[lane] && found[lane] && ease[lane] > easiest[lane]) {
            easiest[lane] = ease[lane];
            turn[lane] = AGENDA_CLOSED;
            issue[lane] = free;
            block_row(package, (size_t)free)[lane] = block_read(room.trial, (size_t)free)[lane];
        }
}

/* Closes the easiest issue; where no other is left the text is complete. Where none can be closed
 * since the status quo of what is open breaks a rule with what is closed, all open again. */
static void piecemeal_close(struct agenda_task *task, double *package, int *turn, const int *issue,
                            int lane)
{
    const struct game *game = task->bargain.game;
    bool more = false;
    if (turn[lane] == AGENDA_CLOSED) {
        block_row(task->memory, (size_t)issue[lane])[lane] = STANDS_CLOSED;
        agenda_place(game, task->memory, issue[lane])[lane] =
            block_read(package, (size_t)issue[lane])[lane];
    }
    for (int other = 0; other < game->issues; other++)
        more = more || piecemeal_open(task, other, lane);
    piecemeal_stand(task, lane, package);
    if (turn[lane] == AGENDA_NONE && piecemeal_breaks(task, package, lane))
        agenda_reset(game, task->memory, lane);
    else if (!more)
        turn[lane] = AGENDA_TEXT;
}

static void issue_by_issue_compose(struct agenda_task *task, double *package, int *turn, int *issue)
{
    double easiest[LANES];
    block_fill(easiest, -HUGE_VAL, task->bargain.lanes);
    for (int lane = 0; lane < task->bargain.lanes; lane++)
        turn[lane] = AGENDA_NONE;
    piecemeal_reopen(task, piecemeal_room(task).trial);
    for (int free = 0; free < task->bargain.game->issues; free++)
        piecemeal_try(task, free, false, package, easiest, turn, issue);
    if (task->bargain.game->moving)
        piecemeal_try(task, task->bargain.game->front, true, package, easiest, turn, issue);
    for (int lane = 0; lane < task->bargain.lanes; lane++)
        if (task->bargain.asked[lane])
            piecemeal_close(task, package, turn, issue, lane);
}

const struct agenda agenda_issue_by_issue = {
    .about = { .name = "issue_by_issue",
               .summary = "The issues are closed one at a time, the easiest first, each by itself "
                          "and for good; when all are, the whole is put to the parties.",
               .formula =
                   "in each turn to table a text, for each open issue k: x_k = solver(k "
                   "alone, closed issues where they are, the others at the status quo), "
                   "with the claim worst_i + claim_i (best_i - worst_i) on the range of U_i, "
                   "along k; the k with the largest least surplus is closed; the front issue opens "
                   "again, and comes last, where the front has moved and it gives more than "
                   "bounded_by_front allows or a rule is broken; a refused text opens all again",
               .source = "docs/model.md, Offers and solvers; what linkage would gain is lost: "
                         "Raiffa, The Art and Science of Negotiation (1982)" },
    .remembers = true,
    .compose = issue_by_issue_compose,
};
