/* What becomes of an agreement that is in force: how it is carried out, and what may break it
 * (models/peril.h). Settings; every mechanism is off where a scenario says nothing of it. */
#ifndef MODELS_AFTERMATH_H
#define MODELS_AFTERMATH_H

#include "models/parameter.h"

/* Implementation in steps, each of them verified: while an agreement is in force and steps are
 * left, a step is done in a round with chance rate (1 - reliance (1 - verification)), not in the
 * round in which the agreement begins. Done steps strain it by the factor 1 - settled done / count.
 */
struct aftermath_steps {
    long count;               /* 0: there are none */
    struct quantity rate;     /* chance per round that a step is done */
    struct quantity reliance; /* in [0, 1]: share of that chance that hangs on verification */
    struct quantity settled;  /* in [0, 1]: share of violations that full implementation removes */
};

/* The hazard of violation is `early` times what it is later, in the first rounds. */
struct aftermath_peace {
    struct quantity early;
    long early_rounds;
};

/* What parties lack at the signature strains the agreement by the factor
 * min(limit, exp(weight sum_i max(0, W_i - u_i(x)) / scale)). */
struct aftermath_dissatisfaction {
    struct quantity weight, scale, limit;
};

struct aftermath_incidents {
    struct quantity rate;      /* chance of an incident per round */
    struct quantity breach;    /* chance that one that is not repaired breaks the agreement */
    struct quantity detection; /* chance that it is detected, verification aside */
    struct quantity repair;    /* share of detected ones that are repaired */
    struct quantity trust;     /* share of trust that each destroys */
};

/* Camps that gain from war. An attack that is not suppressed tells the parties that the other side
 * could not suppress it, or would not: from t, trust falls to t (1 - e) / (t (1 - e) + 1 - t), e
 * the suppression that a trustworthy side is capable of (Kydd and Walter 2002, International
 * Organization 56:263). */
struct aftermath_spoilers {
    struct quantity leak;        /* chance that they leak a tabled text */
    struct quantity attack;      /* chance of an attack per round of an agreement or a freeze */
    struct quantity suppression; /* share of attacks that are suppressed */
    struct quantity breach;      /* chance that one that is not brings the war back */
};

struct aftermath {
    struct aftermath_steps steps;
    struct aftermath_peace peace;
    struct aftermath_dissatisfaction dissatisfaction;
    struct aftermath_incidents incidents;
    struct aftermath_spoilers spoilers;
    struct quantity imposed; /* strain per full pressure on the parties at the signature */
};

extern const struct parameter aftermath_steps_parameters[];
extern const struct parameter aftermath_peace_parameters[];
extern const struct parameter aftermath_dissatisfaction_parameters[];
extern const struct parameter aftermath_incidents_parameters[];
extern const struct parameter aftermath_spoilers_parameters[];

/* chance[lane] that a step is done in a round; rows. */
void aftermath_step(const double *rate, const double *reliance, const double *verification,
                    double *chance, int lanes);

/* The strain that a lack of so many utility points, summed over the parties, puts on an agreement;
 * scale > 0, limit >= 1. */
double aftermath_strain(double weight, double scale, double limit, double lack);

/* Share of trust t that an attack destroys which was not suppressed: e (1 - t) / (1 - e t). */
double aftermath_distrust(double trust, double suppression);

#endif
