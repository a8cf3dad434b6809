/* Vocabulary: how talks proceed around the offers: secrecy, ratification, ceasefire, settlement.
 * Every mechanism is off where a scenario says nothing of it. */
#ifndef MODELS_PROCESS_H
#define MODELS_PROCESS_H

#include <stdbool.h>
#include <stdint.h>

#include "models/aftermath.h"
#include "models/calendar.h"
#include "models/channel.h"
#include "models/cohesion.h"
#include "models/groups.h"
#include "models/model.h"
#include "models/trust.h"

struct ceasefire {
    struct quantity rate;           /* chance per round of fighting that one is open */
    struct quantity perceived;      /* flare-up hazard that the parties reckon with */
    struct quantity flare_up;       /* simulated hazard per round in its first rounds */
    long flare_up_rounds;           /* how many those are */
    struct quantity flare_up_later; /* simulated hazard per round after them */
    struct quantity monitoring;     /* in [0, 1]: cuts both by up to four fifths */
    struct quantity escalation;     /* chance that a flare-up becomes war */
    struct quantity incident;       /* utility points that one that does not costs a belligerent */
    struct quantity neglect;        /* share added to the hazard where nobody attends to it */
    struct quantity guarantee;      /* share of flare-ups that credible guarantees deter */
    struct quantity border;         /* share that the security of the border prevents */
    bool first;                     /* no text is tabled while the guns fire */
};

struct ratification {
    struct selection by;       /* actors that vote */
    long delay;                /* rounds from signature to the vote */
    struct quantity precision; /* of the vote, per utility point */
    struct quantity support;   /* utility points in favour */
    bool truce;                /* the guns are silent between signature and vote */
};

struct comprehensive {
    bool staged;          /* a framework is signed first; false: one agreement settles everything */
    struct quantity rate; /* chance per round that a comprehensive text is tabled */
    struct quantity expected; /* share of what a framework leaves open that counts in it */
    struct quantity stall;    /* hazard per round that the talks stall */
};

struct process {
    struct choice protocol, solver, agenda, continuation, acceptance;
    long from;                       /* first round in which a text may be tabled */
    struct quantity confidentiality; /* share of the audience cost that secrecy spares */
    struct quantity leak;            /* chance that a tabled text leaks */
    struct quantity violation;       /* h0: hazard per round that a settlement is violated */
    struct quantity noise;           /* sd of what the mediator misreads of an answer */
    struct quantity belief_drift;    /* sd per text by which beliefs about resolve grow stale */
    struct ceasefire ceasefire;
    struct ratification ratification;
    struct comprehensive comprehensive;
    struct cohesion cohesion;
    struct aftermath aftermath;
    struct trust trust;
    int groups;
    struct working_group *group; /* as the scenario lists them */
    struct tracks tracks;
    struct summit summit;
    struct deadlock deadlock;
    struct leader_channel leader_channel;
    struct contacts contacts;
    struct deadline deadline;
    struct tilt tilt;
};

/* Whether there is trust or preparation to tell of. */
bool process_prepares(const struct process *process);

struct conflict {
    struct choice war;
    struct quantity fade; /* hazard per round that fighting peters out */
    struct quantity age;  /* rounds fought before the run begins */
    struct winter winter;
};

extern const struct parameter
    conflict_parameters[]; /* group `war`; the chosen model's table joins it */
extern const struct parameter process_parameters[]; /* the chosen models' tables join this one */

#endif
