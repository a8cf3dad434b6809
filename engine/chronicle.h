/* The chronicle of one trial: all that its actors saw, said and did, round by round, in plain
 * numbers. engine/witness.h fills it while the trial is played, engine/tale.h tells it to people,
 * engine/trace.h writes it for machines. */
#ifndef ENGINE_CHRONICLE_H
#define ENGINE_CHRONICLE_H

#include "engine/table.h"
#include "models/terms.h"

/* Why the value of fighting on moved since the round before: the four sum to the change. */
struct chronicle_moved {
    double time;  /* the war grew older: costs, exhaustion and schedules as they were foreseen */
    double front; /* the front moved */
    double
        drift;   /* it is expected to move otherwise: battles taught, levers or shocks intervened */
    double cost; /* levers or shocks that were not foreseen changed what the war costs */
};

/* What an actor is in this trial. */
struct chronicle_trait {
    double capability, discount;
    double cost;    /* of a round of war at the start; of a lottery war: of the war as a whole */
    double resolve; /* what it wants over fighting on before it signs */
};

/* One actor in one round. Worths are utility points; all 0 for an actor without positions. */
struct chronicle_actor {
    bool walked;                     /* it has left */
    double war, frozen;              /* what fighting on, and a freeze, are worth to it */
    double cost;                     /* of this round of war */
    double exhaustion;               /* share of its resource that is used up */
    bool mobilised;                  /* its mobilisation is under way */
    double legitimacy, weariness;    /* its stocks at home, where they are kept */
    double mood;                     /* of its answers in this round */
    double belief_mean, belief_sd;   /* the proposer's, of what it wants on top: before answers */
    double learned_mean, learned_sd; /* the same after them */
    struct chronicle_moved moved;
    bool asked, accepts;  /* its consent was needed for the text; its answer */
    bool crossed;         /* the text passes a hard red line of its own */
    double worth;         /* of the text */
    double held;          /* what it keeps by refusing */
    double wanted;        /* what it wants on top of that before it signs */
    double reckoned;      /* the proposer's chance that it accepts */
    double ceasefire;     /* what a bare ceasefire gives it over war, where one was open */
    double chance;        /* of its vote for the text, where it ratified */
    bool ratified, voted; /* it had a vote; it was in favour */
    bool replied;         /* its answer to a text that waits has come */
};

/* One lever in one round, and what it does by itself; factors are 1 and sums 0 without effect. */
struct chronicle_lever {
    bool on;     /* it acts */
    bool pays;   /* its owner bears its cost */
    double pull; /* how hard it is pulled where it acts, before its ramp */
    double cost, burn, aid, capability, bonus, expense;
    double credibility; /* that a guarantee gains, were it the only one */
    double guarantees, verification;
    double paid;       /* of the bonus, what a round of a settlement pays by now */
    double gift;       /* a round, given whether or not there is a settlement; not in the cost */
    double backfill;   /* share of withheld aid that it replaces */
    double damage;     /* factor on infrastructure cost */
    double audience;   /* factor on the target's audience cost */
    double precision;  /* of its signal, per point^2 */
    double noise;      /* factor on what the proposer misreads of the target */
    double strain;     /* factor on what pressing partners costs cohesion */
    double restraint;  /* factor on the hazard of violation */
    double legitimacy; /* factor on how fast the target's legitimacy decays */
    double confidence; /* share of the way to full trust that it makes in a round */
};

/* Trust and preparation in one round, once the working groups have met. */
struct chronicle_process {
    double trust;
    double ready;   /* of the issues that a text would decide */
    double counted; /* mean share that counts of the issues that a first text leaves open; 1 where
                       none is left */
    bool joint, apart;         /* the parties sit in one room; tracks are parallel */
    double *readiness, *meets; /* [group] meets: 0: it does not; 1; between: its members apart */
    bool collapsed;            /* a text was signed and fell apart */
    double collapse;           /* the chance that it would */
};

/* One clause of terms that depend on each other (models/terms.h) in one round. */
struct chronicle_clause {
    bool touched; /* the text is past the line, or where the rule's `if` is so */
    bool lifted;  /* the text has what the line's condition asks for */
    bool bars;    /* no text was worth tabling, and without this clause there would be one that
                     nobody is believed to refuse */
};

enum { CHRONICLE_TURNS = 4 };

struct chronicle_round {
    int phase;              /* enum phase at its start */
    bool fires;             /* the guns fire at its start */
    double front, expected; /* the front at its start, and how far it is expected to move */
    double after;           /* the front at its end */
    double width;           /* of the zone of possible agreement; NAN where not at war */
    double confidentiality; /* secrecy kept: share of audience costs that is spared */
    double credibility;     /* of the guarantees, all guarantors together */
    double cohesion;        /* of the allies; 1 where nobody is allied */
    int tabled;             /* enum tabled */
    int fell;               /* enum fall: a text that waited fell */
    bool fresh;             /* a text was tabled in this round, whether or not it was answered */
    int lead;               /* who leads the talks; -1: nobody */
    int proposer;           /* whose text it is, where one was tabled */
    int closed;             /* the issue that was closed, without a text; -1: none */
    double closed_at;       /* where */
    int refused;            /* texts refused in a row, with this round's */
    bool called;            /* the leaders spoke, and the run of refusals is over */
    bool bluffed;           /* a deadline passed and its owner stayed */
    double hazard;          /* of violation, of the text or, without one, of what is in force */
    double strain;          /* on the agreement in force: factor on its hazard of violation */
    double steps;           /* of the agreement in force that are done */
    bool incident, attack;  /* an incident, an attack by spoilers */
    bool leaked;            /* the text leaked */
    bool truce;             /* a bare ceasefire was open */
    double *offer;          /* [issue] the text, where one was tabled */
    struct chronicle_clause clause[TERMS_CLAUSES]; /* of the game's clauses */
    struct chronicle_actor *actor;                 /* [actor] */
    struct chronicle_lever *lever;                 /* [lever] */
    bool *shock;                                   /* [shock] under way */
    struct chronicle_process process;
    int turns;
    struct turn turn[CHRONICLE_TURNS]; /* in the order in which they came */
};

struct chronicle {
    const struct scenario *scenario;
    uint64_t trial;
    int proposer;                  /* who leads the talks at first: an actor; -1: nobody */
    double *drawn;                 /* [uncertain] what was drawn */
    struct chronicle_trait *trait; /* [actor] */
    double *level;                 /* [issue's level, all issues in a row] where the levels lie */
    struct chronicle_round *round; /* [horizon] */
    int outcome, detail, since;    /* as in struct history */
    int texts, rejected, leaks;
    bool failed;
    int victor;           /* an actor; -1: none */
    double *package;      /* [issue] the terms in force at the end */
    double *utility;      /* [actor] realised, discounted */
    double *worth, *kept; /* [actor] of the terms in force; of fighting on: at the end */
    double *shift, *jolt; /* [actor] the witness's own notes, of the round before */
};

/* The caller frees it; the scenario must outlive it. */
struct chronicle *chronicle_new(const struct scenario *scenario);
void chronicle_free(struct chronicle *chronicle);

/* Plays one trial on its own and tells it; the same numbers as in any block. */
void chronicle_play(struct chronicle *chronicle, uint64_t trial);

#endif
