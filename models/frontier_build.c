#include "models/frontier.h"

#include <assert.h>
#include <math.h>

#include "models/deferral.h"

enum { FRONTIER_CANDIDATES = 128 };

/* Memory: whether there is a package; of each issue its bounds and the share that counts; where the
 * front stands; per issue count, home, concave, smooth, curve [parties], points [count][1 +
 * parties] and, if smooth, bend [parties] and height [count][parties]; the number of links; per
 * link both issues and weight [parties]; then what frontier_confine() wants. */
size_t frontier_head(int issues)
{
    return 2 + 3 * (size_t)issues;
}

size_t frontier_points(const struct game *game, int issue, int parties)
{
    int points = 3 + game->issue[issue].levels + 2 * parties + terms_ends(game, issue);
    return (size_t)points * (size_t)(1 + parties);
}

/* A table without its line for every soft line that has a condition. */
static size_t frontier_scratch(const struct game *game, int parties)
{
    size_t size = 0;
    for (int m = 0; m < game->clauses; m++) {
        const struct clause *clause = &game->clause[m];
        if (clause->rule < 0 && !game->actor[clause->actor].position[clause->issue].red_line.hard)
            size += frontier_points(game, clause->issue, parties);
    }
    return size;
}

size_t frontier_size(const struct game *game, int parties)
{
    size_t size = 1 + frontier_head(game->issues) +
                  utility_linkages(game, game->actors) * (size_t)(2 + parties);
    for (int k = 0; k < game->issues; k++)
        size += 4 + (size_t)parties + frontier_points(game, k, parties) +
                frontier_smooth_size(game, k, parties);
    return size + frontier_scratch(game, parties);
}

/* Candidate positions of one issue, ascending, each once. */
struct candidates {
    int count;
    double low, high;
    double at[FRONTIER_CANDIDATES];
};

static void frontier_build_add(struct candidates *candidates, double at)
{
    int m = candidates->count;
    if (at < candidates->low || at > candidates->high)
        return;
    assert(candidates->count < FRONTIER_CANDIDATES);
    while (m > 0 && candidates->at[m - 1] >= at)
        m--;
    if (m < candidates->count && candidates->at[m] == at)
        return;
    for (int end = candidates->count++; end > m; end--)
        candidates->at[end] = candidates->at[end - 1];
    candidates->at[m] = at;
}

static bool frontier_build_hazard(const struct issue *issue)
{
    return issue->guarantees || issue->verification;
}

/* Where the parties' losses have their kinks. Returns whether a table is among them. */
static bool frontier_build_kinks(const struct frontier *frontier, const struct utility *utility,
                                 int issue, int lane, struct candidates *candidates)
{
    const struct game *game = utility->game;
    bool table = false;
    for (int i = 0; i < frontier->parties; i++) {
        int actor = frontier->actor[i];
        const struct position *position = &game->actor[actor].position[issue];
        size_t row = (size_t)(actor * game->issues + issue);
        if (game->actor[actor].neutral || !position->present)
            continue;
        table = table || position->loss == LOSS_TABLE;
        if (position->loss == LOSS_LINEAR || loss_is_smooth(position->loss))
            frontier_build_add(candidates, block_read(utility->ideal, row)[lane]);
        if (position->red_line.beyond.row >= 0 && !position->red_line.hard)
            frontier_build_add(candidates, block_read(utility->line, row)[lane]);
    }
    return table;
}

/* Where the boxes of cases end. */
static void frontier_build_ends(const struct bargain *bargain, int issue, int lane,
                                struct candidates *candidates)
{
    double end[FRONTIER_CANDIDATES];
    int ends = bargain->game->clauses > 0 ? terms_end(bargain, issue, lane, end) : 0;
    for (int m = 0; m < ends; m++)
        frontier_build_add(candidates, end[m]);
}

static bool frontier_build_wanted(const struct frontier *frontier, const struct game *game,
                                  int issue)
{
    for (int i = 0; i < frontier->parties; i++)
        if (!game->actor[frontier->actor[i]].neutral &&
            game->actor[frontier->actor[i]].position[issue].present)
            return true;
    return false;
}

