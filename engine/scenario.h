/* A scenario: a text that has been read, checked and turned into one immutable struct. */
#ifndef ENGINE_SCENARIO_H
#define ENGINE_SCENARIO_H

#include "engine/fault.h"
#include "engine/tree.h"
#include "engine/vary.h"
#include "models/design.h"
#include "models/distribution.h"
#include "models/game.h"
#include "models/leverage.h"
#include "models/process.h"
#include "models/shock.h"

/* The most that a run may ask for. */
#define RUN_TRIALS 1e12
#define RUN_SEED 9223372036854775807.0
#define RUN_HORIZON 1200.0

struct run {
    long trials, seed, horizon, tail;
    const char *round;    /* what a round is called: "month" */
    const char *start;    /* the day on which round 0 begins; NULL: not said */
    double rounds_a_year; /* 0: by what a round is called (models/calendar.h) */
    struct choice design; /* of the uncertain numbers' draws */
};

/* A number that is drawn anew in every trial. */
struct uncertain {
    int row;          /* of the table of drawn values */
    const char *path; /* "actors.russia.war.cost" */
    uint64_t hash;    /* of the path: the `who` of its draws */
    int dimension;    /* of the run's design: engine/dimensions.h */
    const struct distribution *distribution;
    struct distribution_settings settings;
    double low, high; /* draws are kept inside the parameter's range */
};

/* Parameters whose draws move together: a Gaussian copula. */
struct correlation {
    int count;      /* members, in the order of their hash: that of the file does not matter */
    int *member;    /* indices into `uncertain` */
    double *factor; /* [count][count] lower Cholesky factor of their correlation matrix */
};

/* The rows of the table of drawn values. Constants fill one row per distinct value. */
struct quantities {
    int rows;
    double *expected; /* [row] the constant, or the mean of the uncertain number */
    int uncertains;
    struct uncertain *uncertain;
    int correlations;
    struct correlation *correlation;
};

struct scenario {
    char *file;        /* as the user named it */
    struct node *tree; /* resolved; what `show` prints */
    char sha256[65];   /* of what `show` prints */
    const char *name, *title, *notes;
    struct run run;
    struct game game;
    struct conflict conflict;
    struct process process;
    int levers, shocks;
    struct lever_plan *lever;
    struct shock *shock;
    struct quantities quantities;
    struct allocations *owned; /* what scenario_free frees beside the tree */
};

/* The scenarios of a file. */
struct scenarios {
    int count;
    struct scenario **scenario;
};

/* What is wanted of a file. */
struct scenario_request {
    const char *file;
    const char *const *set; /* [sets] the --set assignments, laid over every scenario last */
    int sets;
    const char *variant; /* by its name; NULL: all */
    bool first;          /* only the first is wanted: the others are checked, not kept */
};

/* How reading went, which decides the exit code. */
enum scenario_status {
    SCENARIO_GOOD,
    SCENARIO_BAD,     /* a fault in the text, or in a file it extends: 65 */
    SCENARIO_SETTING, /* a fault in a --set, or an unknown variant: 64 */
    SCENARIO_MISSING  /* the named file is missing or unreadable: 66 */
};

/* Reads a file, checks everything and compiles it: first the file's own scenario, then one for each
 * of its `variants`, in their order; or, where a variant is asked for, that alone (the name of the
 * file's own scenario counts as one). On any fault there are none, and `faults` says why. The
 * caller frees them. (engine/scenario_read.c, like the three following) */
enum scenario_status scenarios_read(const struct scenario_request *request,
                                    struct scenarios *scenarios, struct faults *faults);
/* The first of them, for the caller to free; the others are freed. NULL where there is none. */
struct scenario *scenarios_first(struct scenarios *scenarios);
/* The file's own scenario alone, though its variants are checked. NULL on any fault. */
struct scenario *scenario_read(const char *file, const char *const *sets, int count,
                               struct faults *faults, enum scenario_status *status);
/* The same from text, for tests; `origin` names it in messages. */
struct scenario *scenario_from_text(const char *text, const char *origin, struct faults *faults);
void scenario_free(struct scenario *scenario);
void scenarios_free(struct scenarios *scenarios);

/* Changes run.trials, run.seed or run.horizon in the resolved tree and the struct alike
 * (command-line flags); the sha256 follows. So do variants that set it. The value
 * is inside the range of run_parameters. */
void scenario_override(struct scenario *scenario, const char *key, long value);
/* The same of run.design, by the name of one that there is. */
void scenario_override_word(struct scenario *scenario, const char *key, const char *word);

/* The design of a scenario's run. */
const struct design *scenario_design(const struct scenario *scenario);

/* A file's text with what it extends, read once: from it, points of a sweep are made. The caller
 * frees it. NULL on a fault. (engine/scenario_resolve.c) */
struct node *scenario_resolve(const char *file, enum scenario_status *status,
                              struct faults *faults);
/* The file's own scenario, or the variant that is asked for, alone and with its assignments: what
 * `run` plays of it with those. NULL on any fault. (engine/scenario_read.c) */
struct scenario *scenario_point(const struct node *resolved, const struct scenario_request *request,
                                struct faults *faults);
/* Adds faults that were found with a path at one of its values, as those of the --vary or of the
 * file that has it; but none that another of its values has had, and only the first few.
 * (engine/scenario_resolve.c, like the next) */
void scenario_vary_faults(const struct vary *vary, const char *value, const struct faults *found,
                          struct faults *faults);
/* For the files of the scenario alone: whether a scenario's sweep can be played, in that each end
 * of a range, and each value of a list, makes a scenario of the tree, which is without variants. */
bool scenario_sweep_check(const struct scenario *scenario, const struct node *bare,
                          struct faults *faults);

/* The uncertain number behind a quantity; NULL where it is certain. (engine/scenario_quantity.c,
 * like the next) */
const struct uncertain *scenario_drawn(const struct scenario *scenario, struct quantity quantity);
/* Whether a quantity can be another number than the one that leaves its mechanism out. */
bool scenario_differs(const struct scenario *scenario, struct quantity quantity, double neutral);

/* For the files of the scenario alone: checks and compiles a resolved tree, which it takes over.
 * NULL on any fault. */
struct scenario *scenario_build(struct node *tree, const char *file, struct faults *faults);
/* Brings the sha256 up to date with the tree. */
void scenario_fingerprint(struct scenario *scenario);

extern const struct parameter run_parameters[];
extern const struct parameter variant_parameters[];  /* an element of `variants` */
extern const struct parameter sweep_parameters[];    /* an element of `sweep` */
extern const struct parameter scenario_parameters[]; /* the top of a file */

#endif
