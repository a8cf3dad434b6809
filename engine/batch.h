/* The scenarios of a run, played side by side, and what is made of them. */
#ifndef ENGINE_BATCH_H
#define ENGINE_BATCH_H

#include "engine/experiment.h"
#include "engine/files.h"
#include "engine/json.h"
#include "engine/options.h"
#include "engine/page.h"

struct batch {
    int count;
    struct scenario **scenario; /* [count] owned */
    bool *variant;              /* [count] its file's own scenario stands before it */
    struct rows_columns columns;
    struct experiment experiment; /* its arms are owned: one for each scenario */
};

/* Reads all scenarios before any is played, so that every fault is told at once. Returns the exit
 * code: EX_OK, or the worst of what was found. */
int batch_read(struct batch *batch, const struct options *options, const struct files *files);
/* Takes over scenarios of one file. */
void batch_take(struct batch *batch, struct scenarios *scenarios);
/* Makes every scenario an arm; those whose trials are the first one's are paired with it. Where
 * there are `rows`, trials are written. */
void batch_arms(struct batch *batch, bool rows);
/* Has every arm gather its trials for the store, which must outlive the batch. */
void batch_gather(struct batch *batch, struct store *store);
void batch_free(struct batch *batch);

/* The first line of the file of the trials. The caller frees the text. */
struct text batch_head(const struct batch *batch);
/* Plays it, with progress. Each arm's seconds then are its share of the time that passed. */
void batch_play(struct batch *batch, bool quiet);
/* How many trials have been played, of all scenarios together. */
uint64_t batch_trials(const struct batch *batch);
/* Whether all that was asked for was played. */
bool batch_complete(const struct batch *batch);

/* Keeps what was played of every scenario in the store; NULL: there is none. False, with a message,
 * where that failed (exit code EX_IOERR). */
bool batch_keep(const struct batch *batch, struct store *store);

/* The summary of one scenario, or an array of several. */
void batch_write(const struct batch *batch, struct json *json);
/* The report of one scenario, or the comparison of several. */
void batch_report(const struct batch *batch, struct page *page);

#endif
