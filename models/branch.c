#include "models/branch.h"

#include <math.h>

#include "models/deferral.h"

static bool branch_optional(const struct actor *actor)
{
    return actor->role != ROLE_BELLIGERENT && game_actor_answers(actor);
}

static int branch_masks(const struct game *game)
{
    int stakeholders = 0;
    for (int i = 0; i < game->actors; i++)
        stakeholders += branch_optional(&game->actor[i]);
    return 1 << (stakeholders < BRANCH_STAKEHOLDERS ? stakeholders : BRANCH_STAKEHOLDERS);
}

int branch_cells(const struct game *game)
{
    return branch_masks(game) * terms_cases(game);
}

void branch_open(struct branch *branch, struct frontier *frontier, const struct bargain *bargain,
                 int lane)
{
    branch->frontier = frontier;
    branch->bargain = bargain;
    branch->lane = lane;
    branch->stakeholders = 0;
    for (int i = 0; i < frontier->parties; i++) {
        const struct actor *actor = &bargain->game->actor[frontier->actor[i]];
        branch->claim[i] = block_read(bargain->claim, (size_t)frontier->actor[i])[lane];
        branch->reward[i] = reward_make(bargain, frontier->actor[i], lane);
        branch->needed[i] = game_actor_answers(actor);
        if (branch_optional(actor) && branch->stakeholders < BRANCH_STAKEHOLDERS)
            branch->stakeholder[branch->stakeholders++] = i;
    }
    branch->masks = 1 << branch->stakeholders;
    branch->cells = branch->masks * terms_cases(bargain->game);
}

/* Where positions must lie. */
struct branch_box {
    double low[FRONTIER_ISSUES], high[FRONTIER_ISSUES];
};

static bool branch_inside(const struct branch *branch, const struct branch_box *box, size_t issue,
                          double at)
{
    const struct bargain *bargain = branch->bargain;
    if (bargain->game->clauses > 0)
        return at >= box->low[issue] && at <= box->high[issue];
    return at >= terms_low(bargain, (int)issue, branch->lane) &&
           at <= terms_high(bargain, (int)issue, branch->lane);
}

/* Keeps one stakeholder's consent issues at the status quo, if that is inside the bounds. */
static bool branch_bypass(struct branch *branch, const struct branch_box *box, int party)
{
    const struct bargain *bargain = branch->bargain;
    const struct selection *consent = &bargain->game->actor[branch->frontier->actor[party]].consent;
    branch->needed[party] = false;
    for (int m = 0; m < consent->count; m++) {
        size_t issue = (size_t)consent->index[m];
        double at = block_read(bargain->status_quo, issue)[branch->lane];
        if (!branch_inside(branch, box, issue, at))
            return false;
        frontier_pin(branch->frontier, consent->index[m], at);
    }
    return true;
}

/* Confines the frontier to the box of a case. */
static bool branch_confine(struct branch *branch, int which, struct branch_box *box)
{
    return terms_confine(branch->bargain, branch->lane, which, box->low, box->high) &&
           frontier_confine(branch->frontier, branch->bargain, branch->lane, which, box->low,
                            box->high);
}

static bool branch_varies(const struct frontier *frontier, int issue)
{
    return frontier->issue[issue].hazard && !frontier->fixed[issue];
}

bool branch_enter(struct branch *branch, int cell)
{
    struct frontier *frontier = branch->frontier;
    struct branch_box box;
    for (int k = 0; k < frontier->issues; k++)
        frontier->pinned[k] = frontier->fixed[k] = false;
    if (branch->bargain->game->clauses > 0 && !branch_confine(branch, cell / branch->masks, &box))
        return false;
    for (int m = 0; m < branch->stakeholders; m++) {
        branch->needed[branch->stakeholder[m]] = true;
        if (cell % branch->masks >> m & 1 && !branch_bypass(branch, &box, branch->stakeholder[m]))
            return false;
    }
    branch->combinations = 1;
    for (int k = 0; k < frontier->issues; k++) {
        frontier->fixed[k] = frontier->pinned[k];
        if (branch_varies(frontier, k)) {
            branch->combinations *= frontier->issue[k].count;
            frontier_pin(frontier, k, frontier->issue[k].point[0]);
        }
    }
    frontier_settle(frontier);
    return true;
}

static double branch_cap(double sum)
{
    double floored = sum > 0 ? sum : 0;
    return floored < 1 ? floored : 1;
}

static struct peril branch_peril(const struct branch *branch)
{
    const struct prospect *prospect = &branch->bargain->prospect;
    double guarantees = prospect->guarantees[branch->lane],
           verification = prospect->verification[branch->lane];
    for (int m = 0; m < branch->frontier->pins; m++) {
        int k = branch->frontier->order[m];
        const struct issue *issue = &branch->bargain->game->issue[k];
        double at = deferral_place(branch->bargain, k, branch->lane, branch->frontier->pin[k]);
        guarantees += issue->guarantees ? at : 0;
        verification += issue->verification ? at : 0;
    }
    double hazard = prospect->hazard[branch->lane] *
                    (1 - branch_cap(guarantees) * prospect->credibility[branch->lane]) *
                    (1 - branch_cap(verification));
    if (prospect->exposure == NULL)
        return (struct peril){ hazard, hazard, 0, 0 };
    return peril_make(prospect->exposure, branch->lane, hazard, branch_cap(verification));
}

void branch_take(struct branch *branch, int combination)
{
    struct frontier *frontier = branch->frontier;
    for (int m = 0; m < frontier->pins; m++) {
        int k = frontier->order[m];
        if (branch_varies(frontier, k)) {
            int count = frontier->issue[k].count;
            frontier_pin(frontier, k,
                         frontier->issue[k].point[combination % count * (1 + frontier->parties)]);
            combination /= count;
        }
    }
    frontier_rebase(frontier);
    struct peril peril = branch_peril(branch);
    for (int i = 0; i < frontier->parties; i++)
        reward_expect(&branch->reward[i], &peril);
}

double branch_least(const struct branch *branch, const double *raw)
{
    double least = HUGE_VAL;
    for (int i = 0; i < branch->frontier->parties; i++) {
        double surplus = branch->needed[i] ? branch_surplus(branch, i, raw) : HUGE_VAL;
        least = surplus < least ? surplus : least;
    }
    return least;
}
