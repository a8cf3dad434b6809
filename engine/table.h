/* The negotiating table: all that a thread needs to play a block of trials, allocated once.
 *
 * Rows of LANES doubles, one per trial of the block. "True" is what holds in the trial; "picture"
 * is how the proposer sees it: expected values, and its own true ones where it is a party itself.
 */
#ifndef ENGINE_TABLE_H
#define ENGINE_TABLE_H

#include "engine/history.h"
#include "models/acceptance.h"
#include "models/agenda.h"
#include "models/bargain.h"
#include "models/continuation.h"
#include "models/lever.h"
#include "models/protocol.h"
#include "models/random.h"
#include "models/solver.h"
#include "models/war.h"

enum phase {
    PHASE_WAR,
    PHASE_VOTE,  /* a text is signed and awaits ratification */
    PHASE_TALKS, /* a framework holds; the comprehensive agreement is negotiated */
    PHASE_SETTLED,
    PHASE_FROZEN,
    PHASE_OVER /* victory */
};

/* Why a phase begins. */
enum cause {
    CAUSE_SIGNED,
    CAUSE_RATIFIED,
    CAUSE_VOTED_DOWN,
    CAUSE_CEASEFIRE,
    CAUSE_VIOLATED,
    CAUSE_STALLED,
    CAUSE_FLARE_UP,
    CAUSE_FADED,
    CAUSE_COLLAPSE, /* of `actor` */
    CAUSE_ABSORBED, /* the front reached an end of the axis */
    CAUSE_LOTTERY,
    CAUSE_INCIDENT, /* a small violation that was not repaired */
    CAUSE_ATTACK    /* of spoilers */
};

/* A trial moves into another phase. */
struct turn {
    int phase, cause; /* enum phase, enum cause */
    int actor;        /* whose collapse it was; else -1 */
};

/* The first of a trial's agreements, or freezes. */
struct stretch {
    int from, to; /* rounds; -1: none has begun, it has not ended */
};

/* What came of a round's turn to table a text. */
enum tabled {
    TABLED_NOT_DUE,
    TABLED_ABSENT, /* a party that is needed has walked away */
    TABLED_NONE,   /* the solver found no package worth tabling */
    TABLED_STALE,  /* it would be the text refused last, with nothing changed since */
    TABLED_CLOSED, /* no text yet: one of its issues was closed */
    TABLED_WAITS,  /* a text is on the table and some answer has not come */
    TABLED_TEXT    /* a text, which is answered */
};

/* Why a text that waited for answers fell. */
enum fall {
    FALL_NONE,
    FALL_PHASE,  /* the phase that it was tabled in is over */
    FALL_AUTHOR, /* whoever tabled it has walked away */
    FALL_PARTY,  /* a belligerent has walked away */
    FALL_TERMS   /* all answers are there, but the front has moved and the text gives more than it
                    allows, or breaks a rule */
};

/* One way of seeing the actors: as they are, or as the proposer pictures them. */
struct view {
    double *values; /* [row] drawn, or expected */
    struct utility utility;
    double *memory; /* of the continuation */
    struct outlook outlook;
    double *start, *status_quo;      /* of the front; [issue], the front issue's row at the start */
    double *drift, *cost, *collapse; /* the outlook's paths, [round] and [round][actor] */
    double *volatility;
    double *war;                       /* [actor] W_i now */
    double *frozen;                    /* [actor] F_i now */
    double *annuity, *reach;           /* [actor] of W_i, see continuation.h */
    double *fallback;                  /* [actor] W_i at the start */
    double *victory;                   /* [3 sides][actor] */
    double *demand;                    /* [actor] u_i of its public demand */
    double *discount;                  /* [actor] */
    double *optimism;                  /* [actor] */
    double *audience;                  /* [actor] a_i (1 - confidentiality), now */
    double *line;                      /* one row: factor on the hazard of flare-ups, now */
    double *narrative, *story;         /* [actor] models/bargain.h; 0 without */
    struct exposure offered, in_force; /* of a text; of the agreement in force */
    double *violation;                 /* one row: h0, as restraint leaves it */
};

