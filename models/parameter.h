/* The tables that describe settings.
 *
 * One table per group of settings. It is the only place that knows the group's keys: the scenario
 * reader, the checker, the help, `zopa params`, `zopa explain` and the generated documents all
 * read it. */
#ifndef MODELS_PARAMETER_H
#define MODELS_PARAMETER_H

#include <stdbool.h>
#include <stddef.h>

/* A number that may be uncertain. In a scenario it is a number, a level's name (for positions) or a
 * distribution; in a run it is a row of drawn values, one per lane. */
struct quantity {
    int row;         /* its row in the table of drawn values; -1 where nothing was given */
    double expected; /* its mean: what others believe, where they act on a belief */
};

enum parameter_kind {
    PARAMETER_QUANTITY, /* struct quantity: a number or a distribution */
    PARAMETER_POSITION, /* struct quantity: as above, or the name of a level of the issue at hand */
    PARAMETER_REAL,     /* double: a plain number */
    PARAMETER_COUNT,    /* long: a whole number */
    PARAMETER_FLAG,     /* bool */
    PARAMETER_WORD,     /* int: index into `words` */
    PARAMETER_TEXT,     /* const char *: any text; NULL where absent */
    PARAMETER_TEXTS,    /* not stored: a list of texts */
    PARAMETER_NUMBERS,  /* not stored: a list of plain numbers */
    PARAMETER_VALUES,   /* not stored: a list of anything: numbers, texts, flags, groups */
    PARAMETER_LIST,     /* stored by hand: a list of groups, each described by `members` */
    PARAMETER_ACTOR,    /* int: index of an actor; -1 where absent */
    PARAMETER_ACTORS,   /* struct selection over actors: a list of their names */
    PARAMETER_ISSUES,   /* struct selection over issues: a list of their names */
    PARAMETER_PACKAGE,  /* int: index of a named package; -1 where absent */
    PARAMETER_PACKAGES, /* struct selection over packages: a list of their names */
    PARAMETER_LEVERS,   /* struct selection over levers: a list of their names */
    PARAMETER_MODEL,    /* struct choice: a word that chooses a model of kind `words`;
                         * the model's own table joins the group's table */
    PARAMETER_GROUP     /* a group described by `members`, stored inline at `offset` */
};

/* Which of a list of things a scenario names. */
struct selection {
    int count;
    int *index; /* owned by the scenario */
};

static inline bool selection_holds(const struct selection *selection, int index)
{
    for (int k = 0; k < selection->count; k++)
        if (selection->index[k] == index)
            return true;
    return false;
}

/* One key of a group. An entry named PARAMETER_ANY describes every member of the group that no
 * other entry names; `words` says what the names are ("issue", "actor", "package", "level": they
 * must be known; else any name will do). Such members are stored by hand, and `offset` is not used.
 */
struct parameter {
    const char *name;
    enum parameter_kind kind;
    size_t offset;        /* of the field in the settings struct */
    bool required;        /* absence is a fault */
    double initial;       /* the default; NAN: nothing (row -1) */
    double low, high;     /* allowed range, both included */
    const char *words;    /* accepted words, separated by blanks, in the enum's order */
    const char *standard; /* PARAMETER_MODEL, _TEXT: what holds where absent; NULL: nothing */
    const struct parameter *members; /* for groups */
    const char *unit;                /* "" where it has none */
    const char *meaning;             /* one sentence for users */
};

#define PARAMETER_END                                                                              \
    {                                                                                              \
        .name = NULL                                                                               \
    }
#define PARAMETER_ANY "*"

#define QUANTITY(type, field, initial_, low_, high_, unit_, meaning_)                              \
    {                                                                                              \
        .name = #field, .kind = PARAMETER_QUANTITY, .offset = offsetof(type, field),               \
        .initial = (initial_), .low = (low_), .high = (high_), .unit = (unit_),                    \
        .meaning = (meaning_)                                                                      \
    }
#define REAL(type, field, name_, required_, initial_, low_, high_, unit_, meaning_)                \
    {                                                                                              \
        .name = (name_), .kind = PARAMETER_REAL, .offset = offsetof(type, field),                  \
        .required = (required_), .initial = (initial_), .low = (low_), .high = (high_),            \
        .unit = (unit_), .meaning = (meaning_)                                                     \
    }
#define COUNT(type, field, initial_, low_, high_, unit_, meaning_)                                 \
    {                                                                                              \
        .name = #field, .kind = PARAMETER_COUNT, .offset = offsetof(type, field),                  \
        .initial = (initial_), .low = (low_), .high = (high_), .unit = (unit_),                    \
        .meaning = (meaning_)                                                                      \
    }
#define FLAG(type, field, initial_, meaning_)                                                      \
    {                                                                                              \
        .name = #field, .kind = PARAMETER_FLAG, .offset = offsetof(type, field),                   \
        .initial = (initial_), .low = 0, .high = 1, .unit = "", .meaning = (meaning_)              \
    }
#define WORD(type, field, initial_, words_, meaning_)                                              \
    {                                                                                              \
        .name = #field, .kind = PARAMETER_WORD, .offset = offsetof(type, field),                   \
        .initial = (initial_), .words = (words_), .unit = "", .meaning = (meaning_)                \
    }
#define TEXT(type, field, meaning_)                                                                \
    {                                                                                              \
        .name = #field, .kind = PARAMETER_TEXT, .offset = offsetof(type, field), .unit = "",       \
        .meaning = (meaning_)                                                                      \
    }

#endif
