/* A position-salience-capability table, as users of expected-utility models and KTAB keep it, and
 * the scenario that `zopa import` makes of it. docs/import.md tells users what is taken and what is
 * assumed. */
#ifndef ENGINE_IMPORT_H
#define ENGINE_IMPORT_H

#include "engine/csv.h"
#include "engine/names.h"
#include "engine/text.h"

enum {
    IMPORT_ACTORS = 63, /* a scenario holds 64, one of them the mediator that is added */
    IMPORT_ISSUES = 32,
    IMPORT_COLUMNS = 256,
    IMPORT_ROWS = IMPORT_ACTORS * IMPORT_ISSUES, /* of a long table */
    IMPORT_BYTES = 1 << 20
};

/* What a column holds. */
enum import_kind {
    IMPORT_ACTOR,
    IMPORT_CAPABILITY,
    IMPORT_POSITION,
    IMPORT_SALIENCE,
    IMPORT_ISSUE,
    IMPORT_DESCRIPTION,
    IMPORT_OTHER /* passed over */
};

struct import_column {
    enum import_kind kind;
    const char *header; /* of the csv */
    char *rest;         /* owned: its words beside the one that says its kind: "Policy" */
    int issue;          /* of a position or a salience in a wide table */
};

/* The columns of a table. A long one has a row per actor and issue, a wide one a row per actor. */
struct import_head {
    int row; /* of the csv; the table's rows stand below */
    bool wide;
    bool guessed; /* no header says which column names actors: the first does */
    bool foreign; /* the row has none of the columns that are needed */
    int columns;
    struct import_column *column;
    int of[IMPORT_OTHER]; /* a column of each kind; -1: none; of several, the first */
};

struct import_issue {
    char *title, *key;   /* owned */
    char *header;        /* owned; of its positions, for faults */
    double least, most;  /* of the table's positions */
    double low, high;    /* the ends of the scale */
    double median, mean; /* weighted by capability times salience, on the scale of the table */
    const char *scale;   /* whence the ends: "given", ... */
};

/* What an actor wants on an issue, in the table's figures. */
struct import_position {
    bool present;
    int line;
    double position, salience;
};

struct import_actor {
    char *title, *key, *description; /* owned; the last may be NULL */
    int line;
    double capability;
    struct import_position *position; /* [issues], owned */
    double support; /* for the high contender against the low one; negative: against */
};

struct import_table {
    const char *file;
    char *title;  /* owned; what KTAB's leading line says, or NULL */
    bool comma;   /* decimal commas were read */
    bool crowded; /* there were more actors */
    int issues, actors;
    struct import_issue *issue;
    struct import_actor *actor;
    struct names guessed;  /* the header of the column that names actors, where it did not say so */
    struct names ignored;  /* headers */
    struct names numbered; /* keys that had been taken: "a_b_2" */
    struct names unwritten; /* titles of which no letter can stand in a key, and their keys: */
    struct names stand_ins; /* "actor_2" */
    int low, high;          /* the contenders: actors */
    double chance;          /* that the low one's side wins */
    char *mediator;         /* owned: the key of the mediator that is added */
};

/* The words by which headers are known, by kind; the first is the one that messages name. */
extern const char *const IMPORT_WORDS[IMPORT_OTHER];

/* Says what a column holds by its header: kind and rest. */
void import_classify(struct import_column *column);

/* What an issue of a wide table is called: by the rest of its header; where it is the only one and
 * that says nothing, by the file. The caller frees it. */
char *import_issue_title(const char *file, const char *rest, bool only);

/* A header, claimed by no kind, that holds a word much like those of this one; NULL: none. */
const char *import_near(const struct import_head *head, enum import_kind kind);

/* Finds the header and what each column holds. `first` says how many rows of the csv KTAB's leading
 * line takes. False with faults where a needed column is missing, or two are the same. */
bool import_head(struct import_head *head, const struct csv *csv, int first, const char *file,
                 struct faults *faults);
void import_head_free(struct import_head *head);

/* Reads the rows below the header; keys are unique afterwards. False with every fault of a cell. */
bool import_rows(struct import_table *table, const struct csv *csv, const struct import_head *head,
                 struct faults *faults);

/* The whole way from a text to a table without its scales and contenders. The caller frees it
 * either way. */
bool import_read(struct import_table *table, const char *text, size_t size, const char *file,
                 struct faults *faults);
void import_free(struct import_table *table);

/* Sets the scales: from `given` ("0:100", "years=4:10,share=0:1"), where that says nothing of an
 * issue by the look of the positions; and the weighted medians and means. False where `given` is
 * malformed, with a message in *misuse (owned by the caller, else NULL), or where positions lie
 * past the ends, with faults. */
bool import_scale(struct import_table *table, const char *given, struct faults *faults,
                  char **misuse);

/* Chooses the contenders, by name where `given` ("LOW,HIGH") is not NULL, and reckons what follows
 * from them: supports and chance. Failures as above. */
bool import_contend(struct import_table *table, const char *given, struct faults *faults,
                    char **misuse);

/* Where a position of the table lies on the axis [0, 1], to 12 decimals. */
double import_place(const struct import_issue *issue, double position);

/* The scenario; `name` is its name, `file` the name of its own file in the commands it suggests. */
void import_write(const struct import_table *table, const char *name, const char *file, FILE *out);

#endif
