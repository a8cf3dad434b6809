/* What is recorded of each trial of a block: one history per lane. Rows of LANES. */
#ifndef ENGINE_HISTORY_H
#define ENGINE_HISTORY_H

#include <stdbool.h>
#include <stdint.h>

#include "engine/scenario.h"
#include "models/block.h"

/* Where a trial stands. DETAIL_ values order: the first two are deals, the next three frozen. */
enum outcome { OUTCOME_DEAL, OUTCOME_FROZEN, OUTCOME_WAR, OUTCOMES };

enum detail {
    DETAIL_COMPREHENSIVE,
    DETAIL_FRAMEWORK, /* framework_holding */
    DETAIL_CEASEFIRE,
    DETAIL_STALLED, /* stalled_framework */
    DETAIL_DE_FACTO,
    DETAIL_FIGHTING,
    DETAIL_RELAPSED,
    DETAIL_VICTORY /* + index of the actor: victory_<actor> */
};

/* What a trial is in at the end of a round. */
enum state { STATE_FIGHTING, STATE_DEAL, STATE_FROZEN, STATE_VICTORY, STATES };

/* What may last: a trial's first agreement, its first freeze; and for how many years. */
enum durable { DURABLE_AGREEMENT, DURABLE_FREEZE, DURABLES };
enum { DURABLE_SPANS = 2 };

struct history {
    const struct scenario *scenario;
    uint64_t trial; /* of lane 0 */
    int lanes;
    int outcome[LANES]; /* enum outcome */
    int detail[LANES];  /* enum detail, DETAIL_VICTORY + actor */
    int since[LANES]; /* the round in which its final state began; the horizon where it fought on */
    int rounds[LANES];   /* rounds played until then, or the horizon */
    int texts[LANES];    /* tabled */
    int rejected[LANES]; /* texts that failed */
    int leaks[LANES];
    bool failed[LANES];   /* something was not finite: the trial counts among outcomes and states
                             alone */
    int *refusals;        /* [actor][LANES]: texts it refused */
    int *pivotal;         /* [actor][LANES]: texts that it alone refused */
    unsigned char *state; /* [round][LANES] enum state at the end of the round */
    double
        *package; /* [issue][LANES]: the terms in force at the end, where the outcome is a deal */
    double *utility; /* [actor][LANES]: realised, discounted; 0 for a neutral actor */
    double *durable; /* [history_durable()][LANES]: the chance that it lasts so long; NAN: it has
                        none (engine/durability.h) */
    double *width; /* [round][LANES]: of the ZOPA against war reservations; NAN where not at war */
    double *low,
        *high; /* [round][LANES]: with a single issue, the interval of agreements; else NULL */
    double *trust, *readiness, *joint; /* [round][LANES] at its end: trust; mean readiness of the
                                        * working groups; 1 where the parties sit in one room;
                                        * NULL where the scenario has neither trust nor groups */
};

struct history *history_new(const struct scenario *scenario);
void history_free(struct history *history);

/* The row of `durable` about one of these and a span. */
size_t history_durable(int durable, int span);
/* A span in years: 1, 5; and in rounds, at least one. */
int history_years(int span);
long history_span(const struct scenario *scenario, int span);

/* "deal", "frozen_conflict", "continued_war". */
const char *history_outcome_name(int outcome);
/* "comprehensive" ... "victory_<actor>", written into out. */
const char *history_detail_name(const struct scenario *scenario, int detail, char *out,
                                size_t size);
/* The outcome that a detail belongs to. */
int history_detail_outcome(int detail);

#endif