/* How every lever stands in a round; [lever][LANES], or rows [lever]. */
struct pulls {
    bool *on;     /* it acts: on settlements even while it waits for one */
    bool *due;    /* its condition holds: its owner bears its cost */
    double *age;  /* rounds since the condition came true */
    double *hard; /* its intensity, as complements and cohesion leave it */
};

struct table {
    const struct scenario *scenario;
    struct random random;
    int lanes;
    const struct protocol *protocol;
    const struct solver *solver;
    const struct continuation *continuation;
    const struct acceptance *acceptance;
    const struct agenda *agenda;
    const struct war *war;
    struct mediation *mediation; /* engine/mediation.h */
    int proposer[LANES];         /* whose text it is in this round: an actor, or -1: nobody's */

    struct view truth, picture;
    struct drivers drivers;         /* what the levers and shocks do in this round */
    struct drivers scratch_drivers; /* of one lever alone */
    double *drift,
        *volatility;  /* one row each: of the front in this round; at once: high's chance, 0 */
    double *cost;     /* [actor] of this round of war */
    double *foreseen; /* [round][actor] what their schedule would add */

    /* What this round has that was not foreseen (engine/surprise.h). */
    int pushes;           /* causes of the front's drift, one after the other */
    double *push_drift;   /* [push] the drift with it and those before it */
    double *push_left;    /* [push] rounds that it will last; 0: for good */
    double *shelter_left; /* [actor] rounds that levers on damage will differ from their schedule;
                             0: none does */
    bool *unplanned; /* [lever] it acts on strength, in some lane otherwise than its schedule */

    /* Levers (engine/levers.h). */
    struct pulls pulls, planned; /* as they are; as their schedule has them */
    double *lever_since;         /* [lever] 1 + round in which its condition came true; 0: it does
                                    not hold */
    double *idle;                /* [lever] 1: its owner will never pull it */
    double *refused_running;     /* [actor] texts refused in a row */
    double *cohesion, *lean;     /* one row each: of the allies; how they press partners */
    double *cohesion_planned;    /* [round] as the schedule has it */
    bool spoken[LANES];          /* leaders have, over their line */
    int violator[LANES];         /* an actor; -1: nobody yet */

    /* Where the trials stand. */
    int phase[LANES], since[LANES], frozen_by[LANES]; /* enum phase; round it began; enum detail */
    bool relapsed[LANES], violated[LANES], from_truce[LANES];
    int agreed_from[LANES]; /* round in which this peace's first agreement came into force; -1: none
                               has since the guns last fired */
    bool ratified[LANES];   /* there has been an agreement: its ratifiers have voted for one */
    int victor[LANES];
    double *steps_done;            /* one row: of the agreement in force, of process.steps.count */
    double *front, *status_quo;    /* one row; [issue] */
    double *exhaustion, *resource; /* [actor] */
    double *walked;                /* [actor] 1 once it has left */
    double *confidentiality;       /* one row: secrecy still kept */
    double *shock_ends;            /* [shock] round at which it is over; 0: not under way */
    double *jolt;     /* [actor] what levers and shocks that were not foreseen change in W_i */
    double *audience; /* [actor] a_i times shocks */
    double *friction; /* [actor] what it wants on top for revisions by others (engine/friction.h) */
    double *reworked; /* [actor] texts by others so far */
    double *resolve;  /* [actor] zeta_i */
    double *mood, *mood_state;                       /* [actor]; [actor][state row] */
    double *drift_belief, *drift_variance;           /* [actor] optimism o_i and s_o^2 */
    double *belief_mean, *belief_variance;           /* [actor] about the private threshold */
    double *credibility, *guarantees, *verification; /* one row each */
    double *trust;                                   /* one row: between the parties, in [0, 1] */
    double *trust_gain, *trust_loss; /* one row each: what this round has added up to */
    double *readiness;               /* [group] of the working groups, in [0, 1] */
    double *meets;                   /* [group] 0: not in this round; 1; between: apart */
    bool joint[LANES];               /* the parties sit in one room */
    double *zero;                    /* one row of zeros, for what a scenario does not give */
    double *scratch;                 /* 3 rows per actor, 2 per issue */

