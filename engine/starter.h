/* The scenario that `zopa new` writes: scenarios/starter.cfg, whose bytes the build puts into the
 * program. */
#ifndef ENGINE_STARTER_H
#define ENGINE_STARTER_H

#include <stdio.h>

extern const unsigned char starter_text[]; /* ends in '\0' */

/* Writes it under a name of its own ("talks"), and with the name of its own file ("talks.cfg") in
 * the commands that it suggests. */
void starter_write(FILE *out, const char *name, const char *file);

#endif
