/* Who leads the talks and how they get on: mediators that follow one another, their pace and
 * patience, deadlock and the leaders' line, a deadline, a tilt, answers that take their time. The
 * mathematics is in models/mediator.h and models/channel.h. */
#ifndef ENGINE_MEDIATION_H
#define ENGINE_MEDIATION_H

#include "engine/table.h"

/* What the table remembers of it; part of struct table. */
struct mediation {
    int *proposer; /* [proposers] who may propose, in the order in which they lead */
    int proposers;
    /* Which mechanisms the scenario uses; the others cost nothing. */
    bool paced, noisy, doubted, restrained, waits;
    int lead[LANES];      /* the first that has not walked away; the last where all have; -1: there
                             is none */
    double *pace;         /* one row: factor on the chance of a text by the lead */
    int refused[LANES];   /* texts refused in a row */
    bool called[LANES];   /* a leaders' call has just succeeded */
    bool again[LANES];    /* the text refused last may be tabled again */
    bool bluffed[LANES];  /* a deadline has just passed and its owner stayed */
    double *word;         /* [actor] what its bluffs left of its credibility */
    double *replied;      /* [actor] 1 once its answer to the text that waits has come */
    bool waiting[LANES];  /* a text waits for answers ... */
    int author[LANES];    /* ... that this actor tabled ... */
    int tabled_in[LANES]; /* ... in this phase */
    int fell[LANES];      /* enum fall: why one fell in this round */
    bool answered[LANES]; /* its answers have all come in this round */
    double *agenda;       /* the agenda's memory; NULL: it needs none */
    int closed[LANES];    /* the issue that was closed in this round; -1: none */
};

struct mediation *mediation_new(const struct scenario *scenario, const struct protocol *protocol);
void mediation_free(struct mediation *mediation);
/* As a trial begins. */
void mediation_clear(struct table *table);

/* At the start of a round: the deadline passes; a tilted lead talks its own side out of its
 * optimism. */
void mediation_events(struct table *table, int round);
/* The same without what chance decides, as whether a deadline was a bluff. */
void mediation_certain(struct table *table, int round);
/* The chance that the actor walks away in this round. */
void mediation_hazard(const struct table *table, int actor, double *hazard);

/* Before texts: who leads, and at what pace; a text that waits falls where the phase it was tabled
 * in is over, its author has walked away or a belligerent has. Where the author is still there and
 * merely another leads it stands. */
void mediation_open(struct table *table);
/* Whether talks go on: no belligerent has walked away, and whoever leads is at the table. */
bool mediation_attended(const struct table *table, int lane);
/* Among the lanes where `open` and no text is tabled: texts that other mediators table; sets text
 * and proposer. */
void mediation_others(struct table *table, const bool *open);
/* sd of what the proposer of this round's text misreads of answers; `room`: a row to work in. */
const double *mediation_noise(const struct table *table, double *room);
/* What a lead gets done in a round, as a factor; for a row of lanes. */
void mediation_capacity(const struct table *table, double *out);

/* What the agenda has closed is open again: once a text has been answered or would be the one
 * refused last, and as the talks on a second text end. */
void mediation_forget(struct table *table, int lane);

/* After answers: runs of refusals and the leaders' line. */
void mediation_answered(struct table *table);

/* What the target believes of the credibility of the owner's promises in a view: `credibility`
 * itself where nothing is doubted, else the row in `room`. target -1: the more doubtful side. */
const double *mediation_believed(const struct table *table, const struct view *view, int owner,
                                 int target, const double *credibility, double *room, int lanes);
/* share[lane]: how likely the owner is still at the table in a round, as the parties reckon before
 * the deadline. False where that is for certain. */
bool mediation_expected(const struct table *table, const struct view *view, int owner, int round,
                        double *share, int lanes);

/* As a trial begins: what leaders told of their resolve, and what it means for groups and trust. */
void mediation_principles(struct table *table);

#endif
