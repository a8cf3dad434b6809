/* Channels beside the mediator's table: leaders, advisers, officials; deadlines and deadlock; what
 * comes of a mediator that is thought to favour a side (docs/model.md, Mediators; Leaders). */
#ifndef MODELS_CHANNEL_H
#define MODELS_CHANNEL_H

#include "models/parameter.h"

/* A run of refusals in which texts come less often. */
struct deadlock {
    long after; /* texts refused in a row; 0: there is no such thing */
    struct quantity slowdown;
};

/* A line between leaders, which can end a run of refusals. */
struct leader_channel {
    struct selection between;   /* who must be there; none named: nobody in particular */
    long after;                 /* texts refused in a row before it is used; 0: it is not */
    struct quantity chance;     /* per round, that a call succeeds */
    struct quantity principles; /* in [0, 1]: what they told of their resolve before the talks */
};

/* Contacts below the leaders. */
struct contacts {
    struct quantity advisers;  /* in [0, 1]: the back-channel against misreading */
    struct quantity officials; /* in [0, 1]: they prepare texts and groups */
};

/* A threat to leave. */
struct deadline {
    int owner; /* an actor; -1: there is none */
    long round;
    struct quantity credibility; /* chance that it leaves if nothing is signed */
    struct quantity damage;      /* share of its word that a bluff costs */
};

/* Two readings of a mediator's tilt; both off at 0. */
struct tilt {
    struct quantity restraint; /* Kydd 2003 */
    struct quantity suspicion; /* Kydd 2006 */
};

/* (sd + own) (1 - .8 advisers): sd of what is misread of an answer. */
double channel_noise(double sd, double own, double advisers);

/* Kydd, Which Side Are You On?, American Journal of Political Science 47 (2003): word that war
 * will bring less than hoped is believed of a mediator that favours whom it tells. The optimism
 * o > 0 of a side that it favours by f > 0 falls to o (1 - restraint f) in a round. */
double channel_restrained(double optimism, double restraint, double favour);

/* Kydd, When Can Mediators Build Trust?, American Political Science Review 100 (2006): a promise is
 * doubted by whom the mediator disfavours: factor 1 - suspicion max(0, -f) on its credibility. */
double channel_believed(double suspicion, double favour);

/* A signal about a threshold that leaves the share 1 - principles of a normal belief's sd: the
 * belief N(mean, variance) after word of `truth`, with `normal` standard normal noise. Its gain is
 * g = 1 - (1 - principles)^2: mean + g (truth - mean) + sqrt(g (1 - g) variance) normal. */
void channel_told(double principles, double truth, double normal, double *mean, double *variance);

extern const struct parameter deadlock_parameters[];
extern const struct parameter leader_channel_parameters[];
extern const struct parameter contacts_parameters[];
extern const struct parameter deadline_parameters[];
extern const struct parameter tilt_parameters[];

#endif
