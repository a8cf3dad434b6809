/* Settings that cannot act: what a scenario says in vain, because something else is lacking that it
 * works through. They are no faults, and a run with them is what it would be without, but for
 * what is counted of them (leaks, trust) and leads to nothing. */
#ifndef ENGINE_INERT_H
#define ENGINE_INERT_H

#include "engine/fault.h"
#include "engine/scenario.h"

/* A setting and what it needs. Both are paths in a pattern:
 *
 *   NAME or *   a member of that name, or any; of an actor, a lever, a shock `$` is its own name,
 *               <target> and <owner> are those that it names
 *   [KEY=WORD]  behind a step, any number of times: only where its member KEY holds the word
 *   =WORD       at the end: the member is the word, or the list holds it; else it must differ from
 *               what it is where absent (a group or a list: have something in it)
 *   ^           at the beginning: the group that the setting stands in
 *
 * One of the needs, which " | " separates, is enough. */
struct inert_rule {
    const char *setting;
    const char *needs;
    const char *verdict; /* "PATH: VERDICT" */
};

/* The only list of them, up to one without a setting (engine/inert_rules.c). */
extern const struct inert_rule inert_rules[];

/* Adds a notice for each setting of the file's own, or of an assignment, that cannot act in a
 * resolved scenario. Silent about a number that is 0 or what it would be where absent, and where a
 * later choice (engine/idle.h) took away what it needs. */
void inert_look(const struct node *root, const char *file, struct faults *notices);

/* The same of all scenarios of a file: what the first has is told once, what only a variant has
 * under the variant's name. */
void inert_look_all(const struct scenarios *scenarios, const char *file, struct faults *notices);

#endif
