/* What the place where the report appears can show. */
#ifndef ENGINE_TERMINAL_H
#define ENGINE_TERMINAL_H

#include <stdbool.h>
#include <stdio.h>

struct terminal {
    bool colour; /* escape sequences are welcome */
    bool utf8;   /* the locale's characters are UTF-8 */
};

/* Of standard output. Colour: as `color` (enum color, engine/options.h) says; else where it is a
 * terminal, TERM is not "dumb" and NO_COLOR is unset or empty. */
struct terminal terminal_output(int color);

/* Whether the locale's characters are UTF-8. */
bool terminal_utf8(void);
/* Whether a stream is a terminal that understands escape sequences. */
bool terminal_is(FILE *stream);
/* Its columns; 80 where it does not say. */
int terminal_width(FILE *stream);

#endif
