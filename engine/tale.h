/* Tells a chronicle to people: one history in plain words, in at most 80 columns. Rounds in which
 * nothing happens are told together. */
#ifndef ENGINE_TALE_H
#define ENGINE_TALE_H

#include "engine/chronicle.h"
#include "engine/page.h"

void tale_tell(struct page *page, const struct chronicle *chronicle);

/* The parts of tale_tell. */

/* What was drawn for the trial, and what the figures mean. */
void tale_open(struct page *page, const struct chronicle *chronicle);
/* How things stand in a round; of the worths of fighting on also why they moved since `told`, the
 * round in which they were told last (-1: none was). */
void tale_standing(struct page *page, const struct chronicle *chronicle, int round, int told);
/* Its part about the front, where there is one. */
void tale_front(struct page *page, const struct chronicle *chronicle, int round, int told);
/* Levers, shocks and departures that are new in a round. */
void tale_news(struct page *page, const struct chronicle *chronicle, int round);
bool tale_has_news(const struct chronicle *chronicle, int round);
/* Who meets and who does not, and trust where it has moved much. (engine/tale_groups.c, like the
 * next) */
void tale_groups(struct page *page, const struct chronicle *chronicle, int round);
bool tale_has_groups(const struct chronicle *chronicle, int round);
/* How ready the text is; and that it fell apart, where it did. */
void tale_ready(struct page *page, const struct chronicle *chronicle, int round);
void tale_collapse(struct page *page, const struct chronicle *chronicle, int round);
/* The text (but for the first, what it changes), the answers, and what the proposer learned. */
void tale_talks(struct page *page, const struct chronicle *chronicle, int round);
/* Which red lines with a condition and which rules matter to it. (engine/tale_clauses.c) */
void tale_clauses(struct page *page, const struct chronicle *chronicle, int round);
/* Votes, ceasefires, incidents, attacks, steps and changes of phase. */
void tale_turns(struct page *page, const struct chronicle *chronicle, int round);
/* Whether there was an incident, an attack or a step. */
bool tale_troubled(const struct chronicle *chronicle, int round);
/* How it ended, and what it came to. (engine/tale_close.c) */
void tale_close(struct page *page, const struct chronicle *chronicle);

/* An actor's, an issue's or a lever's title; its name in words where it has none, or, of an actor,
 * where the title does not fit a column. Written into out; returns out. */
char *tale_name(const char *title, const char *name, char *out, size_t size);
char *tale_actor(const struct chronicle *chronicle, int actor, char *out, size_t size);
/* "Month 3", "Months 3 to 5", with their dates where there is a calendar. Written into out; returns
 * out. */
char *tale_when(const struct chronicle *chronicle, int round, char *out, size_t size);
char *tale_span(const struct chronicle *chronicle, int first, int last, char *out, size_t size);
/* Where a position lies among the issue's levels: "between line of contact and all donbas", ""
 * where there are none. Written into out; returns out. */
char *tale_place(const struct chronicle *chronicle, int issue, double at, char *out, size_t size);
/* A line of a text: the issue, the position and where it lies. */
void tale_term(struct page *page, const struct chronicle *chronicle, int issue, double at);
/* A paragraph whose lines hang two columns in. */
__attribute__((format(printf, 2, 3))) void tale_say(struct page *page, const char *format, ...);

enum { TALE_NAME = 160, TALE_ACTOR = 25 };

#endif