    /* What agreements and freezes are exposed to (engine/aftermath.h). */
    bool early, troubled, strained, exposed; /* the scenario has such; any of them */
    bool guarded;          /* F is not that of flare-ups alone which all become war */
    bool lined;            /* something beside monitoring acts on flare-ups */
    double *coercion;      /* one row: how strongly the parties are pressed, in [0, 1] */
    double *signed_strain; /* one row: of the text signed last, at the signature */
    double *strain, *left; /* one row each: of the agreement in force, now; its first rounds left */
    double *strain_offered, *left_offered; /* the same of a text that is signed now */
    bool incident[LANES], attack[LANES];   /* there was one in this round */
    struct stretch stretch[DURABLES][LANES];

    /* The war's own burdens and the home front (engine/season.h, burden.h, mobilisation.h, home.h).
     */
    double *winter;             /* [round] plain numbers: share in winter; NULL: there is none */
    double *grown;              /* [kind of cost, all actors in a row] (1 + growth)^t */
    double *struck, *sheltered; /* [round][actor] foreseen: cost of strikes, factor on it; NULL:
                                   nobody reckons with strikes */
    double *expected_growth, *growth; /* [actor] of the cost of war, as planned and as it was */
    double *fought;                   /* one row: rounds of war so far */
    double *mobilised_from, *mobilised_until, *mobilised_times; /* [actor] rounds; how often */
    double *legitimacy, *weariness;                             /* [actor] */
    double *standing; /* [actor] legitimacy with the shocks on it */

    /* The talks of this round. */
    bool text[LANES], signed_now[LANES];
    bool collapsed[LANES]; /* a text was signed and fell apart at the summit */
    bool fallen[LANES];    /* so did the last text that failed: it was not refused */
    int tabled[LANES];     /* enum tabled */
    bool truce[LANES];     /* a bare ceasefire was open */
    bool vote[LANES];      /* a ratification was due */
    double *package;       /* [issue] in force */
    double *offer;         /* [issue] on the table */
    double *low, *high;    /* [issue] between the hard red lines, as the proposer sees them */
    double *true_low, *true_high;   /* as they are */
    double *bound_low, *bound_high; /* [issue] bounds of this round's text */
    double *share; /* [issue] that counts of what a first text leaves open; with two stages */
    double *claim, *doubt; /* [actor] as the proposer sees them */
    double *held;          /* [actor] worth of what a party keeps by refusing, true */
    double *held_picture;  /* [actor] the same as the proposer sees it */
    double *refused;       /* [issue] the last text refused */
    double *refused_worth, *refused_held; /* [actor] U and W (or what else it kept) then */
    double *offer_worth;                  /* [actor] U of the offer, as the proposer sees it */
    double *worth;                        /* [actor] the same as it is */
    bool *asked, *accepts;                /* [actor][LANES] its consent is needed; its answer */
    double *zone_memory, *offer_memory;   /* what the ZOPA and the solver remember of a trial */
    double **shape; /* [actor] prior of the private threshold, standardised; NULL: normal */
    double *prior_mean, *prior_sd; /* [actor] plain numbers, not rows */

    struct chronicle *chronicle; /* what the first lane lives through is told to it; NULL: nobody
                                    listens */

    /* Books. */
    double *weight;  /* [actor] d_i^t */
    double *utility; /* [actor] realised so far */
};

/* Allocates a table for a scenario, and frees it. */
struct table *table_new(const struct scenario *scenario);
void table_free(struct table *table);

/* Empties the table for a block of `lanes` trials from `first` on. */
void table_clear(struct table *table, uint64_t first, int lanes);

/* A quantity's row in a view; a row of zeros where the scenario gives none. */
const double *table_row(const struct table *table, const struct view *view,
                        struct quantity quantity);

/* Whether an agreement is in force in a lane: a framework, or a settlement. */
static inline bool table_agreed(const struct table *table, int lane)
{
    return table->phase[lane] == PHASE_TALKS || table->phase[lane] == PHASE_SETTLED;
}

/* The actor's row of a table of rows [actor]. */
static inline double *table_of(double *rows, int actor)
{
    return block_row(rows, (size_t)actor);
}

/* What a settlement's future holds in a view, were it signed now, and as it is in force. */
struct prospect table_prospect(const struct table *table, const struct view *view);
struct prospect table_prospect_in_force(const struct table *table, const struct view *view);

/* The share (models/bargain.h) of a text of this round; NULL where one text settles everything. */
const double *table_share(const struct table *table);

#endif
