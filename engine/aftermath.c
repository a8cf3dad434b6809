#include "engine/aftermath.h"

#include "engine/trust.h"

static void aftermath_expose(struct table *table, struct view *view)
{
    const struct aftermath *aftermath = &table->scenario->process.aftermath;
    view->offered = (struct exposure){
        .strain = table->strain_offered,
        .early = table_row(table, view, aftermath->peace.early),
        .left = table->left_offered,
        .incidents = table_row(table, view, aftermath->incidents.rate),
        .breach = table_row(table, view, aftermath->incidents.breach),
        .detection = table_row(table, view, aftermath->incidents.detection),
        .repair = table_row(table, view, aftermath->incidents.repair),
        .attack = table_row(table, view, aftermath->spoilers.attack),
        .suppression = table_row(table, view, aftermath->spoilers.suppression),
        .success = table_row(table, view, aftermath->spoilers.breach),
    };
    view->in_force = view->offered;
    view->in_force.strain = table->strain;
    view->in_force.left = table->left;
    block_fill(view->line, 1, LANES);
}

void aftermath_new(struct table *table)
{
    const struct scenario *scenario = table->scenario;
    const struct aftermath *aftermath = &scenario->process.aftermath;
    const struct ceasefire *ceasefire = &scenario->process.ceasefire;
    table->early =
        aftermath->peace.early_rounds > 0 && scenario_differs(scenario, aftermath->peace.early, 1);
    table->troubled = scenario_differs(scenario, aftermath->incidents.rate, 0) ||
                      scenario_differs(scenario, aftermath->spoilers.attack, 0);
    table->strained =
        scenario_differs(scenario, aftermath->dissatisfaction.weight, 0) ||
        scenario_differs(scenario, aftermath->imposed, 0) ||
        (aftermath->steps.count > 0 && scenario_differs(scenario, aftermath->steps.settled, 0));
    table->exposed = table->early || table->troubled || table->strained;
    table->lined = scenario_differs(scenario, ceasefire->neglect, 0) ||
                   scenario_differs(scenario, ceasefire->guarantee, 0) ||
                   scenario_differs(scenario, ceasefire->border, 0);
    table->guarded = table->lined || scenario_differs(scenario, ceasefire->escalation, 1) ||
                     scenario_differs(scenario, aftermath->spoilers.attack, 0);
    aftermath_expose(table, &table->truth);
    aftermath_expose(table, &table->picture);
}

/* How strongly the levers of this round press the parties: 1 - prod (1 - pull). */
static void aftermath_press(struct table *table)
{
    const struct scenario *scenario = table->scenario;
    block_fill(table->coercion, 0, table->lanes);
    for (int k = 0; k < scenario->levers; k++) {
        const struct lever_plan *plan = &scenario->lever[k];
        if (!leverage_kind(plan)->coerces ||
            !game_actor_answers(&scenario->game.actor[plan->target]))
            continue;
        const double *pull = table_of(table->pulls.hard, k);
        const bool *due = table->pulls.due + k * LANES;
        for (int lane = 0; lane < table->lanes; lane++)
            table->coercion[lane] += due[lane] ? pull[lane] * (1 - table->coercion[lane]) : 0;
    }
}

/* First rounds left, as a round begins, of a peace that was agreed in an earlier one, or is agreed
 * in this; as it ends, where `over`. Its age counts from the round after it began, the first in
 * which it is tested. */
static double aftermath_left(const struct table *table, int lane, int round, bool over)
{
    int first = table->early ? (int)table->scenario->process.aftermath.peace.early_rounds : 0;
    int from = table->agreed_from[lane], age = from < 0 ? 0 : round - from;
    int passed = over || age == 0 ? age : age - 1;
    return first > passed ? first - passed : 0;
}

/* Strain and first rounds left of the agreement in force. A round in which a text is signed tests
 * nothing. */
