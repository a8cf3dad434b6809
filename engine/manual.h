/* The documents that are written from the tables: the reference of a scenario file, the catalogue
 * of models, the manual page. docs/ holds what they write; tests/check_docs.sh compares. */
#ifndef ENGINE_MANUAL_H
#define ENGINE_MANUAL_H

#include <stdio.h>

#include "models/parameter.h"

/* Every key of a scenario file, group by group, as Markdown. */
void manual_scenarios(FILE *out);
/* Every model of the catalogue, by kind, as Markdown. */
void manual_models(FILE *out);
/* The manual page, for man(1). */
void manual_man(FILE *out);

/* Running text as Markdown: what would be taken for its signs is escaped, but for code between
 * backquotes. The caller frees it. */
char *manual_prose(const char *text);
/* A word as code of Markdown that may stand in a table; "" stays empty. The caller frees it. */
char *manual_code(const char *text);
/* What GitHub makes of a heading to link to: "actorsactorwar" of "`actors.ACTOR.war`". The caller
 * frees it. */
char *manual_anchor(const char *heading);
/* Running text, or one argument of a macro, as roff. The caller frees it. */
char *manual_roff(const char *text);

/* A table of the settings that `tables` describe, in their order; NULL among them counts for none.
 * `path` is that of the group they stand in, so that the groups in it can be linked to; NULL: no
 * links. */
void manual_settings(FILE *out, const char *path, const struct parameter *const *tables, int count);

#endif
