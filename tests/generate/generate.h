/* Random scenarios that are valid by construction.
 *
 * The generator walks the tables of settings from scenario_parameters down, and those of the models
 * that it chooses in the catalogue, so that a new key or model is used without a change here. What
 * keys must mean together (engine/consistency.h, the models' own checks) it keeps by rule. Sizes
 * are bounded so that a run takes milliseconds: at most 4 issues with 4 levels, 5 actors, 12
 * rounds. */
#ifndef TESTS_GENERATE_GENERATE_H
#define TESTS_GENERATE_GENERATE_H

#include <stdbool.h>
#include <stdint.h>

#include "engine/names.h"
#include "engine/text.h"
#include "models/parameter.h"

enum {
    GENERATE_ISSUES = 4,
    GENERATE_LEVELS = 4,
    GENERATE_ACTORS = 5,
    GENERATE_CONSENTING = 4, /* belligerents and stakeholders at most */
    GENERATE_PACKAGES = 3,
    GENERATE_LEVERS = 3,
    GENERATE_PATH = 1024
};

/* The text of a scenario, the same for the same seed; the caller frees it. */
char *generate_scenario(uint64_t seed);

/* For the files of the generator alone. */

struct generate_level {
    char name[16];
    double at;
    bool certain; /* not a distribution, so that others may name it */
};

struct generate_issue {
    char name[16];
    bool front, core, discrete, guarantees, verification;
    int levels;
    struct generate_level level[GENERATE_LEVELS];
};

struct generate_actor {
    char name[16];
    int role, side; /* words of actor_parameters */
};

struct generate {
    uint64_t state;  /* of the random numbers */
    struct text out; /* what has been written */
    double density;  /* chance that a key that may be absent is there */
    bool wild;       /* reaches for the ends of ranges */
    bool menu;       /* the solver is a menu */
    int issues, actors, packages, levers;
    int conditions; /* of red lines, so far */
    struct generate_issue issue[GENERATE_ISSUES];
    struct generate_actor actor[GENERATE_ACTORS];
    char package[GENERATE_PACKAGES][16], lever[GENERATE_LEVERS][16];
    char path[GENERATE_PATH];
    struct names uncertain; /* paths of the numbers that are distributions */
};

/* Where in a scenario something is written. */
struct generate_place {
    const struct parameter *table;
    int issue;  /* whose levels may be named; -1: none */
    int actor;  /* whose settings they are; -1: nobody's */
    bool first; /* of the positions of an actor */
    int loss;   /* a position's word; -1: none is given */
};

/* A number in [0, 1), a whole number in [0, count), a chance. */
double generate_share(struct generate *generate);
int generate_index(struct generate *generate, int count);
bool generate_chance(struct generate *generate, double chance);

/* A number in [low, high]: mostly near `initial` or of a size that people use, now and then an end
 * of the range, or of any size where the scenario is wild. */
double generate_number(struct generate *generate, double low, double high, double initial);
/* Writes it with all its digits; a whole one now and then without a point. */
void generate_write(struct generate *generate, double number);
/* Writes the value of a QUANTITY or POSITION: a number, a level's name, a distribution. */
void generate_quantity(struct generate *generate, const struct parameter *parameter,
                       const struct generate_place *place);

/* Writes a text, or a list of them; of a day, one that there is. */
void generate_texts(struct generate *generate, const struct parameter *entry);

/* Draws what there is in the scenario. */
void generate_plan(struct generate *generate);

/* Writes, by `member`, the members of a group that are named after things, or have any name. */
void generate_things(struct generate *generate, const struct parameter *entry,
                     const struct generate_place *place,
                     void (*member)(struct generate *generate, const char *name,
                                    const struct parameter *entry,
                                    const struct generate_place *place));

#endif
