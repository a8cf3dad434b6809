#include "models/branch.h"

#include <math.h>

static bool branch_optional(const struct actor *actor)
{
    return actor->role != ROLE_BELLIGERENT && game_actor_answers(actor);
}

int branch_cells(const struct game *game)
{
    int stakeholders = 0;
    for (int i = 0; i < game->actors; i++)
        stakeholders += branch_optional(&game->actor[i]);
    return 1 << (stakeholders < BRANCH_STAKEHOLDERS ? stakeholders : BRANCH_STAKEHOLDERS);
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
    branch->cells = 1 << branch->stakeholders;
}

/* Keeps one stakeholder's consent issues at the status quo, if that is inside the bounds. */
static bool branch_bypass(struct branch *branch, int party)
{
    const struct bargain *bargain = branch->bargain;
    const struct selection *consent = &bargain->game->actor[branch->frontier->actor[party]].consent;
    branch->needed[party] = false;
    for (int m = 0; m < consent->count; m++) {
        size_t issue = (size_t)consent->index[m];
        double at = block_read(bargain->status_quo, issue)[branch->lane];
        if (at < block_read(bargain->low, issue)[branch->lane] ||
            at > block_read(bargain->high, issue)[branch->lane])
            return false;
        frontier_pin(branch->frontier, consent->index[m], at);
    }
    return true;
}

static bool branch_varies(const struct frontier *frontier, int issue)
{
    return frontier->issue[issue].hazard && !frontier->fixed[issue];
}

bool branch_enter(struct branch *branch, int cell)
{
    struct frontier *frontier = branch->frontier;
    for (int k = 0; k < frontier->issues; k++)
        frontier->pinned[k] = frontier->fixed[k] = false;
    for (int m = 0; m < branch->stakeholders; m++) {
        branch->needed[branch->stakeholder[m]] = true;
        if (cell >> m & 1 && !branch_bypass(branch, branch->stakeholder[m]))
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
        guarantees += issue->guarantees ? branch->frontier->pin[k] : 0;
        verification += issue->verification ? branch->frontier->pin[k] : 0;
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
