#include "models/game.h"

#include <math.h>

bool game_actor_consents(const struct actor *actor)
{
    return actor->role == ROLE_BELLIGERENT || actor->consent.count > 0;
}

bool game_actor_answers(const struct actor *actor)
{
    return !actor->neutral && game_actor_consents(actor);
}

bool game_actor_binds(const struct actor *actor)
{
    return !actor->neutral && (game_actor_consents(actor) || actor->role == ROLE_MEDIATOR);
}

const struct quantity *game_position_shape(const struct position *position)
{
    return position->loss == LOSS_POWER  ? &position->exponent
           : position->loss == LOSS_CRRA ? &position->elasticity
           : position->loss == LOSS_CARA ? &position->curvature
                                         : NULL;
}

bool game_has_core(const struct game *game)
{
    for (int issue = 0; issue < game->issues; issue++)
        if (game->issue[issue].core)
            return true;
    return false;
}

bool game_has_narrative(const struct game *game)
{
    for (int i = 0; i < game->actors; i++)
        if (!game->actor[i].neutral && game->actor[i].narrative.cost.row >= 0)
            return true;
    return false;
}

bool game_has_friction(const struct game *game)
{
    for (int i = 0; i < game->actors; i++)
        if (game_actor_answers(&game->actor[i]) && game->actor[i].friction.each.row >= 0)
            return true;
    return false;
}

int game_first(const struct game *game, int role)
{
    for (int actor = 0; actor < game->actors; actor++)
        if (game->actor[actor].role == role)
            return actor;
    return -1;
}

static const struct parameter level_parameters[] = {
    { .name = PARAMETER_ANY,
      .kind = PARAMETER_QUANTITY,
      .words = "name",
      .low = 0,
      .high = 1,
      .unit = "position",
      .meaning = "a named position on the axis" },
    PARAMETER_END,
};

bool game_first_is_high(const struct game *game)
{
    return game->leader[SIDE_HIGH] < game->leader[SIDE_LOW];
}

const struct parameter issue_parameters[] = {
    TEXT(struct issue, title, "its name for readers"),
    FLAG(struct issue, front, 0, "its status quo is the front line"),
    FLAG(struct issue, core, 0,
         "a framework agreement must settle it; other issues may be deferred"),
    FLAG(struct issue, discrete, 0, "only its named levels can be agreed"),
    FLAG(struct issue, guarantees, 0, "its position is the strength of the security guarantees"),
    FLAG(struct issue, verification, 0,
         "its position is the share of violations that monitoring deters"),
    WORD(struct issue, bounded_by_front, BOUNDED_NONE, "none low high both",
         "which side a text gives no more than the front: what it has not won it is not given "
         "(the front issue)"),
    { .name = "levels",
      .kind = PARAMETER_GROUP,
      .members = level_parameters,
      .unit = "",
      .meaning = "named positions on the axis, each a number in [0, 1]" },
    { .name = "status_quo",
      .kind = PARAMETER_POSITION,
      .offset = offsetof(struct issue, status_quo),
      .initial = 0,
      .low = 0,
      .high = 1,
      .unit = "position",
      .meaning = "what holds without agreement; on the front issue the front's start takes over" },
    PARAMETER_END,
};

const struct parameter red_line_parameters[] = {
    { .name = "beyond",
      .kind = PARAMETER_POSITION,
      .offset = offsetof(struct red_line, beyond),
      .required = true,
      .initial = NAN,
      .low = 0,
      .high = 1,
      .unit = "position",
      .meaning = "the position that must not be passed, away from the actor's ideal" },
    FLAG(struct red_line, hard, 0, "passing it is out of the question, whatever else is offered"),
    QUANTITY(struct red_line, penalty, 0.5, 0, 100, "utility points per unit past the line",
             "what passing a soft line costs, before rescaling"),
    { .name = "unless",
      .kind = PARAMETER_GROUP,
      .members = unless_parameters,
      .unit = "",
      .meaning = "where all of this is settled so, too, the line does not hold" },
    PARAMETER_END,
};

static const struct parameter value_parameters[] = {
    { .name = PARAMETER_ANY,
      .kind = PARAMETER_QUANTITY,
      .words = "level",
      .low = 0,
      .high = 1,
      .unit = "worth, 0 to 1",
      .meaning = "the worth of this level" },
    PARAMETER_END,
};