static bool frontier_build_candidates(const struct frontier *frontier,
                                      const struct bargain *bargain, int issue, int lane,
                                      struct candidates *candidates)
{
    const struct utility *utility = bargain->utility;
    const struct issue *about = &bargain->game->issue[issue];
    size_t row = (size_t)issue, first = utility_levels(bargain->game, issue);
    candidates->count = 0;
    candidates->low = terms_low(bargain, issue, lane);
    candidates->high = terms_high(bargain, issue, lane);
    bool settled = candidates->low == candidates->high, table = false;
    bool whole =
        settled || ((about->discrete || frontier_build_hazard(about)) && about->levels > 0);
    if (!whole || settled) {
        frontier_build_add(candidates, candidates->low);
        frontier_build_add(candidates, candidates->high);
        table = frontier_build_kinks(frontier, utility, issue, lane, candidates);
        frontier_build_ends(bargain, issue, lane, candidates);
    }
    if (!settled && (whole || table))
        for (int m = 0; m < about->levels; m++)
            frontier_build_add(candidates, block_read(utility->level, first + (size_t)m)[lane]);
    if (!whole && !frontier_build_wanted(frontier, bargain->game, issue))
        frontier_build_add(candidates, block_read(bargain->status_quo, row)[lane]);
    return table;
}

/* Chords must not grow steeper. */
bool frontier_concave(const double *point, int count, int parties)
{
    int stride = 1 + parties;
    for (int m = 1; m + 1 < count; m++)
        for (int i = 1; i <= parties; i++) {
            const double *here = point + m * stride, *left = here - stride, *right = here + stride;
            if ((right[i] - here[i]) * (here[0] - left[0]) >
                (here[i] - left[i]) * (right[0] - here[0]) + 1e-12)
                return false;
        }
    return true;
}

static double *frontier_build_issue(const struct frontier *frontier, const struct bargain *bargain,
                                    int issue, int lane, double *memory)
{
    const struct utility *utility = bargain->utility;
    struct candidates candidates;
    bool table = frontier_build_candidates(frontier, bargain, issue, lane, &candidates);
    int parties = frontier->parties, home = 0;
    double *curve = memory + 4, *point = curve + parties, *end = point;
    double status_quo = block_read(bargain->status_quo, (size_t)issue)[lane];
    for (int m = 0; m < candidates.count; m++) {
        *end++ = candidates.at[m];
        for (int i = 0; i < parties; i++)
            *end++ = deferral_part(bargain, frontier->actor[i], issue, lane, candidates.at[m]);
        if (fabs(candidates.at[m] - status_quo) < fabs(candidates.at[home] - status_quo))
            home = m;
    }
    for (int i = 0; i < parties; i++) {
        const struct actor *actor = &bargain->game->actor[frontier->actor[i]];
        size_t row = (size_t)(frontier->actor[i] * bargain->game->issues + issue);
        bool curved = !actor->neutral && actor->position[issue].present &&
                      actor->position[issue].loss == LOSS_QUADRATIC;
        double share = deferral_share(bargain, issue, lane);
        curve[i] = curved ? -block_read(utility->weight, row)[lane] * share : 0;
    }
    memory[0] = candidates.count;
    memory[1] = home;
    memory[2] = !table || frontier_concave(point, candidates.count, parties);
    double *bends = frontier_smooth_build(frontier, bargain, issue, lane, point, end);
    memory[3] = bends > end;
    return bends;
}

static double *frontier_build_links(const struct frontier *frontier, const struct bargain *bargain,
                                    int lane, double *memory)
{
    const struct game *game = bargain->game;
    double *count = memory++;
    *count = 0;
    for (int i = 0; i < frontier->parties; i++) {
        int actor = frontier->actor[i];
        for (int m = 0; m < game->actor[actor].linkages; m++) {
            *memory++ = game->actor[actor].linkage[m].issue[0];
            *memory++ = game->actor[actor].linkage[m].issue[1];
            for (int j = 0; j < frontier->parties; j++)
                *memory++ = j == i ? deferral_linkage(bargain, actor, m, lane) : 0;
            (*count)++;
        }
    }
    return memory;
}

