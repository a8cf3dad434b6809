/* Ctrl-C and `kill`: the first signal asks to stop, a second one of its kind kills, unless it
 * comes within half a second. */
#ifndef ENGINE_INTERRUPT_H
#define ENGINE_INTERRUPT_H

#include <stdatomic.h>

/* From now on, SIGINT and SIGTERM set the flag that is returned. */
const atomic_bool *interrupt_watch(void);
/* The signal that came, the first where both did; 0: none. */
int interrupt_signal(void);

#endif
