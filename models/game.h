/* Vocabulary: who negotiates about what. A game is immutable once a scenario has been read.
 *
 * Issues are axes [0, 1] with named levels; actors have positions on them; a package is a position
 * per issue. Numbers that may be uncertain are quantities (models/parameter.h). */
#ifndef MODELS_GAME_H
#define MODELS_GAME_H

#include <stdint.h>

#include "models/burden.h"
#include "models/home.h"
#include "models/loss.h"
#include "models/mediator.h"
#include "models/mobilisation.h"
#include "models/parameter.h"

struct level {
    const char *name;
    struct quantity at;
};

/* Whom a text gives no more than the front: that side. */
enum bounded { BOUNDED_NONE, BOUNDED_LOW, BOUNDED_HIGH, BOUNDED_BOTH };

struct issue {
    const char *name, *title;
    bool front;           /* its status quo is the front line */
    bool core;            /* must be settled by a framework agreement; the others may wait */
    bool discrete;        /* only its named levels can be agreed */
    bool guarantees;      /* its position scales the guarantees inside the hazard of violation */
    bool verification;    /* its position is the share of violations that verification deters */
    int bounded_by_front; /* enum bounded, of the front issue */
    struct quantity status_quo; /* what holds without agreement */
    int levels;
    struct level *level; /* as the scenario lists them */
};

/* What a condition says of one issue: that its position is between two ends. In the `if` of a rule
 * the ends themselves are outside, everywhere else they are inside. */
struct bound {
    int issue;
    struct quantity low, high;  /* row -1: no such end */
    bool low_front, high_front; /* the end is where the front stands (of the front issue alone) */
    int number;                 /* among all bounds of the game */
};

/* All of its bounds hold. One without bounds always does. */
struct condition {
    int count;
    struct bound *bound;
};

struct red_line {
    struct quantity beyond;  /* the position that must not be passed; row -1: no line */
    bool hard;               /* passing it is out of the question; else it costs `penalty` */
    struct quantity penalty; /* utility points, before rescaling, per unit of overshoot */
    int direction;           /* +1: positions above `beyond` are past it; -1: below */
    struct condition unless; /* where the rest of the package is so, there is no line; without
                                bounds: there always is one */
};

/* What every package must keep to: where `when` is so, `then` is so; where `then` has no bounds,
 * `when` is never so. */
struct rule {
    const char *name, *title;
    struct condition when, then;
};

/* A part of the terms that can be kept in several ways (models/terms.h): a red line with a
 * condition, or a rule. */
struct clause {
    int actor, issue; /* whose line, and on what; -1 for a rule */
    int rule;         /* -1 for a line */
    int ways;         /* a line's: with it, or with its condition; a rule's: against each end of a
                         bound of `when` in turn, or with `then` */
};

struct position {
    bool present;
    struct quantity ideal;
    struct quantity salience;                        /* normalised per actor after drawing */
    int loss;                                        /* enum loss */
    struct quantity exponent, elasticity, curvature; /* shape of LOSS_POWER, _CRRA, _CARA; row -1
                                                        with other losses */
    struct quantity *values; /* LOSS_TABLE: the worth of each level, in the issue's level order */
    struct red_line red_line;
};

struct linkage {
    int issue[2];
    struct quantity weight; /* m_kl: worth of x_k times x_l */
};

enum role { ROLE_BELLIGERENT, ROLE_MEDIATOR, ROLE_STAKEHOLDER };
enum side { SIDE_NONE, SIDE_LOW, SIDE_HIGH };

struct actor_war {
    struct quantity cost;        /* net cost of a round of war, utility points */
    struct quantity cost_growth; /* per round */
    struct quantity resource;    /* rounds of war it can carry at a burn of 1; row -1: no limit */
    struct quantity burn;        /* resource used in a round of war */
    struct quantity collapse;    /* hazard of collapse per round of war, before exhaustion */
    struct quantity stress;      /* growth of cost per round and utility point of pressure */
    struct quantity casualties;  /* price of ground gained */
    int kinds;                   /* of cost beside `cost` */
    struct burden_kind *kind;
    struct endurance endurance;
};