static void aftermath_refresh(struct table *table, int lane, int round)
{
    const struct aftermath *aftermath = &table->scenario->process.aftermath;
    double settled = table_row(table, &table->truth, aftermath->steps.settled)[lane];
    double share =
        aftermath->steps.count > 0 ? table->steps_done[lane] / (double)aftermath->steps.count : 0;
    table->strain[lane] = table->signed_strain[lane] * (1 - settled * share);
    table->left[lane] = aftermath_left(table, lane, round, table->since[lane] == round);
}

/* That of the first mediator who has not left; 0 where none is there. */
static double aftermath_attention(const struct table *table, const struct view *view, int lane)
{
    const struct game *game = &table->scenario->game;
    for (int actor = 0; actor < game->actors; actor++)
        if (game->actor[actor].role == ROLE_MEDIATOR && table_of(table->walked, actor)[lane] == 0)
            return table_row(table, view, game->actor[actor].mediation.attention)[lane];
    return 0;
}

/* Factor on the hazard of flare-ups. */
static void aftermath_line(const struct table *table, struct view *view)
{
    const struct ceasefire *rule = &table->scenario->process.ceasefire;
    const double *neglect = table_row(table, view, rule->neglect);
    const double *guarantee = table_row(table, view, rule->guarantee);
    const double *border = table_row(table, view, rule->border);
    for (int lane = 0; lane < table->lanes; lane++)
        view->line[lane] = (1 + neglect[lane] * (1 - aftermath_attention(table, view, lane))) *
                           (1 - guarantee[lane] * table->credibility[lane]) * (1 - border[lane]);
}

void aftermath_look(struct table *table, int round)
{
    if (table->lined) {
        aftermath_line(table, &table->truth);
        aftermath_line(table, &table->picture);
    }
    if (!table->exposed)
        return;
    const double *imposed =
        table_row(table, &table->truth, table->scenario->process.aftermath.imposed);
    aftermath_press(table);
    for (int lane = 0; lane < table->lanes; lane++) {
        table->strain_offered[lane] = 1 + imposed[lane] * table->coercion[lane];
        table->left_offered[lane] = aftermath_left(table, lane, round, true);
        aftermath_refresh(table, lane, round);
    }
}

/* lack[lane]: what the terms leave the parties below the worth of fighting on, in sum. */
static void aftermath_lack(struct table *table, double *lack)
{
    const struct game *game = &table->scenario->game;
    double worth[LANES];
    block_fill(lack, 0, table->lanes);
    for (int actor = 0; actor < game->actors; actor++) {
        const double *war = table_of(table->truth.war, actor);
        if (!game_actor_answers(&game->actor[actor]))
            continue;
        utility_of(&table->truth.utility, actor, table->package, true, worth, table->lanes);
        for (int lane = 0; lane < table->lanes; lane++)
            lack[lane] += war[lane] > worth[lane] ? war[lane] - worth[lane] : 0;
    }
}

void aftermath_sign(struct table *table, int round)
{
    const struct aftermath_dissatisfaction *rule =
        &table->scenario->process.aftermath.dissatisfaction;
    const double *weight = table_row(table, &table->truth, rule->weight);
    const double *scale = table_row(table, &table->truth, rule->scale);
    const double *limit = table_row(table, &table->truth, rule->limit);
    double lack[LANES];
    if (!table->exposed)
        return;
    aftermath_lack(table, lack);
    for (int lane = 0; lane < table->lanes; lane++) {
        if (!table->signed_now[lane])
            continue;
        double strain = aftermath_strain(weight[lane], scale[lane], limit[lane], lack[lane]);
        table->signed_strain[lane] = table->strain_offered[lane] * strain;
        aftermath_refresh(table, lane, round);
    }
}

double aftermath_flare_up(const struct view *view, double hazard, int lane)
{
    double flare_up = hazard * view->line[lane];
    return flare_up < 1 ? flare_up : 1;
}

