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
    const char *name, *file, *sha256;
    struct run run;
    bool variant; /* its file's own scenario stands before it */
    uint64_t trials, failed;
    struct summary_outcomes outcomes;
    bool complete;
    struct pairing against; /* the first scenario, where the seeds agree */
};

/* What was played, the outcomes of several scenarios, and their differences from the first one's.
 * Those that share a name are numbered, and their files named. */
void report_comparison(struct page *page, const struct report_line *lines, int count);
/* The same without the closing sentences. */
void report_shares(struct page *page, const struct report_line *lines, int count);
/* How a scenario is called there: its name, numbered where others share it. The caller frees it. */
char *report_name(const struct report_line *lines, int count, int index);

/* The parts of report_print. */
void report_time(struct page *page, const struct summary *summary);
void report_durability(struct page *page, const struct summary *summary);
void report_terms(struct page *page, const struct summary *summary);
void report_actors(struct page *page, const struct summary *summary);
/* Where trials stand by round, as a stacked area chart of 60 columns by 10 rows; nothing where
 * there are no trials. */
void report_plot(struct page *page, const struct summary *summary);
/* The closing sentences, with one on quantiles where there are any. */
void report_caution(struct page *page, bool quantiles);
/* "2,000 trials of 36 months, seed 7, design sobol". The caller frees it. */
char *report_played(const struct run *run, uint64_t trials);
/* What a round is called, in at most 10 columns. The caller frees it. */
char *report_round_name(const struct page *page, const struct summary *summary);
/* A name for readers: '_' becomes ' '; written into out, which is returned. */
char *report_words(const char *name, char *out, size_t size);
/* A detail's name for readers: "victory of russia", "de facto". The caller frees it. */
char *report_detail_words(const char *name);

#endif
