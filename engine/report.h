/* A summary for people: tables of at most 80 columns.
 *
 * Nothing in it depends on the time a run took, so that the same run prints the same report. */
#ifndef ENGINE_REPORT_H
#define ENGINE_REPORT_H

#include "engine/page.h"
#include "engine/pairing.h"
#include "engine/summary.h"

/* What was run; outcomes and their details; time; terms; actors; and what the figures are not. */
void report_print(struct page *page, const struct summary *summary);

/* One scenario among several. */
struct report_line {
    const char *name, *file;
    long seed;
    uint64_t trials, outcome[OUTCOMES];
    bool complete;
    struct pairing deal; /* against the first scenario, where the seeds agree */
};

/* The outcomes of several scenarios, and the differences of their deals from the first one's. Those
 * that share a name are numbered, and their files named. */
void report_comparison(struct page *page, const struct report_line *lines, int count);

/* The parts of report_print. */
void report_time(struct page *page, const struct summary *summary);
void report_terms(struct page *page, const struct summary *summary);
void report_actors(struct page *page, const struct summary *summary);
/* The closing sentences. */
void report_caution(struct page *page);
/* A name for readers: '_' becomes ' '; written into out, which is returned. */
char *report_words(const char *name, char *out, size_t size);

#endif
