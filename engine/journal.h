/* The journal of a run: what its finished chunks came to, on disk while it goes on.
 *
 * An append-only file: a head, readable lines that say what is run; then records, each the sums of
 * the chunks since the last one, behind its length and before its checksum. Records are written at
 * most once a second, and at most once in a hundredth of the time that has passed, so that a
 * journal grows with the logarithm of that time. Each is on the disk before the next begins.
 * Whatever ends the program, the records that are whole are a beginning of the run without a hole,
 * and what stands behind them is cut off before it goes on. docs/runs.md describes the bytes. */
#ifndef ENGINE_JOURNAL_H
#define ENGINE_JOURNAL_H

#include <stdbool.h>
#include <stdint.h>

#include "engine/output.h"
#include "engine/pairing.h"
#include "engine/summary.h"
#include "engine/text.h"
#include "engine/unique.h"

/* The sums of one scenario. */
struct journal_arm {
    struct summary *summary; /* owned by whoever filled it in */
    struct pairing pairing;
};

/* How far a run has come. */
struct journal_mark {
    uint64_t piece; /* the pieces (engine/experiment.h) before this one are in */
    uint64_t rows;  /* the bytes of the file of the trials that belong to them */
    double seconds; /* that the run has taken */
    bool done;      /* nothing is left to do */
};

struct journal {
    int file;
    char *path;
    char id[UNIQUE_SIZE]; /* in its first line: what it was named when it was begun */
    struct text head;
    int arms;
    struct journal_arm *past;    /* [arms] what the records held when they were read */
    struct journal_arm *pending; /* [arms] what came since the last record */
    struct journal_mark mark;    /* of the last record */
    uint64_t cut;                /* bytes behind the last whole record, which were cut off */
    double started, written;     /* seconds on the clock */
};

/* What is at the place of a journal. */
enum journal_state {
    JOURNAL_NONE, /* nothing, or what broke off before its head was whole */
    JOURNAL_FOUND,
    JOURNAL_FOREIGN, /* something that is no journal */
    JOURNAL_FAULT /* it cannot be read, or another process writes it; a message has been printed */
};

/* Reads the head of the journal at `path`, which journal_close releases whatever comes of it. To
 * write it as well, it is locked; then what is behind the head can be read with journal_read, and
 * more can be written. */
enum journal_state journal_open(struct journal *journal, const char *path, bool write);

/* Begins a journal where there is none, or anew. False, with a message, where it cannot. */
bool journal_start(struct journal *journal, const char *head);

/* For which scenarios records are; before anything is read or added. */
void journal_seat(struct journal *journal, const struct scenario *const *scenario, int arms,
                  bool lean);

/* Reads all whole records: their sums into `past`, the last one's mark. A journal that is written
 * goes on behind them. False, with a message, where it cannot be read. */
bool journal_read(struct journal *journal);

/* Adds what a piece of a scenario came to, which is on the disk with the next record. */
void journal_add(struct journal *journal, int arm, const struct summary *summary,
                 const struct pairing *pairing);

/* Writes a record where it is time for one, or `now`: first the rows are made to last, then it is.
 * `rows`: the file of the trials, or NULL. False, with a message, where it cannot be written. */
bool journal_keep(struct journal *journal, uint64_t piece, bool now, bool done,
                  struct output *rows);

void journal_close(struct journal *journal);

#endif