/* Where the front stands, if tables move with it. */
static double frontier_build_front(const struct bargain *bargain, int lane)
{
    const struct game *game = bargain->game;
    bool moving = game->moving || (game->front >= 0 && deferral_waits(bargain, game->front));
    return moving ? block_read(bargain->status_quo, (size_t)game->front)[lane] : 0;
}

bool frontier_build(struct frontier *frontier, const struct bargain *bargain, int lane,
                    double *memory)
{
    int issues = bargain->game->issues;
    double *end = memory + frontier_head(issues);
    memory[0] = 1;
    for (int k = 0; k < issues; k++) {
        memory[1 + 3 * k] = block_read(bargain->low, (size_t)k)[lane];
        memory[2 + 3 * k] = block_read(bargain->high, (size_t)k)[lane];
        memory[3 + 3 * k] = deferral_share(bargain, k, lane);
    }
    memory[1 + 3 * issues] = frontier_build_front(bargain, lane);
    for (int k = 0; k < issues; k++) {
        const double *count = end;
        end = frontier_build_issue(frontier, bargain, k, lane, end);
        if (*count == 0)
            memory[0] = 0;
    }
    frontier_build_links(frontier, bargain, lane, end);
    return frontier_open(frontier, bargain, lane, memory);
}

bool frontier_fits(const struct bargain *bargain, int lane, const double *memory)
{
    for (int k = 0; k < bargain->game->issues; k++)
        if (memory[1 + 3 * k] != block_read(bargain->low, (size_t)k)[lane] ||
            memory[2 + 3 * k] != block_read(bargain->high, (size_t)k)[lane] ||
            memory[3 + 3 * k] != deferral_share(bargain, k, lane))
            return false;
    return memory[1 + 3 * bargain->game->issues] == frontier_build_front(bargain, lane);
}

double *frontier_place(struct frontier *frontier, const struct game *game, int issue,
                       double *memory)
{
    struct frontier_issue *about = &frontier->issue[issue];
    int parties = frontier->parties;
    about->count = (int)memory[0];
    about->home = (int)memory[1];
    about->hazard = frontier_build_hazard(&game->issue[issue]);
    about->discrete = game->issue[issue].discrete || about->hazard || about->count == 1;
    about->concave = memory[2] > 0;
    about->curve = memory + 4;
    about->point = memory + 4 + parties;
    about->curved = false;
    for (int i = 0; i < parties; i++)
        about->curved = about->curved || about->curve[i] < 0;
    double *end = memory + 4 + parties + about->count * (1 + parties);
    about->bend = memory[3] > 0 ? (const struct frontier_bend *)end : NULL;
    about->height = memory[3] > 0 ? (const double *)(about->bend + parties) : NULL;
    return end + (memory[3] > 0 ? FRONTIER_BEND * parties + about->count * parties : 0);
}

bool frontier_open(struct frontier *frontier, const struct bargain *bargain, int lane,
                   double *memory)
{
    frontier->issues = bargain->game->issues;
    frontier->tables = memory;
    double *end = memory + frontier_head(frontier->issues);
    assert(frontier->issues <= FRONTIER_ISSUES && frontier->parties <= FRONTIER_PARTIES);
    for (int i = 0; i < frontier->parties; i++) {
        size_t actor = (size_t)frontier->actor[i];
        frontier->scale[i] = block_read(bargain->utility->scale, actor)[lane];
        frontier->base[i] = 0;
    }
    for (int k = 0; k < frontier->issues; k++) {
        frontier->pinned[k] = frontier->fixed[k] = frontier->linked[k] = false;
        frontier->pin[k] = 0;
        end = frontier_place(frontier, bargain->game, k, end);
    }
    frontier->links = (int)*end++;
    assert(frontier->links <= FRONTIER_LINKS);
    for (int m = 0; m < frontier->links; m++, end += 2 + frontier->parties) {
        struct frontier_link *link = &frontier->link[m];
        link->issue[0] = (int)end[0];
        link->issue[1] = (int)end[1];
        link->weight = end + 2;
        frontier->linked[link->issue[0]] = frontier->linked[link->issue[1]] = true;
    }
    frontier->spare = end;
    return memory[0] > 0;
}
