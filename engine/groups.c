#include "engine/groups.h"

#include <math.h>

#include "engine/mediation.h"
#include "engine/trust.h"

bool groups_split(const struct scenario *scenario, const struct working_group *group)
{
    for (int k = 0; k < group->members.count; k++) {
        const struct actor *member = &scenario->game.actor[group->members.index[k]];
        for (int other = 0; other < member->refuses.count; other++)
            if (selection_holds(&group->members, member->refuses.index[other]))
                return true;
    }
    return false;
}

bool groups_divided(const struct scenario *scenario)
{
    bool divided = scenario->process.tracks.mode == TRACKS_PARALLEL;
    for (int actor = 0; actor < scenario->game.actors; actor++)
        divided = divided || scenario->game.actor[actor].refuses.count > 0;
    return divided;
}

bool groups_apart(const struct table *table, int lane)
{
    return table->scenario->process.tracks.mode == TRACKS_PARALLEL && !table->joint[lane];
}

void groups_begin(struct table *table)
{
    const struct process *process = &table->scenario->process;
    bool divided = groups_divided(table->scenario);
    for (int lane = 0; lane < LANES; lane++) {
        table->joint[lane] = !divided;
        table->fallen[lane] = false;
    }
    for (int k = 0; k < process->groups; k++) {
        const double *start = table_row(table, &table->truth, process->group[k].readiness);
        for (int lane = 0; lane < table->lanes; lane++)
            table_of(table->readiness, k)[lane] = start[lane];
    }
}

static void groups_sit(struct table *table, int round)
{
    const struct tracks *tracks = &table->scenario->process.tracks;
    const double *threshold = table_row(table, &table->truth, tracks->threshold);
    const double *easing = table_row(table, &table->truth, tracks->easing);
    const double *falls_back = table_row(table, &table->truth, tracks->falls_back);
    for (int lane = 0; lane < table->lanes; lane++)
        table->joint[lane] =
            groups_joined(table->joint[lane], table->trust[lane],
                          threshold[lane] - easing[lane] * round, falls_back[lane]);
}

static bool groups_attended(const struct table *table, const struct working_group *group, int lane)
{
    int phase = table->phase[lane];
    for (int k = 0; k < group->members.count; k++)
        if (table_of(table->walked, group->members.index[k])[lane] != 0)
            return false;
    return phase != PHASE_SETTLED && phase != PHASE_OVER;
}

/* meets[lane]: 1 where the group meets, all in one room; what shuttling achieves where its members
 * meet apart; else 0. */
static void groups_convene(struct table *table, int index, int round, double *meets)
{
    const struct scenario *scenario = table->scenario;
    const struct working_group *group = &scenario->process.group[index];
    const double *shuttle = table_row(table, &table->truth, scenario->process.tracks.shuttle);
    bool split = groups_split(scenario, group);
    for (int lane = 0; lane < table->lanes; lane++) {
        bool may = round >= group->from && groups_attended(table, group, lane);
        double apart = groups_apart(table, lane) ? shuttle[lane] : 0;
        bool whole = !split || table->joint[lane];
        meets[lane] = !may ? 0 : whole ? 1 : apart;
        if (may && whole)
            trust_event(table, lane, TRUST_MEETING);
    }
}

static void groups_work(struct table *table, int round)
{
    const struct process *process = &table->scenario->process;
    double capacity[LANES];
    mediation_capacity(table, capacity);
    for (int k = 0; k < process->groups; k++) {
        const double *rate = table_row(table, &table->truth, process->group[k].rate);
        double *meets = table_of(table->meets, k), pace[LANES];
        groups_convene(table, k, round, meets);
        for (int lane = 0; lane < table->lanes; lane++)
            pace[lane] = fmin(1, meets[lane] * rate[lane] * capacity[lane] * table->trust[lane]);
        groups_meeting(table_of(table->readiness, k), pace, table->lanes);
    }
}

/* An issue is as ready as the least ready of its groups, wholly where it has none. */
static double groups_issue(const struct table *table, int issue, int lane)
{
    const struct process *process = &table->scenario->process;
    double least = 1;
    for (int k = 0; k < process->groups; k++) {
        double ready = table_of(table->readiness, k)[lane];
        if (ready < least && selection_holds(&process->group[k].issues, issue))
            least = ready;
    }
    return least;
}

/* What a first text leaves open counts as far as its groups are ready and parties count on them. */
static void groups_count(struct table *table)
{
    const struct process *process = &table->scenario->process;
    const double *expected = table_row(table, &table->truth, process->comprehensive.expected);
    for (int issue = 0; issue < table->scenario->game.issues; issue++) {
        double *share = block_row(table->share, (size_t)issue);
        for (int lane = 0; lane < table->lanes; lane++)
            share[lane] = table->phase[lane] == PHASE_TALKS
                              ? 1
                              : expected[lane] * groups_issue(table, issue, lane);
    }
}

void groups_meet(struct table *table, int round)
{
    const struct process *process = &table->scenario->process;
    if (groups_divided(table->scenario) && trust_kept(table))
        groups_sit(table, round);
    if (process->groups > 0)
        groups_work(table, round);
    if (process->comprehensive.staged)
        groups_count(table);
}

