/* One lane's packages as a convex-programming problem: what every position of every issue adds to
 * the raw worth (models/utility.h) of each party, and the package that maximises a weighted sum.
 *
 * Raw worth is a sum over the issues, so the maximum of a weighted sum is taken issue by issue
 * (Lagrangian decomposition; Everett 1963): on a kink of the losses, or where quadratic losses
 * balance between two kinks. Where a smooth loss of another kind takes part (models/loss.h), the
 * balance is the root of a falling derivative, to the last digits. Linked issues are swept, each
 * exactly in turn. Issues may be pinned to a position; those inside the hazard of violation always
 * are, because everything depends on them.
 */
#ifndef MODELS_FRONTIER_H
#define MODELS_FRONTIER_H

#include "models/terms.h"

enum {
    FRONTIER_PARTIES = 16,
    FRONTIER_ISSUES = 32,
    FRONTIER_LINKS = 64,
    FRONTIER_ROOM = 1 << 16 /* doubles: enough memory for any game that is played */
};

struct frontier_issue {
    int count;           /* of points, ascending; one where the issue is settled */
    int home;            /* the point nearest the status quo: kept where nobody cares */
    bool discrete;       /* only its points can be agreed: discrete, or inside the hazard */
    bool hazard;         /* inside the hazard of violation */
    bool concave;        /* each party's worth is concave in it, links apart */
    bool curved;         /* some curve is not 0, or there are smooth losses */
    const double *point; /* [count][1 + parties]: position, then its raw worth to each party */
    const double *curve; /* [parties] coefficient of x^2 between points, <= 0 */
    const struct frontier_bend *bend; /* [parties] smooth losses; NULL where there are none */
    const double *height; /* [count][parties] of point[] what those alone are worth, with them */
};

/* What a smooth loss adds to a party's raw worth: weight v(x), all of doubles to lie in tables. */
struct frontier_bend {
    double weight; /* salience times the share that counts; 0 where the party has no such loss */
    double loss, shape, ideal;
};

enum { FRONTIER_BEND = sizeof(struct frontier_bend) / sizeof(double) };

/* The way from one position of an issue to another without a point in between, for each party: what
 * its smooth loss adds to a chord of the worth. */
struct frontier_arc {
    const struct frontier_bend *bend;
    double from, to, first[FRONTIER_PARTIES], last[FRONTIER_PARTIES];
};

struct frontier_link {
    int issue[2];
    const double *weight; /* [parties] */
};

struct frontier {
    int parties, issues, links;
    int actor[FRONTIER_PARTIES];    /* of each party */
    double scale[FRONTIER_PARTIES]; /* models/utility.h */
    struct frontier_issue issue[FRONTIER_ISSUES];
    struct frontier_link link[FRONTIER_LINKS];
    bool linked[FRONTIER_ISSUES]; /* it has links */
    bool fixed[FRONTIER_ISSUES];  /* pinned throughout a cell (models/branch.h) */
    bool pinned[FRONTIER_ISSUES];
    double pin[FRONTIER_ISSUES];
    /* By frontier_settle(). An issue mixes if it is free, continuous, concave and without links to
     * free issues: packages can be averaged in it, and are worth at least the average. */
    bool mixes[FRONTIER_ISSUES];
    bool tangled;                     /* two free issues are linked */
    int pins, order[FRONTIER_ISSUES]; /* the pinned issues */
    double base[FRONTIER_PARTIES];    /* raw worth of the pinned issues and their links */
    double *tables, *spare; /* the memory that it was opened in; what frontier_confine() wants */
};

/* Whether all that is not settled or pinned mixes: what packages are worth is then concave. */
bool frontier_mixes(const struct frontier *frontier);

/* Doubles of memory for the tables of a game with this many parties. */
size_t frontier_size(const struct game *game, int parties);

/* Tables of one lane for the actors in frontier->actor[0 .. parties - 1]; they live in `memory` and
 * can be opened again as long as utilities and bounds stay the same; frontier_fits() says whether
 * the bounds do. False where the bounds leave no package. No issue is pinned at first. */
bool frontier_build(struct frontier *frontier, const struct bargain *bargain, int lane,
                    double *memory);
bool frontier_open(struct frontier *frontier, const struct bargain *bargain, int lane,
                   double *memory);
