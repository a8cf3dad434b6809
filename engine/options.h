/* The command line: one table of options drives parsing, help and completion. */
#ifndef ENGINE_OPTIONS_H
#define ENGINE_OPTIONS_H

#include "engine/json.h"
#include "engine/page.h"
#include "models/parameter.h"
#include <stdbool.h>

struct rival;

enum color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

/* What the command line asked for. */
struct options {
    int arguments;              /* those that are not flags, behind the verb */
    const char **argument;      /* owned; the texts are the command line's */
    long trials, seed, horizon; /* -1: not given, the scenario's own holds */
    long trial;                 /* -1: not given */
    int threads;                /* 0: not given */
    int lanes;                  /* of a block */
    int sets, varies;
    const char **set;                            /* owned: "PATH=VALUE", in the order given */
    const char **vary;                           /* owned: "PATH=VALUES", likewise */
    const char *variant, *out, *between, *scale; /* NULL: not given; the command line's texts */
    const char *fail_if;                         /* a condition; NULL: not given */
    long permutations;                           /* sampled for an attribution */
    int attribution;                             /* enum attribution_method */
    const char *trials_out;                      /* where the trials go as CSV; NULL: not given */
    const char *csv;                             /* where the points of a sweep go, likewise */
    const char *design;                          /* the name of one; NULL: not given */
    const char *shard, *max_time, *precision; /* "I/N", "90m", "0.01" or "10%"; NULL: not given */
    bool resume;
    const char *store; /* the store to keep runs in; NULL: not given */
    long store_wait;   /* seconds */
    bool store_trials;
    const char *trials_of; /* a stored run, of which the trials are wanted; NULL: not given */
    bool scenario;         /* the stored scenario is wanted */
    const char *verb;      /* and what stands behind it, for records of what was run */
    int words;
    char **word;
    bool json, quiet, origin, help, version;
    int color;             /* enum color */
    int pick;              /* enum pick; -1: not given */
    long points;           /* of a spread; -1: not given */
    int spread;            /* enum vary_spread; -1: not given */
    int figure;            /* enum outcome */
    long problems, repeat; /* of bench; -1: not given */
    const char *check;     /* a stored run of bench; NULL: none */
    const char *tolerance; /* a number; NULL: not given */
    bool names;            /* of the parameters, alone */
    const char *solvers;   /* names, separated by commas; NULL: all */
    /* Solvers of other libraries that the program brings along, for bench; not the command line's.
     */
    const struct rival *const *rivals;
    int rival_count;
};

/* One flag; verbs that do not mean the same by it have one each. What it takes is described as a
 * key of a scenario is: COUNT goes to a long (an int where `narrow`), FLAG to a bool, WORD to an
 * int, TEXT and MODEL (a name of the catalogue's) to a const char *, TEXTS are gathered in `set` or
 * `vary`; all at an offset in struct options. */
struct flag {
    struct parameter takes; /* its name: "trials" for --trials */
    char letter;            /* 'n' for -n; '\0': none */
    bool narrow;
    /* NULL: it takes none. "auto|always|never": words; "FILE", "DIR", "PATH=VALUE" ... (the table
     * in engine/completion.c): completed as such; any other word stands for what cannot be guessed.
     */
    const char *argument;
    const char *absent; /* what holds where it is absent; NULL: the default of what it takes */
    const char *verbs;  /* those that take it, separated by blanks; NULL: all */
};

extern const struct flag option_flags[];
extern const int option_flag_count;

/* Parses what stands behind the verb. On a fault: false, with a message on standard error. */
bool options_parse(struct options *options, const char *verb, int count, char **arguments);
void options_free(struct options *options);

/* The command line as a shell would take it. The caller frees it. */
char *options_line(const struct options *options);

/* Whether the verb takes the flag. */
bool options_apply(const struct flag *flag, const char *verb);
/* Whether the verb takes a flag of this name. */
bool options_have(const char *verb, const char *name);

/* "threads: 1 to 1024; all processors where absent". The caller frees it. */
char *options_meaning(const struct flag *flag);

/* Lists the flags that the verb takes, each with its range and what holds without it. */
void options_help(struct page *page, const char *verb);

/* The same flags as rows of an array, with what describe_json tells of what they take. */
void options_write(struct json *json, const char *verb);

#endif