const struct parameter position_parameters[] = {
    { .name = "ideal",
      .kind = PARAMETER_POSITION,
      .offset = offsetof(struct position, ideal),
      .required = true,
      .initial = NAN,
      .low = 0,
      .high = 1,
      .unit = "position",
      .meaning = "the position it likes best" },
    QUANTITY(struct position, salience, 1, 0, 1e6, "weight",
             "how much the issue matters to it; normalised over its issues after drawing"),
    WORD(struct position, loss, LOSS_LINEAR, "linear quadratic table power crra cara",
         "how worth falls with the distance d from the ideal: 1 - d, 1 - d^2, by `values`, "
         "1 - d^exponent, (1 - d)^elasticity, CARA in 1 - d"),
    QUANTITY(struct position, exponent, NAN, 1, 100, "power of the distance",
             "with loss = \"power\": 1 is linear, 2 quadratic; above 2 what is near the ideal is "
             "nearly as good"),
    QUANTITY(struct position, elasticity, NAN, 0.01, 1, "power of 1 - distance",
             "with loss = \"crra\": 1 less its relative risk aversion; 1 is linear, 0.5 the square "
             "root"),
    QUANTITY(struct position, curvature, NAN, 0, 50, "CARA coefficient",
             "with loss = \"cara\": its absolute risk aversion towards the issue; 0 is linear"),
    { .name = "values",
      .kind = PARAMETER_GROUP,
      .members = value_parameters,
      .unit = "",
      .meaning = "with loss = \"table\": the worth of each level, linear in between" },
    { .name = "red_line",
      .kind = PARAMETER_GROUP,
      .offset = offsetof(struct position, red_line),
      .members = red_line_parameters,
      .unit = "",
      .meaning = "a position it will not accept to pass" },
    PARAMETER_END,
};

static const struct parameter burden_parameters[] = {
    { .name = PARAMETER_ANY,
      .kind = PARAMETER_GROUP,
      .words = "cost",
      .members = burden_kind_parameters,
      .unit = "",
      .meaning = "a kind of cost" },
    PARAMETER_END,
};

const struct parameter actor_war_parameters[] = {
    QUANTITY(
        struct actor_war, cost, NAN, 0, 10, "utility points a round",
        "net cost of a round of war (a lottery war: of the war as a whole); belligerents need it"),
    QUANTITY(struct actor_war, cost_growth, 0, -0.5, 1, "per round", "growth of that cost"),
    QUANTITY(struct actor_war, resource, NAN, 0, 1e9, "rounds",
             "how long it can carry the war at a burn of 1"),
    QUANTITY(struct actor_war, burn, 1, 0, 1e6, "per round of war",
             "resource used up in a round of war"),
    QUANTITY(struct actor_war, collapse, 0, 0, 1, "hazard per round of war",
             "chance of collapse when fresh; it grows as exp(3 x exhaustion)"),
    QUANTITY(struct actor_war, stress, 0, 0, 10, "per round and utility point",
             "growth of that cost for each point a round that levers and shocks add to it"),
    QUANTITY(struct actor_war, casualties, 0, 0, 1000, "utility points per unit of front",
             "what ground gained costs it: its price times the front's expected move its way"),
    { .name = "costs",
      .kind = PARAMETER_GROUP,
      .members = burden_parameters,
      .unit = "",
      .meaning = "kinds of cost beside that one, by name: economy, infrastructure ..." },
    { .name = "endurance",
      .kind = PARAMETER_GROUP,
      .offset = offsetof(struct actor_war, endurance),
      .members = endurance_parameters,
      .unit = "",
      .meaning = "how long it can bear a war" },
    PARAMETER_END,
};

static const struct parameter positions_parameters[] = {
    { .name = PARAMETER_ANY,
      .kind = PARAMETER_GROUP,
      .words = "issue",
      .members = position_parameters,
      .unit = "",
      .meaning = "what it wants on this issue" },
    PARAMETER_END,
};

const struct parameter linkage_parameters[] = {
    { .name = "issues",
      .kind = PARAMETER_ISSUES,
      .required = true,
      .unit = "",
      .meaning = "the two issues" },
    { .name = "weight",
      .kind = PARAMETER_QUANTITY,
      .offset = offsetof(struct linkage, weight),
      .required = true,
      .initial = NAN,
      .low = -10,
      .high = 10,
      .unit = "utility points, before rescaling",
      .meaning = "worth of the one position times the other" },
    PARAMETER_END,
};

const struct parameter demand_parameters[] = {
    { .name = PARAMETER_ANY,
      .kind = PARAMETER_POSITION,
      .words = "issue",
      .low = 0,
      .high = 1,
      .unit = "position",
      .meaning = "what it demands on this issue in public" },
    PARAMETER_END,
};

const struct parameter package_parameters[] = {
    TEXT(struct package, title, "its name for readers"),
    { .name = PARAMETER_ANY,
      .kind = PARAMETER_POSITION,
      .words = "issue",
      .low = 0,
      .high = 1,
      .unit = "position",
      .meaning = "what it settles on this issue; the status quo where absent" },
    PARAMETER_END,
};

