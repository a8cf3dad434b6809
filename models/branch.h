/* The branches of one lane's bargaining problem. A cell is a case of the terms (models/terms.h), to
 * whose box positions are confined, and says which stakeholders are asked: one whose `consent`
 * issues stay at the status quo is not, and those issues are pinned there. Within a cell, the
 * issues inside the hazard of violation are pinned to each combination of their points in turn.
 * Within a branch everything is concave, but for discrete issues, convex tables and linked issues.
 */
#ifndef MODELS_BRANCH_H
#define MODELS_BRANCH_H

#include "models/frontier.h"
#include "models/reward.h"

enum { BRANCH_STAKEHOLDERS = 6 /* each doubles the cells; a scenario holds no more */ };

struct branch {
    struct frontier *frontier;
    const struct bargain *bargain;
    int lane, cells, combinations; /* combinations: of the cell entered */
    int masks;                     /* cells of a case: which stakeholders are asked */
    int stakeholders, stakeholder[BRANCH_STAKEHOLDERS]; /* parties */
    bool needed[FRONTIER_PARTIES];
    double claim[FRONTIER_PARTIES];
    struct reward reward[FRONTIER_PARTIES];
};

/* How many cells a game has: cells with the same remainder by `masks` ask the same stakeholders,
 * those with remainder 0 all. */
int branch_cells(const struct game *game);

/* Of an open frontier. Claims are the bargain's; parties that can consent are needed. */
void branch_open(struct branch *branch, struct frontier *frontier, const struct bargain *bargain,
                 int lane);

/* Pins the cell's issues; false where the status quo is past a bound, or the case leaves nothing.
 * Then branch_take(). */
bool branch_enter(struct branch *branch, int cell);

/* Pins the issues inside the hazard and finds the rewards. 0 <= combination < combinations. */
void branch_take(struct branch *branch, int combination);

/* The package's surplus for one party, given raw worths. */
static inline double branch_surplus(const struct branch *branch, int party, const double *raw)
{
    return reward_of(&branch->reward[party], raw[party]) - branch->claim[party];
}

/* The least surplus of a needed party (HUGE_VAL without any), given raw worths. */
double branch_least(const struct branch *branch, const double *raw);

#endif
