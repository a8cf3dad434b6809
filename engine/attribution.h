/* What each setting in which two scenarios differ contributes to the difference of their outcomes.
 *
 * Between the base and the other scenario lie those that take some settings of the other and the
 * rest of the base: coalitions. Each plays the same trials with the same noise. A setting's
 * contribution is its Shapley value (engine/shapley.h) in the game whose players are the settings
 * and whose worth is the share of trials with an outcome: they sum to the difference of the two
 * shares.
 *
 * Settings that cannot be set apart, because a scenario that has the one without the other is not
 * valid, are one player. */
#ifndef ENGINE_ATTRIBUTION_H
#define ENGINE_ATTRIBUTION_H

#include <stdbool.h>

#include "engine/difference.h"
#include "engine/history.h"
#include "engine/scenario.h"
#include "engine/shapley.h"
#include "engine/summary.h"

enum { ATTRIBUTION_BATCH = 16 }; /* scenarios that are played at a time */

enum attribution_method {
    ATTRIBUTION_AUTO, /* exact up to SHAPLEY_EXACT players, sampled beyond */
    ATTRIBUTION_EXACT,
    ATTRIBUTION_SAMPLED,
    ATTRIBUTION_NONE
};
/* Their words, in this order. */
#define ATTRIBUTION_WORDS "auto exact sampled none"

/* How the trials ended of scenarios that were played already, by their sha256: attributions of
 * several scenarios to the same base share those that are alike. { 0 } is empty. */
struct worths {
    int count;
    struct known {
        char sha256[65];
        struct summary_outcomes worth;
    } * known;
};

/* What a player contributes to the difference of an outcome's shares. */
struct contribution {
    double share;       /* its Shapley value */
    double error;       /* standard error: of the trials, and of the orders where they are sampled;
                         * NAN where there are too few of either */
    double order_error; /* of the orders alone; 0 where it is exact */
};

struct attribution {
    const struct scenario *base, *other; /* not owned */
    struct differences differences;
    enum attribution_method asked, method; /* method is never auto */
    int orders;                            /* so many are sampled, where that is the method */
    uint64_t seed;                         /* of the orders: the base's */
    int players;
    int *player;                       /* [differences] which player a setting belongs to */
    int coalitions;                    /* the base and the other are the first and the last */
    uint64_t *coalition;               /* [coalitions] as sets of players, in ascending order */
    bool complete;                     /* all were played, so that there are contributions */
    struct contribution *contribution; /* [players * OUTCOMES + outcome] */
};

/* What attribution_run needs. */
struct attribution_stage {
    const struct summary_outcomes *base, *other; /* what the two are worth */
    struct worths *worths;                       /* known ones; those that are played join them */
    /* Plays 1 to ATTRIBUTION_BATCH scenarios. False where it was stopped before all their trials
     * were played. */
    bool (*play)(void *context, struct scenario *const *scenario, int count,
                 struct summary_outcomes *worth);
    void *context;
};

/* Finds the differences of two scenarios whose run settings agree, and the coalitions to play; none
 * where `asked` is none, or exact and there are more than SHAPLEY_EXACT players. `orders` is an
 * even number. Both scenarios must outlive it; the caller frees it. */
struct attribution *attribution_new(const struct scenario *base, const struct scenario *other,
                                    enum attribution_method asked, int orders);
void attribution_free(struct attribution *attribution);
/* How many scenarios there are to play, the base and the other left out. */
int attribution_plays(const struct attribution *attribution);

/* Plays what is not known and works the contributions out; where play was stopped it is left
 * incomplete. A coalition that proves not valid joins players on the way. */
void attribution_run(struct attribution *attribution, const struct attribution_stage *stage);

/* The coalition's scenario, which the caller frees; NULL where it is not valid. */
struct scenario *attribution_scenario(const struct attribution *attribution, uint64_t coalition);
/* Joins the players that are not valid without others. (engine/attribution_join.c, like the
 * following) */
void attribution_join_alone(struct attribution *attribution);
/* Joins the players because of which a coalition is not valid: at least two. */
void attribution_join(struct attribution *attribution, uint64_t coalition);
/* Makes so many players of the settings, at most, by joining those whose paths agree longest. */
void attribution_join_paths(struct attribution *attribution, int most);

#endif