/* What an actor must be able to tell at home: a settlement that is worth less is no victory. */
struct narrative {
    struct quantity worth; /* u at which there is a story to tell */
    struct quantity cost;  /* share of what is missing to that, secrecy or not; row -1: none */
};

/* What it costs an actor that others rework the text. */
struct friction {
    struct quantity each, most; /* utility points: of each text by others before this one; at most;
                                   row -1: none */
};

/* What an agreement settles: a position per issue. */
struct package {
    const char *name, *title;
    struct quantity *at; /* per issue; row -1 where it says nothing: the status quo */
};

struct actor {
    const char *name, *title;
    uint64_t hash;  /* random_hash(name) */
    int role, side; /* enum role, enum side */
    bool neutral;   /* it holds no positions: it has no utility */
    struct quantity capability, discount, resolve, optimism, optimism_sd, risk_aversion, power;
    struct quantity audience_cost, leverage, armed_peace, credibility, walk_away, bias;
    struct quantity status, status_growth; /* what recognition is worth to it; per round of war */
    struct quantity ratification_support;
    struct actor_war war;
    struct mobilisation mobilisation;
    struct legitimacy legitimacy;
    struct weariness weariness;
    struct narrative narrative;
    struct friction friction;
    struct position *position; /* per issue */
    int linkages;
    struct linkage *linkage;
    struct package public_demand; /* what it demands in public; no row set: its ideals */
    struct selection consent;     /* issues on which a stakeholder's consent is needed */
    struct selection refuses;     /* actors with whom it does not sit in one room */
    int victory;                  /* the package that its victory imposes; -1: its own ideals */
    struct mediator mediation;    /* its craft as a mediator */
    struct quantity reply;        /* chance per round that its answer to a text has come */
};

struct game {
    int issues, actors, packages;
    struct issue *issue;
    struct actor *actor;
    struct package *package;
    int front;     /* the issue marked `front`; -1: none */
    int leader[3]; /* by enum side: the first belligerent of that side; [SIDE_NONE] unused */
    int rules, clauses, bounds; /* bounds: of all conditions together */
    struct rule *rule;
    struct clause *clause;
    bool moving; /* a rule or an issue is bound by the front, so that terms move with it */
};

/* Whether the actor can refuse a text at all: belligerents, and stakeholders with a consent list.
 */
bool game_actor_consents(const struct actor *actor);

/* Which way it wants the front to move: 1 up, -1 down, 0 neither. */
static inline int game_actor_toward(const struct actor *actor)
{
    return actor->side == SIDE_HIGH ? 1 : actor->side == SIDE_LOW ? -1 : 0;
}

/* Whether it answers texts: it can refuse them, and holds positions to judge them by. */
bool game_actor_answers(const struct actor *actor);

/* Whether a line binds every text: one of an actor that can refuse, or of a mediator. */
bool game_actor_binds(const struct actor *actor);

/* The first actor of a role (enum role), as the scenario lists them; -1: there is none. */
int game_first(const struct game *game, int role);

/* Whether the first belligerent of the scenario is on the high side. */
bool game_first_is_high(const struct game *game);

/* The shape of a position's loss (models/loss.h); NULL where it has none. */
const struct quantity *game_position_shape(const struct position *position);

/* Whether some issue is core. */
bool game_has_core(const struct game *game);

/* Whether some actor pays for lacking a story to tell; whether some actor minds revisions. */
bool game_has_narrative(const struct game *game);
bool game_has_friction(const struct game *game);

/* The tables behind the groups of a scenario file. */
extern const struct parameter issue_parameters[];
extern const struct parameter red_line_parameters[];
extern const struct parameter bound_parameters[];  /* of one issue in `unless` and `then` */
extern const struct parameter excess_parameters[]; /* the same in `if` */
extern const struct parameter unless_parameters[];
extern const struct parameter rule_parameters[];
extern const struct parameter narrative_parameters[];
extern const struct parameter friction_parameters[];
extern const struct parameter position_parameters[];
extern const struct parameter actor_war_parameters[];
extern const struct parameter actor_parameters[];
extern const struct parameter linkage_parameters[];
extern const struct parameter demand_parameters[];
extern const struct parameter package_parameters[];

#endif