const struct parameter actor_parameters[] = {
    TEXT(struct actor, title, "its name for readers"),
    { .name = "role",
      .kind = PARAMETER_WORD,
      .offset = offsetof(struct actor, role),
      .required = true,
      .words = "belligerent mediator stakeholder",
      .unit = "",
      .meaning = "its part in the talks" },
    WORD(struct actor, side, SIDE_NONE, "none low high",
         "which end of the front it wants; belligerents need one"),
    QUANTITY(struct actor, capability, NAN, 1e-9, 1e9, "strength",
             "its military strength, relative to the other side's; belligerents need it"),
    QUANTITY(struct actor, discount, 0.97, 0, 0.9999, "factor per round",
             "weight of the next round against this one; belligerents need it"),
    { .name = "war",
      .kind = PARAMETER_GROUP,
      .offset = offsetof(struct actor, war),
      .members = actor_war_parameters,
      .unit = "",
      .meaning = "what war costs it" },
    { .name = "mobilisation",
      .kind = PARAMETER_GROUP,
      .offset = offsetof(struct actor, mobilisation),
      .members = mobilisation_parameters,
      .unit = "",
      .meaning = "a choice to raise strength for a while, at a cost" },
    { .name = "legitimacy",
      .kind = PARAMETER_GROUP,
      .offset = offsetof(struct actor, legitimacy),
      .members = legitimacy_parameters,
      .unit = "",
      .meaning = "its leadership's standing at home, which war uses up" },
    { .name = "weariness",
      .kind = PARAMETER_GROUP,
      .offset = offsetof(struct actor, weariness),
      .members = weariness_parameters,
      .unit = "",
      .meaning = "its public's wish for peace, which grows with war" },
    QUANTITY(struct actor, resolve, 0, -10, 10, "utility points",
             "private: what it wants on top of war's value before it signs; the distribution is "
             "the others' prior"),
    QUANTITY(struct actor, bias, 0, -10, 10, "utility points",
             "error of the others' belief about its resolve"),
    QUANTITY(struct actor, optimism, 0, -1, 1, "position a round",
             "how much faster than it is it believes the front to move its way"),
    QUANTITY(struct actor, optimism_sd, 0, 0, 1, "position a round",
             "how unsure it is of that, so that battles teach it"),
    QUANTITY(struct actor, risk_aversion, 0, -20, 20, "CARA coefficient",
             "curvature of its utility; 0: none"),
    QUANTITY(struct actor, power, 1, 0, 1e6, "weight",
             "bargaining power: its weight in nash and utilitarian"),
    { .name = "positions",
      .kind = PARAMETER_GROUP,
      .members = positions_parameters,
      .unit = "",
      .meaning = "what it wants, issue by issue; belligerents need one on each core issue" },
    { .name = "linkages",
      .kind = PARAMETER_LIST,
      .members = linkage_parameters,
      .unit = "",
      .meaning = "a list of { issues = ( A, B ); weight = W; }: the worth to it of A's position "
                 "times B's" },
    QUANTITY(struct actor, audience_cost, 0, 0, 10, "share",
             "cost at home of signing less than it demanded in public, once that is known"),
    { .name = "public_demand",
      .kind = PARAMETER_GROUP,
      .members = demand_parameters,
      .unit = "",
      .meaning = "what it demands in public; its ideal where absent" },
    { .name = "narrative",
      .kind = PARAMETER_GROUP,
      .offset = offsetof(struct actor, narrative),
      .members = narrative_parameters,
      .unit = "",
      .meaning = "what it must be able to tell at home" },
    { .name = "friction",
      .kind = PARAMETER_GROUP,
      .offset = offsetof(struct actor, friction),
      .members = friction_parameters,
      .unit = "",
      .meaning = "what it minds of a text that others rework" },
    QUANTITY(struct actor, leverage, 0, -10, 10, "utility points",
             "leverage given up, and rearming feared, in a bare ceasefire"),
    QUANTITY(struct actor, armed_peace, 0, 0, 10, "utility points a round",
             "cost of a frozen front"),
    QUANTITY(struct actor, credibility, 0, 0, 1, "share",
             "how far its guarantee is believed (mediators and stakeholders)"),
    QUANTITY(struct actor, ratification_support, 0, -10, 10, "utility points",
             "in favour of ratification where it has a vote, whatever the text"),
    QUANTITY(struct actor, walk_away, 0, 0, 1, "hazard per round",
             "chance that it leaves the talks; its levers stop"),
    QUANTITY(struct actor, status, 1, 0, 10, "factor",
             "what recognition of its rank is worth to it (levers of kind status)"),
    QUANTITY(struct actor, status_growth, 0, 0, 1, "per round of war",
             "by which that grows, as a share of it, with each round fought, war.age counted"),
    QUANTITY(struct actor, reply, 1, 0, 1, "chance per round",
             "chance that its answer to a text has come; the text waits for it; 1: at once"),
    { .name = "mediation",
      .kind = PARAMETER_GROUP,
      .offset = offsetof(struct actor, mediation),
      .members = mediator_parameters,
      .unit = "",
      .meaning = "how it mediates (whoever proposes)" },
    { .name = "consent",
      .kind = PARAMETER_ISSUES,
      .offset = offsetof(struct actor, consent),
      .unit = "",
      .meaning = "issues that cannot move from the status quo without it (a stakeholder)" },
    { .name = "refuses",
      .kind = PARAMETER_ACTORS,
      .offset = offsetof(struct actor, refuses),
      .unit = "",
      .meaning = "actors with whom it does not sit in one room until trust reaches "
                 "process.tracks.threshold" },
    PARAMETER_END,
};
