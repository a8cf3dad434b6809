/* Times solvers on this machine: how long a solve takes, how good its answer is and how often it
 * has none, always together, for ours and for those of other libraries alike.
 *
 * Random problems (bench/rival.h): weights 0.1 to 1 before they are made to sum to 1, ideals -0.2
 * to 1.2, powers 0.5 to 1.5 before they are made to sum to 1, claims that are feasible: what a
 * random package gives, less 0.05 to 0.3. They are a function of the seed, the size and their
 * number. Each has a twin with claims a little lower, so that a warm start has a last answer to
 * begin with. */
#ifndef ENGINE_BENCH_H
#define ENGINE_BENCH_H

#include <stdatomic.h>

#include "bench/rival.h"
#include "engine/fault.h"
#include "engine/json.h"
#include "engine/names.h"
#include "engine/page.h"
#include "engine/progress.h"
#include "engine/scenario.h"
#include "engine/tree.h"
#include "models/block.h"

enum { BENCH_SIZES = 3, BENCH_REPEATS = 999 };

/* A package is wrong where it falls short of the best by more. */
#define BENCH_WRONG 1e-6
/* A worst gap that has grown by more is a regression. */
#define BENCH_WORSE 1e-9

struct bench_size {
    int parties, issues;
    const char *name; /* "n4k8" */
};

extern const struct bench_size bench_sizes[BENCH_SIZES];

/* As many problems as a block has lanes, at most. */
struct bench_problems {
    struct bench_size size;
    int count;
    struct rival_problem problem[LANES], twin[LANES];
    double weight[LANES][RIVAL_PARTIES * RIVAL_ISSUES];
    double ideal[LANES][RIVAL_PARTIES * RIVAL_ISSUES];
    double power[LANES][RIVAL_PARTIES], claim[2][LANES][RIVAL_PARTIES];
    double start[LANES][RIVAL_ISSUES];
};

/* The problems first .. first + count - 1 of a size. (engine/bench_problem.c) */
void bench_problem_draw(struct bench_problems *problems, const struct bench_size *size,
                        uint64_t seed, uint64_t first, int count);

/* By how much the objective of a package can be from the largest, at most, by Lagrangian duality
 * with the multipliers l_i = power_i / (u_i - claim_i):
 *
 *   sum_i l_i (u_i(y) - u_i(x)),  y = argmax over [0, 1] of sum_i l_i u_i(y)
 *
 * HUGE_VAL where the package leaves the bounds or leaves a party no more than its claim. */
double bench_problem_gap(const struct rival_problem *problem, const double *package);

/* What came of solves. */
struct bench_tally {
    long solved, failures;
    double iterations; /* of all together; NAN: not counted */
    double gap;        /* the worst; NAN: none was proved */
};

void bench_tally_add(struct bench_tally *tally, bool answered, double gap, double iterations);

/* One way to solve the problems: `by` whom for what `aim`, from which `start`. */
struct bench_method {
    const char *aim, *by, *start; /* "nash", "contract", "cold" */
    const void *about;            /* a struct rival or a struct solver */
    bool rival;
    /* Memory for problems of one size; NULL: it does not solve such. */
    void *(*open)(const struct bench_method *method, const struct bench_size *size);
    /* Takes these problems, which stay where they are until the next are loaded. */
    void (*load)(void *work, const struct bench_problems *problems);
    /* Solves them all, every other time the twins. */
    void (*solve)(void *work, bool twin);
    /* Adds what the last solve gave. */
    void (*judge)(void *work, struct bench_tally *tally);
    void (*close)(void *work);
};

struct bench_methods {
    int count;
    struct bench_method *method; /* owned */
};

/* Every solver of the catalogue; models/dual.h; the rivals. (engine/bench_contract.c,
 * engine/bench_kernel.c, engine/bench_rival.c) */
void bench_contract_add(struct bench_methods *methods);
void bench_kernel_add(struct bench_methods *methods);
void bench_rival_add(struct bench_methods *methods, const struct rival *const *rival, int count);
void bench_methods_add(struct bench_methods *methods, const struct bench_method *method);

/* What was measured of a method at a size, or read from a file. */
struct bench_row {
    const char *aim, *by, *start, *size;
    bool rival;
    double least, median; /* seconds of a processor, a solve */
    double iterations;    /* a solve; NAN: not counted */
    double gap;           /* the worst; NAN: none was proved */
    long failures;
    const char *baseline; /* the best rival of the aim at the size; NULL: none was timed */
    double ratio;         /* its least over ours: above 1 where we are faster; NAN */
};

struct bench_rows {
    int count;
    struct bench_row *row; /* owned */
};

/* Trials a second of a scenario. */
struct bench_pace {
    int threads;
    long trials;
    double best, median;
};

struct bench {
    uint64_t seed;
    long problems, repeats;
    bool solvers, engine;         /* which are timed */
    struct names words;           /* those of the command line that choose solvers and sizes */
    const char *scenario;         /* a file; NULL: the starter of `zopa new` */
    struct bench_methods methods; /* all that there are */
    struct progress *progress;
    const atomic_bool *stop;
    /* The results. */
    struct bench_rows rows;
    char *played; /* the scenario's name; owned */
    struct bench_pace pace[2];
    int paces;
};

/* Times what is asked for, the methods of a size in turn, so that whatever else the machine does
 * meets all of them. False where it was stopped. */
bool bench_run(struct bench *bench);
void bench_free(struct bench *bench);

/* Whether the words of the command line ask for such a row. None of a sort asks for all of it. */
bool bench_wants(const struct names *words, const char *aim, const char *by, const char *size);
/* The words that there are. */
void bench_words(const struct bench *bench, struct names *names);

/* Sets the baseline and ratio of every row. The best rival is the fastest of those with the fewest
 * failures. (engine/bench_rows.c, like the next) */
void bench_rows_compare(struct bench_rows *rows);
/* The best rival at a size, of an aim (NULL: any) and among those that `others` has, too (NULL: all
 * of them); NULL: none. */
const struct bench_row *bench_rows_best(const struct bench_rows *rows, const char *aim,
                                        const char *size, const struct bench_rows *others);
/* The row of the same method and size, or NULL. */
const struct bench_row *bench_rows_find(const struct bench_rows *rows, const struct bench_row *row);
/* Adds a row, behind the last of its aim and size. */
void bench_rows_add(struct bench_rows *rows, const struct bench_row *row);
void bench_rows_sort(double *value, long count);

/* Trials a second of a scenario, on one thread and on all. (engine/bench_engine.c) */
bool bench_engine_run(struct bench *bench, struct scenario *scenario);

/* As text, and as JSON ("zopa.bench/1", docs/performance.md). (engine/bench_report.c) */
void bench_report(struct page *page, const struct bench *bench);
void bench_report_json(struct json *json, const struct bench *bench);

/* The rows of such a JSON. False with a fault where it is none; what they name lives in `tree`.
 * (engine/bench_stored.c, like the next) */
bool bench_stored_read(const char *text, const char *file, struct node **tree,
                       struct bench_rows *rows, struct faults *faults);
/* Holds rows against stored ones and prints every regression: a row that is missing, failures or a
 * gap that have grown, and a time, in units of the best rival that both have timed, that is more
 * than `tolerance` times the stored one. Returns how many. */
int bench_stored_check(const struct bench_rows *rows, const struct bench_rows *stored,
                       const struct names *words, double tolerance, FILE *out);

#endif
