/* A mediator as a craftsman: how much it gets done in a round, how it bears refusals, and on whose
 * side it is thought to be (docs/model.md, Mediators). Every default leaves it out of account. */
#ifndef MODELS_MEDIATOR_H
#define MODELS_MEDIATOR_H

#include "models/parameter.h"

/* A push: in these rounds, both included, texts come `factor` times as often. */
struct effort {
    long from, until;
    struct quantity factor;
};

struct mediator {
    struct quantity text_rate;   /* of texts of its own beside the one who leads the talks */
    struct quantity skill;       /* shares of what it could do ... */
    struct quantity attention;   /* ... as far as it has eyes for it ... */
    struct quantity staff;       /* ... and lets its own people work */
    struct quantity noise;       /* sd of what it misreads of an answer, besides the process's */
    struct quantity persistence; /* factor on its texts for each refusal in a row */
    long patience;               /* refusals in a row that it bears */
    struct quantity impatience;  /* hazard of walking away that each further one adds */
    struct quantity tilt;        /* in [-1, 1]: the side it is thought to favour, high above 0 */
    struct effort effort;
};

/* skill attention staff (1 + officials): what a mediator gets done in a round against one that
 * does what it can; `officials` in [0, 1]: contacts of officials beside it (models/channel.h). */
double mediator_capacity(double skill, double attention, double staff, double officials);

/* capacity persistence^refusals effort: factor on the chance of a text. */
double mediator_pace(double capacity, double persistence, int refusals, double effort);

/* min(1, walk_away + impatience max(0, refusals - patience)). */
double mediator_hazard(double walk_away, double impatience, long patience, int refusals);

/* How far it is thought to favour the side (-1 low, 1 high, 0 none): tilt side, in [-1, 1]. */
double mediator_favour(double tilt, int side);

extern const struct parameter mediator_parameters[]; /* group `mediation` of an actor */

#endif
