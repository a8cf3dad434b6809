/* The negotiating table: all that a thread needs to play a block of trials, allocated once.
 *
 * Rows of LANES doubles, one per trial of the block. "True" is what holds in the trial; "picture"
 * is how the proposer sees it: expected values, and its own true ones where it is a party itself.
 */
#ifndef ENGINE_TABLE_H
#define ENGINE_TABLE_H

#include "engine/history.h"
#include "models/acceptance.h"
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
    CAUSE_LOTTERY
};

/* A trial moves into another phase. */
struct turn {
    int phase, cause; /* enum phase, enum cause */
    int actor;        /* whose collapse it was; else -1 */
};

/* What came of a round's turn to table a text. */
enum tabled {
    TABLED_NOT_DUE,
    TABLED_ABSENT, /* a party that is needed has walked away */
    TABLED_NONE,   /* the solver found no package worth tabling */
    TABLED_STALE,  /* it would be the text refused last, with nothing changed since */
    TABLED_TEXT
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
    double *war;               /* [actor] W_i now */
    double *frozen;            /* [actor] F_i now */
    double *annuity, *reach;   /* [actor] of W_i, see continuation.h */
    double *fallback;          /* [actor] W_i at the start */
    double *victory;           /* [3 sides][actor] */
    double *demand;            /* [actor] u_i of its public demand */
    double *narrative, *story; /* [actor] models/bargain.h; 0 without */
    double *discount;          /* [actor] */
    double *optimism;          /* [actor] */
    double *audience;          /* [actor] a_i (1 - confidentiality), now */
};

struct table {
    const struct scenario *scenario;
    struct random random;
    int lanes;
    const struct protocol *protocol;
    const struct solver *solver;
    const struct continuation *continuation;
    const struct acceptance *acceptance;
    const struct war *war;
    int proposer; /* an actor, or -1: the text is nobody's */

    struct view truth, picture;
    struct drivers drivers;         /* what the levers and shocks do in this round */
    struct drivers scratch_drivers; /* of one lever alone */
    double *drift,
        *volatility;    /* one row each: of the front in this round; at once: high's chance, 0 */
    double *cost;       /* [actor] of this round of war */
    double *calm;       /* [actor] factor on capability, shocks left out */
    double *calm_drift; /* one row: of the front, shocks left out */
    double *lever_left; /* one row: rounds that levers will go on differing from their schedule; 0:
                           none does */
    double *shock_left; /* one row: rounds that shocks on capability will last */
    double *foreseen;   /* [round][actor] what their schedule would add */

    /* Where the trials stand. */
    int phase[LANES], since[LANES], frozen_by[LANES]; /* enum phase; round it began; enum detail */
    bool relapsed[LANES], framework[LANES], violated[LANES], from_truce[LANES];
    int victor[LANES];
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
    double *zero;    /* one row of zeros, for what a scenario does not give */
    double *scratch; /* 3 rows per actor, 2 per issue */

    /* The talks of this round. */
    bool text[LANES], signed_now[LANES];
    int tabled[LANES];  /* enum tabled */
    bool truce[LANES];  /* a bare ceasefire was open */
    bool vote[LANES];   /* a ratification was due */
    double *package;    /* [issue] in force */
    double *offer;      /* [issue] on the table */
    double *low, *high; /* [issue] between the hard red lines, as the proposer sees them */
    double *true_low, *true_high;   /* as they are */
    double *bound_low, *bound_high; /* [issue] bounds of this round's text */
    double *claim, *doubt;          /* [actor] as the proposer sees them */
    double *held;                   /* [actor] worth of what a party keeps by refusing, true */
    double *held_picture;           /* [actor] the same as the proposer sees it */
    double *refused;                /* [issue] the last text refused */
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

/* The actor's row of a table of rows [actor]. */
static inline double *table_of(double *rows, int actor)
{
    return block_row(rows, (size_t)actor);
}

/* What a settlement's future holds, now, in a view. */
struct prospect table_prospect(const struct table *table, const struct view *view);

#endif
