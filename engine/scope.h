/* What names mean at a place in a scenario: which issue is at hand, and where names are declared.
 */
#ifndef ENGINE_SCOPE_H
#define ENGINE_SCOPE_H

#include "engine/tree.h"
#include "models/parameter.h"

struct scope {
    const struct node *root;
    const struct node *issue; /* whose levels may be named: inside an issue that issue, elsewhere
                               * the front issue; NULL where there is none */
    bool position; /* the parameters of a distribution are positions: levels may be named */
};

/* The scope at the top of a scenario. */
struct scope scope_top(const struct node *root);

/* The scope inside a member that a PARAMETER_ANY entry describes. */
struct scope scope_inside(const struct scope *scope, const struct parameter *any,
                          const struct node *member);

/* The group that declares the names of a kind ("issue", "actor", "package", "lever", or "level" of
 * the issue at hand), or NULL. */
const struct node *scope_declared(const struct scope *scope, const char *kind);

/* Whether names of that kind must have been declared. */
bool scope_binds(const char *kind);

/* The kind of name that a parameter refers to, or NULL. */
const char *scope_kind(const struct parameter *parameter);

/* The place of a declared name among its kind, or -1. */
int scope_index(const struct scope *scope, const char *kind, const char *name);

/* The position of the level at hand so named. False where there is none, or it is itself uncertain.
 */
bool scope_level(const struct scope *scope, const char *name, double *at);

#endif