struct peril aftermath_freeze(const struct table *table, int lane, int left)
{
    const struct view *view = &table->truth;
    const struct ceasefire *rule = &table->scenario->process.ceasefire;
    double monitored = 1 - 0.8 * table_row(table, view, rule->monitoring)[lane];
    double escalation = table_row(table, view, rule->escalation)[lane];
    double early = table_row(table, view, rule->flare_up)[lane] * monitored;
    double later = table_row(table, view, rule->flare_up_later)[lane] * monitored;
    return (struct peril){ .first = escalation * aftermath_flare_up(view, early, lane),
                           .later = escalation * aftermath_flare_up(view, later, lane),
                           .other = peril_attack(&view->in_force, lane),
                           .left = left > 0 ? left : 0 };
}

void aftermath_perils(const struct table *table, struct peril *out)
{
    struct bargain bargain = { .game = &table->scenario->game,
                               .utility = &table->truth.utility,
                               .lanes = table->lanes,
                               .prospect = table_prospect_in_force(table, &table->truth) };
    bargain_peril(&bargain, table->package, out);
}

/* An incident, or -1 where it does not break the agreement. */
static int aftermath_incident(struct table *table, int lane, double uniform, double verification)
{
    const struct exposure *exposure = &table->truth.in_force;
    struct quantity trust = table->scenario->process.aftermath.incidents.trust;
    if (uniform >= exposure->incidents[lane])
        return -1;
    table->incident[lane] = true;
    trust_move(table, lane, -table_row(table, &table->truth, trust)[lane]);
    return uniform < peril_incident(exposure, lane, verification) ? CAUSE_INCIDENT : -1;
}

/* An attack, likewise. Where it is not suppressed, it costs trust. */
static int aftermath_attack(struct table *table, int lane, double uniform)
{
    const struct exposure *exposure = &table->truth.in_force;
    double suppression = exposure->suppression[lane];
    if (uniform >= exposure->attack[lane])
        return -1;
    table->attack[lane] = true;
    if (uniform < exposure->attack[lane] * (1 - suppression))
        trust_move(table, lane, -aftermath_distrust(table->trust[lane], suppression));
    return uniform < peril_attack(exposure, lane) ? CAUSE_ATTACK : -1;
}

void aftermath_troubles(struct table *table, const bool *open, int *out)
{
    struct bargain bargain = { .game = &table->scenario->game,
                               .lanes = table->lanes,
                               .prospect = table_prospect(table, &table->truth) };
    double verification[LANES], incident[LANES], attack[LANES];
    bargain_verification(&bargain, table->package, verification);
    random_uniform(&table->random, PURPOSE_INCIDENT, 0, incident);
    random_uniform(&table->random, PURPOSE_ATTACK, 0, attack);
    for (int lane = 0; lane < table->lanes; lane++) {
        out[lane] = -1;
        if (open[lane] && table_agreed(table, lane))
            out[lane] = aftermath_incident(table, lane, incident[lane], verification[lane]);
        if (open[lane] && out[lane] < 0)
            out[lane] = aftermath_attack(table, lane, attack[lane]);
    }
}

void aftermath_carry_out(struct table *table, int round)
{
    const struct aftermath_steps *steps = &table->scenario->process.aftermath.steps;
    struct bargain bargain = { .game = &table->scenario->game,
                               .lanes = table->lanes,
                               .prospect = table_prospect(table, &table->truth) };
    double verification[LANES], chance[LANES], uniform[LANES];
    if (steps->count == 0)
        return;
    bargain_verification(&bargain, table->package, verification);
    aftermath_step(table_row(table, &table->truth, steps->rate),
                   table_row(table, &table->truth, steps->reliance), verification, chance,
                   table->lanes);
    random_uniform(&table->random, PURPOSE_STEP, 0, uniform);
    for (int lane = 0; lane < table->lanes; lane++) {
        bool due = table_agreed(table, lane) && table->since[lane] != round &&
                   table->steps_done[lane] < (double)steps->count;
        if (!table_agreed(table, lane))
            table->steps_done[lane] = 0;
        else if (due && uniform[lane] < chance[lane])
            table->steps_done[lane] += 1;
    }
}
