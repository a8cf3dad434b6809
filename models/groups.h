/* Vocabulary: working groups that prepare issues, the tracks on which the parties meet, and the
 * summit at which a text is signed.
 *
 * A group's readiness q in [0, 1] grows in each round in which it meets,
 *
 *   q <- q + rate capacity trust (1 - q),
 *
 * so that after n such rounds q = 1 - (1 - q_0) (1 - rate capacity trust)^n where trust stands
 * still. An issue is as ready as the least ready of its groups, and wholly so where it has none. A
 * text is as ready as the mean of the issues that it decides: the core issues (all, where none is
 * core), behind a framework the others. Where there are groups, a text that would come with chance
 * rho_0 in a round comes with rho_0 (1 + q) / 2; one that is signed falls apart before it holds
 * with chance 1 - q / threshold where q is below the summit's threshold. */
#ifndef MODELS_GROUPS_H
#define MODELS_GROUPS_H

#include "models/block.h"
#include "models/parameter.h"

struct working_group {
    const char *name, *title;
    struct selection issues, members;
    long from;                 /* the first round in which it can meet */
    struct quantity rate;      /* what a meeting closes of the way to full readiness */
    struct quantity readiness; /* at the start */
    bool mandatory;            /* no text on its issues while it is less ready than `enough` */
    struct quantity enough;
};

enum tracks_mode { TRACKS_JOINT, TRACKS_PARALLEL };

/* Whether the parties sit in one room. They do not where tracks are parallel, or where an actor
 * refuses to sit with another, until trust reaches the threshold; without trust, for good. */
struct tracks {
    int mode;                   /* enum tracks_mode */
    struct quantity threshold;  /* of trust */
    struct quantity easing;     /* by which it falls each round */
    struct quantity falls_back; /* trust below which they part again; above the threshold it
                                   counts as the threshold */
    struct quantity noise;      /* parallel: sd of what a message loses on its way */
    struct quantity shuttle;    /* parallel: what a group achieves whose members meet apart */
};

struct summit {
    struct quantity threshold; /* readiness at which a signed text holds for certain; row -1: any */
};

extern const struct parameter group_parameters[];
extern const struct parameter working_groups_parameters[];
extern const struct parameter tracks_parameters[];
extern const struct parameter summit_parameters[];

/* A round of meetings, lane by lane; pace is rate times capacity times trust, 0 where the group
 * does not meet. */
void groups_meeting(double *readiness, const double *pace, int lanes);

/* What preparation makes of the chance of a text: a factor in [1/2, 1]. */
double groups_chance(double readiness);

/* The chance that a text signed at such readiness falls apart. */
double groups_collapse(double readiness, double threshold);

/* Whether the parties sit in one room, given whether they did in the round before. */
bool groups_joined(bool joint, double trust, double threshold, double falls_back);

#endif
