#include "engine/groups.h"
#include "engine/mediation.h"
#include "engine/talks.h"
#include "engine/trust.h"
#include "models/learning.h"
#include "models/terms.h"

/* A party that is indifferent says yes; surpluses within this of zero count as indifference, so
 * that rounding never decides. */
static const double indifference = 1e-7;

/* Whether the offer passes a hard red line of the actor's. */
static bool talks_crosses(const struct table *table, int actor, int lane)
{
    return terms_crossed(&table->truth.utility, actor, table->offer, indifference, lane) >= 0;
}

/* One party's answer; needed[lane] says whether it was asked at all. */
static void talks_party(struct table *table, int actor, bool *needed, bool *yes)
{
    struct bargain bargain = { .game = &table->scenario->game,
                               .utility = &table->truth.utility,
                               .prospect = table_prospect(table, &table->truth),
                               .lanes = table->lanes,
                               .asked = table->text,
                               .status_quo = table->status_quo,
                               .share = table_share(table) };
    const double *held = table_of(table->held, actor), *resolve = table_of(table->resolve, actor);
    const double *mood = table_of(table->mood, actor);
    const double *friction = table_of(table->friction, actor);
    double *worth = table_of(table->worth, actor);
    bargain_worth(&bargain, actor, table->offer, worth);
    bargain_consent(&bargain, actor, table->offer, needed);
    for (int lane = 0; lane < table->lanes; lane++) {
        double wanted = (table->phase[lane] == PHASE_TALKS ? 0 : resolve[lane]) + friction[lane];
        double surplus = worth[lane] - wanted - held[lane];
        needed[lane] = needed[lane] && table->text[lane];
        yes[lane] = actor == table->proposer[lane] ||
                    (surplus + mood[lane] >= -indifference && !talks_crosses(table, actor, lane));
    }
}

/* What an answer teaches about the party's threshold. */
static void talks_learn(struct table *table, int actor, const bool *needed, const bool *yes)
{
    const struct scenario *scenario = table->scenario;
    const double *worth = table_of(table->offer_worth, actor);
    const double *held = table_of(table->held_picture, actor);
    const double *friction = table_of(table->friction, actor);
    const double *stray = table_row(table, &table->truth, scenario->process.belief_drift);
    double surplus[LANES], noise[LANES], drift[LANES];
    bool asked[LANES];
    talks_misread(table, actor, noise);
    for (int lane = 0; lane < table->lanes; lane++) {
        surplus[lane] = worth[lane] - held[lane] - friction[lane];
        drift[lane] = stray[lane] * stray[lane];
        asked[lane] =
            needed[lane] && actor != table->proposer[lane] && table->phase[lane] != PHASE_TALKS;
    }
    learning_update(table_of(table->belief_mean, actor), table_of(table->belief_variance, actor),
                    surplus, noise, drift, asked, yes, table->lanes);
}

/* Remembers a text that failed and books who refused it; without refusals it fell apart. */
static void talks_fail(struct table *table, struct history *history, int lane, int refusals,
                       int last)
{
    const struct game *game = &table->scenario->game;
    history->rejected[lane]++;
    table->fallen[lane] = refusals == 0;
    trust_event(table, lane, TRUST_REFUSAL);
    if (refusals == 1)
        history->pivotal[last * LANES + lane]++;
    for (int issue = 0; issue < game->issues; issue++)
        block_row(table->refused, (size_t)issue)[lane] =
            block_row(table->offer, (size_t)issue)[lane];
    for (int actor = 0; actor < game->actors; actor++) {
        table_of(table->refused_worth, actor)[lane] = table_of(table->offer_worth, actor)[lane];
        table_of(table->refused_held, actor)[lane] = table_of(table->held_picture, actor)[lane];
    }
}

static void talks_leak(struct table *table, struct history *history)
{
    const struct process *process = &table->scenario->process;
    const double *chance = table_row(table, &table->truth, process->leak);
    const double *spoilers = table_row(table, &table->truth, process->aftermath.spoilers.leak);
    double uniform[LANES];
    random_uniform(&table->random, PURPOSE_LEAK, 0, uniform);
    for (int lane = 0; lane < table->lanes; lane++) {
        double leaks = chance[lane] + spoilers[lane] * (1 - chance[lane]);
        if (!table->text[lane] || uniform[lane] >= leaks)
            continue;
        table->confidentiality[lane] = 0;
        history->leaks[lane]++;
        trust_event(table, lane, TRUST_LEAK);
    }
}

void talks_answer(struct table *table, struct history *history)
{
    const struct game *game = &table->scenario->game;
    int refusals[LANES] = { 0 }, last[LANES] = { 0 };
    for (int actor = 0; actor < game->actors; actor++) {
        if (!game_actor_answers(&game->actor[actor]))
            continue;
        bool *needed = table->asked + actor * LANES, *yes = table->accepts + actor * LANES;
        talks_party(table, actor, needed, yes);
        talks_learn(table, actor, needed, yes);
        for (int lane = 0; lane < table->lanes; lane++) {
            if (!needed[lane] || yes[lane])
                continue;
            history->refusals[actor * LANES + lane]++;
            refusals[lane]++;
            last[lane] = actor;
        }
    }
    talks_leak(table, history);
    for (int lane = 0; lane < table->lanes; lane++) {
        table->signed_now[lane] = table->text[lane] && refusals[lane] == 0;
        table->collapsed[lane] = false;
    }
    groups_summit(table);
    for (int lane = 0; lane < table->lanes; lane++) {
        table->signed_now[lane] = table->signed_now[lane] && !table->collapsed[lane];
        if (table->text[lane] && !table->signed_now[lane])
            talks_fail(table, history, lane, refusals[lane], last[lane]);
    }
    mediation_answered(table);
}