void groups_advance(struct table *table, int lane, double share)
{
    for (int k = 0; k < table->scenario->process.groups; k++) {
        double *readiness = table_of(table->readiness, k);
        readiness[lane] += share * (1 - readiness[lane]);
    }
}

double groups_mean(const struct table *table, int lane)
{
    int groups = table->scenario->process.groups;
    double sum = 0;
    for (int k = 0; k < groups; k++)
        sum += table_of(table->readiness, k)[lane];
    return groups == 0 ? 1 : sum / groups;
}

/* Whether the issue is one that a text of this round decides: behind a framework those that are not
 * core, else those that are (all, where none is). */
static bool groups_decides(const struct table *table, int issue, int lane)
{
    const struct game *game = &table->scenario->game;
    bool core = game->issue[issue].core;
    return table->phase[lane] == PHASE_TALKS ? !core : core || !game_has_core(game);
}

void groups_ready(const struct table *table, double *ready)
{
    int issues = table->scenario->game.issues;
    for (int lane = 0; lane < table->lanes; lane++) {
        double sum = 0;
        int count = 0;
        for (int issue = 0; issue < issues; issue++)
            if (groups_decides(table, issue, lane)) {
                sum += groups_issue(table, issue, lane);
                count++;
            }
        ready[lane] = count == 0 ? 1 : sum / count;
    }
}

/* On parallel tracks an issue moves only where all its groups meet. */
static bool groups_moves(const struct table *table, int issue, int lane)
{
    const struct process *process = &table->scenario->process;
    if (!groups_apart(table, lane))
        return true;
    for (int k = 0; k < process->groups; k++)
        if (table_of(table->meets, k)[lane] == 0 &&
            selection_holds(&process->group[k].issues, issue))
            return false;
    return true;
}

/* Whether each mandatory group is ready enough for the issues that a text would decide now, and
 * some of these can move. */
static bool groups_permit(const struct table *table, int lane)
{
    const struct process *process = &table->scenario->process;
    bool moves = false, decides = false;
    for (int issue = 0; issue < table->scenario->game.issues; issue++) {
        if (!groups_decides(table, issue, lane))
            continue;
        decides = true;
        moves = moves || groups_moves(table, issue, lane);
        for (int k = 0; k < process->groups; k++) {
            const struct working_group *group = &process->group[k];
            double enough = table_row(table, &table->truth, group->enough)[lane];
            if (group->mandatory && selection_holds(&group->issues, issue) &&
                table_of(table->readiness, k)[lane] < enough)
                return false;
        }
    }
    return moves || !decides;
}

void groups_let(const struct table *table, bool *open)
{
    double ready[LANES], uniform[LANES];
    if (table->scenario->process.groups == 0)
        return;
    groups_ready(table, ready);
    random_uniform(&table->random, PURPOSE_PREPARED, 0, uniform);
    for (int lane = 0; lane < table->lanes; lane++)
        open[lane] =
            open[lane] && uniform[lane] < groups_chance(ready[lane]) && groups_permit(table, lane);
}

void groups_bound(struct table *table)
{
    if (table->scenario->process.groups == 0)
        return;
    for (int issue = 0; issue < table->scenario->game.issues; issue++) {
        const double *stands = block_read(table->status_quo, (size_t)issue);
        double *low = block_row(table->bound_low, (size_t)issue);
        double *high = block_row(table->bound_high, (size_t)issue);
        for (int lane = 0; lane < table->lanes; lane++) {
            bool settled = table->phase[lane] == PHASE_TALKS && !groups_decides(table, issue, lane);
            if (settled || groups_moves(table, issue, lane))
                continue;
            low[lane] = stands[lane] > low[lane] ? stands[lane] : low[lane];
            high[lane] = stands[lane] < high[lane] ? stands[lane] : high[lane];
        }
    }
}

void groups_misread(const struct table *table, double *variance)
{
    const struct tracks *tracks = &table->scenario->process.tracks;
    if (tracks->mode != TRACKS_PARALLEL)
        return;
    struct quantity contacts = table->scenario->process.contacts.advisers;
    const double *noise = table_row(table, &table->truth, tracks->noise);
    const double *advisers = table_row(table, &table->truth, contacts);
    for (int lane = 0; lane < table->lanes; lane++) {
        double sd = channel_noise(noise[lane], 0, advisers[lane]);
        variance[lane] += groups_apart(table, lane) ? sd * sd : 0;
    }
}

void groups_summit(struct table *table)
{
    struct quantity rule = table->scenario->process.summit.threshold;
    double ready[LANES], uniform[LANES];
    if (rule.row < 0)
        return;
    const double *threshold = table_row(table, &table->truth, rule);
    groups_ready(table, ready);
    random_uniform(&table->random, PURPOSE_SUMMIT, 0, uniform);
    for (int lane = 0; lane < table->lanes; lane++)
        table->collapsed[lane] = table->signed_now[lane] &&
                                 uniform[lane] < groups_collapse(ready[lane], threshold[lane]);
}
