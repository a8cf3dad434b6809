/* What many trials came to: counts, exact sums and bins, gathered block by block.
 *
 * Nothing in a summary depends on the order of the trials, nor on how they were divided into blocks
 * and among threads: summaries of different portions merge into the same bits as one of the whole.
 *
 * Every trial counts in `detail`, `state` and thereby in the outcomes, whose numbers sum to
 * `trials`. A failed trial (something was not finite) counts nowhere else.
 *
 * Replicates tell the sampling error where a design ties trials together: the spreads of terms and
 * utilities keep theirs apart under such designs alone. */
#ifndef ENGINE_SUMMARY_H
#define ENGINE_SUMMARY_H

#include "engine/history.h"
#include "engine/pack.h"
#include "engine/spread.h"
#include "engine/times.h"

/* Every trial belongs to one of these (models/design.h). */
enum { SUMMARY_REPLICATES = DESIGN_REPLICATES };

/* Failed trials that are named. */
enum { SUMMARY_NAMED = 5 };

/* What is timed: how many rounds passed until a trial's final state began. */
enum event { EVENT_DEAL, EVENT_FROZEN, EVENT_VICTORY, EVENTS };

/* The zone of possible agreement at the start of a round, over the trials still at war. */
struct summary_zone {
    struct spread width;    /* of the zone against war reservations; negative: no zone */
    uint64_t open;          /* trials with a width >= 0 */
    struct tally low, high; /* with a single issue: the ends of the interval, where there is one */
};

/* Trust and preparation at the end of a round. */
struct summary_process {
    struct tally trust, readiness;
    uint64_t joint; /* trials in which the parties sit in one room */
};

/* An issue's terms, over the deals that settle it: behind a framework, an issue that is not core is
 * still open. */
struct summary_term {
    struct spread at;  /* positions, [0, 1] */
    uint64_t *nearest; /* [level of the issue] deals nearest to it; ties go to the lower position */
    uint64_t open;     /* deals in which it is not settled */
};

struct summary_actor {
    struct spread utility;                  /* realised, discounted; empty for a neutral actor */
    struct spread deal;                     /* the same, given a deal */
    struct tally worth[SUMMARY_REPLICATES]; /* realised, by replicate */
    uint64_t refusals;                      /* texts it refused */
    uint64_t pivotal;                       /* texts that it alone refused */
};

/* Trials by outcome and replicate. */
struct summary_outcomes {
    uint64_t trials[OUTCOMES][SUMMARY_REPLICATES];
};

struct summary {
    const struct scenario *scenario; /* not owned */
    bool lean;                       /* spreads have no bins */
    uint64_t trials;                 /* played; fewer than run.trials where it was stopped early */
    uint64_t failed;
    int named;
    uint64_t failure[SUMMARY_NAMED]; /* [named] the first of the failed trials, ascending */
    uint64_t *detail;                /* [details] trials by enum detail */
    uint64_t (*replicate)[SUMMARY_REPLICATES]; /* [details] the same by replicate */
    uint64_t (*state)[STATES];                 /* [round] trials by enum state at the round's end */
    struct times event[EVENTS];
    struct summary_zone *zone;       /* [round] */
    struct summary_process *process; /* [round]; NULL where lean, or there is nothing to tell */
    struct summary_term *term;       /* [issue] */
    struct summary_actor *actor;     /* [actor] */
    /* Chances to last, of the trials that had such; empty where lean. */
    struct spread durable[DURABLES][DURABLE_SPANS];
    uint64_t rounds, texts, rejected, leaks; /* totals, of the trials that did not fail */
};

/* The caller frees it; the scenario must outlive it. */
struct summary *summary_new(const struct scenario *scenario);
/* One that knows no quantiles, and takes little memory. */
struct summary *summary_new_lean(const struct scenario *scenario);
/* One or the other. */
struct summary *summary_start(const struct scenario *scenario, bool lean);
/* NULL is nothing to free. */
void summary_free(struct summary *summary);

void summary_add(struct summary *summary, const struct history *history);
/* Both must be of the same scenario, and both lean or neither. */
void summary_merge(struct summary *into, const struct summary *from);

/* The replicate that a trial belongs to. */
int summary_replicate(const struct scenario *scenario, uint64_t trial);
/* Names a failed trial, which is no other than those named, if it is among the first. */
void summary_name(struct summary *summary, uint64_t trial);

/* Writes a summary, or fills a new one, which is as lean as the one that was written; see
 * engine/pack.h. */
void summary_pack(struct pack *pack, struct summary *summary);

/* How many details a scenario has: their numbers are 0 .. summary_details - 1. */
int summary_details(const struct scenario *scenario);
/* Whether to list a detail: all but the victories of actors that lead no side and never won. */
bool summary_lists(const struct summary *summary, int detail);
/* Whether a deal of this detail settles the issue. */
bool summary_settles(const struct scenario *scenario, int detail, int issue);
uint64_t summary_outcome(const struct summary *summary, int outcome);
struct summary_outcomes summary_outcomes(const struct summary *summary);
uint64_t summary_hits(const struct summary_outcomes *outcomes, int outcome);
bool summary_complete(const struct summary *summary);

/* part / whole; NAN where the whole is 0. */
double summary_share(uint64_t part, uint64_t whole);
/* `total` per trial that did not fail; NAN where there is none. */
double summary_per_trial(const struct summary *summary, uint64_t total);
/* An actor's share of the texts that exactly one party refused; NAN where there is none. */
double summary_pivotal(const struct summary *summary, int actor);
/* "agreements", "ceasefires". */
const char *summary_durable_name(int durable);
/* "deal", "frozen_conflict", "victory". */
const char *summary_event_name(int event);

#endif
