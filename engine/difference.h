/* In which settings two scenarios differ, and the scenario between them that has some settings of
 * the one and the rest of the other. */
#ifndef ENGINE_DIFFERENCE_H
#define ENGINE_DIFFERENCE_H

#include "engine/tree.h"

/* One setting: a value, a list or a distribution as a whole, or a group (an actor, a lever) that
 * only one of the two has. */
struct difference {
    char *path;             /* as --set addresses it: "actors.us.credibility" */
    bool order;             /* the group at `path` names the same members in another order */
    struct node *from, *to; /* in the one and in the other, NULL: absent; where it is the order, a
                             * list of the names that both have */
};

struct differences {
    int count;
    struct difference *difference;
};

/* All settings in which two resolved trees without faults differ, in the order of the first's text,
 * then of the second's. Numbers are compared by value, members of a group by name. What changes no
 * trial is not among them: names, titles, notes and sources, what a round is called, variants, and
 * run.trials, run.seed and run.design, which a comparison makes the same. The caller frees them. */
struct differences difference_list(const struct node *base, const struct node *other);
void differences_free(struct differences *differences);

/* Lays what the other scenario has over a tree that holds the base's setting. */
void difference_lay(const struct difference *difference, struct node *tree);

/* What stands on one side, for a person: "0.9", "beta (a 120, b 4)", "absent". The caller frees it.
 */
char *difference_value(const struct node *side);

#endif