bool frontier_fits(const struct bargain *bargain, int lane, const double *memory);

/* Narrows an open frontier to the box of a case (models/terms.h), [issue] low and high, without the
 * soft lines that the case lifts. False where that leaves no package; pins are left as they are.
 * (models/frontier_terms.c) */
bool frontier_confine(struct frontier *frontier, const struct bargain *bargain, int lane, int which,
                      const double *low, const double *high);

/* Moves what is free in a package to the nearest position that the frontier has. (the same) */
void frontier_admit(const struct frontier *frontier, double *package);

/* For the files of the frontier: doubles before the issues' tables. An issue's table as it was
 * built; its end. Whether every party's
 * worth is concave over [count] points. Doubles that an issue's points take. */
size_t frontier_head(int issues);
double *frontier_place(struct frontier *frontier, const struct game *game, int issue,
                       double *memory);
bool frontier_concave(const double *point, int count, int parties);
size_t frontier_points(const struct game *game, int issue, int parties);

/* worth[party] of one position of one issue, links left out. */
void frontier_part(const struct frontier *frontier, int issue, double at, double *worth);

/* out[party]: what moving one issue to another position adds to the raw worth of a package. */
void frontier_change(const struct frontier *frontier, const double *package, int issue, double to,
                     double *out);

/* Smooth losses (models/frontier_smooth.c): doubles that those of an issue can take in a table;
 * writes them behind an issue's points, which end at `end`, and returns where they end themselves,
 * `end` if there are none. */
size_t frontier_smooth_size(const struct game *game, int issue, int parties);
double *frontier_smooth_build(const struct frontier *frontier, const struct bargain *bargain,
                              int issue, int lane, const double *point, double *end);

/* Of issues that have them. Worth of one at a position. What they add to the chord between the
 * points number `cell` and `cell` + 1: worth[party] += that. The position inside some cell at which
 * sum_party weight v(x) + slope x is largest, and the worth there, where that sum is above `best`;
 * else `at`. The same of one cell, NAN where the sum does not turn inside it. */
double frontier_bend_worth(const struct frontier_bend *bend, double at);
void frontier_smooth(const struct frontier_issue *about, int parties, int cell, double at,
                     double *worth);
double frontier_smooth_choice(const struct frontier *frontier, int issue, const double *weight,
                              double slope, double best, double at, double *worth);
double frontier_smooth_inner(const struct frontier *frontier, int issue, int cell,
                             const double *weight, double slope);

/* An arc; what a party's smooth loss adds to its chord after the share 0 <= s <= 1 of the way; that
 * term's derivative in s, which is infinite where CRRA ends upright. */
struct frontier_arc frontier_arc(const struct frontier *frontier, int issue, double from,
                                 double to);
double frontier_arc_bow(const struct frontier_arc *arc, int party, double s);
double frontier_arc_slope(const struct frontier_arc *arc, int party, double s);

/* Holds an issue at a position. frontier_settle() must follow the last of them, even if there is
 * none; frontier_rebase() is enough where the issues pinned are the same and only positions have
 * moved. */
void frontier_pin(struct frontier *frontier, int issue, double at);
void frontier_settle(struct frontier *frontier);
void frontier_rebase(struct frontier *frontier);

/* raw[party] of a package, everything counted; package[issue] must hold the pins. */
void frontier_raw(const struct frontier *frontier, const double *package, double *raw);

/* The package that maximises sum_party weight raw, weight >= 0; fills package and raw. With links
 * between free issues: the best of three sweeps, which need not be the maximum. */
void frontier_support(const struct frontier *frontier, const double *weight, double *package,
                      double *raw);

/* The largest weighted sum that the free issues can add, of those without (or with) links. */
double frontier_peak(const struct frontier *frontier, const double *weight, bool linked);

/* The position of one issue that maximises sum_party weight v(x) + slope x, and the worth there. */
double frontier_choice(const struct frontier *frontier, int issue, const double *weight,
                       double slope, double *worth);

/* The same over the positions in [low, high] only, which holds at least one that can be agreed.
 * (models/frontier_range.c) */
double frontier_within(const struct frontier *frontier, int issue, double low, double high,
                       const double *weight, double slope, double *worth);

#endif
