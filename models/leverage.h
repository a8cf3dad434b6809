/* Vocabulary: what outside parties plan to do, to whom, when and how hard. A lever's kind says what
 * it does (models/lever.h); here stands all that levers of every kind share.
 *
 * Sources: tranches with verification and snap-back: self-enforcing sequences of relief (design of
 * closed forms, 1.23); an early tranche as a costly signal: Fearon 1997, sinking costs; guarantees
 * that any one guarantor upholds: 1 - prod (1 - c). */
#ifndef MODELS_LEVERAGE_H
#define MODELS_LEVERAGE_H

#include <stdint.h>

#include "models/lever.h"

/* What must have been reached before a lever is pulled. */
enum milestone {
    MILESTONE_NONE,
    MILESTONE_FRAMEWORK,
    MILESTONE_SETTLEMENT,
    MILESTONE_STEP, /* `step` verified steps of a settlement are done */
    MILESTONE_TRUST /* trust has come to `trust` */
};

struct lever_when {
    long from, until; /* rounds, both included */
    long rejections;  /* of texts by the target, before it is pulled */
    long conditional; /* refusals in a row by the target that end it, until it accepts a text; 0:
                       * none do */
    int after;        /* enum milestone */
    long step;
    struct quantity trust;
    long lag;               /* rounds between its condition and its first effect */
    long ramp;              /* rounds in which it grows to its full effect, evenly */
    struct quantity chance; /* that its owner pulls it at all, drawn once a trial */
    bool until_violated;    /* it ends with the first violation */
    bool until_breach;      /* it ends with the first violation if it is its target's */
};

struct lever_complement {
    struct selection with; /* levers */
    struct quantity alone; /* share of its effect that it has without any of them */
};

struct lever_plan {
    const char *name, *title;
    uint64_t hash;      /* random_hash(name) */
    int owner, target;  /* actors */
    struct choice kind; /* a model of kind lever */
    struct quantity intensity, credibility;
    struct quantity bound; /* credibility once its owner's vote has carried; row -1: the same */
    struct quantity size;  /* row -1: the kind's own */
    struct quantity cost;  /* utility points a round that its owner pays while it is pulled */
    struct lever_when when;
    struct lever_complement complement;
};

/* The model of its kind. */
static inline const struct lever *leverage_kind(const struct lever_plan *plan)
{
    return (const struct lever *)plan->kind.model;
}

/* Whether it acts on its target's strength in the field; on what strikes cost it. */
static inline bool leverage_strengthens(const struct lever_plan *plan)
{
    const struct lever *kind = leverage_kind(plan);
    return kind->strengthens != NULL && kind->strengthens(plan->kind.settings);
}

static inline bool leverage_shelters(const struct lever_plan *plan)
{
    const struct lever *kind = leverage_kind(plan);
    return kind->shelters != NULL && kind->shelters(plan->kind.settings);
}

/* Settings of the kinds that reward. */
struct leverage_early {
    struct quantity share; /* that is given before any agreement */
    struct quantity proof; /* how far what is given proves the rest */
};

struct leverage_tranches {
    bool released;             /* it is given step by step, as a settlement is carried out */
    struct quantity restraint; /* share of the hazard of violation that all of it outstanding
                                * takes away */
};

struct leverage_reward {
    struct leverage_early early;
    struct leverage_tranches tranches;
};

/* Settings of the kind status. */
struct leverage_status {
    struct leverage_reward reward;
    struct quantity personal; /* share by which it is worth more once leaders have spoken */
};

extern const struct parameter lever_parameters[]; /* the kind's table joins it */
extern const struct parameter leverage_reward_parameters[], leverage_status_parameters[];

/* Share of a lever's full effect, `age` rounds after its condition came true (0: in that round):
 * min(1, max(0, age - lag + 1) / ramp), a ramp of 0 counting as 1. */
double leverage_share(const struct lever_when *when, double age);

/* The same averaged over the future with weights (1 - d) d^s, s = 0 being the round at hand:
 *   (n + d^s (1 - d^m) / (1 - d)) / ramp,
 * n the steps of the ramp made, m those to come, s the rounds until the next of them. */
double leverage_ahead(const struct lever_when *when, double age, double discount);

/* What a point is worth of which a round decides, from the next one on, with chance `rate` that it
 * comes and else with chance `halt` that it never does:
 *   q = d rate / (1 - d (1 - rate) (1 - halt)). */
double leverage_next(double rate, double halt, double discount);

/* What a point a round is worth in an average when it is paid in `count` even tranches, `done` of
 * which are out: one more in each round with chance `rate`, paid from the next round on.
 *   (done + sum over k = 1 .. count - done of q^k) / count,   q = leverage_next(rate, 0, d). */
double leverage_tranches(double count, double done, double rate, double discount);

/* Credibility of what is left when a share of it has been given: 1 - (1 - c)(1 - proof share). */
double leverage_believed(double credibility, double share, double proof);

/* Factor on a lever that needs others: alone + (1 - alone) others, `others` being
 * 1 - prod (1 - pull) over them. */
double leverage_complement(double alone, double others);

/* What an incentive gives its target: pull times size times rank, believed as far as it is credible
 * but for the gift; `size` where tug->size is NAN. */
void leverage_reward(int target, const struct tug *tug, double size, struct drivers *drivers,
                     int lanes);

#endif
