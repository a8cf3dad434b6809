/* Ctrl-C: the first one asks to stop, the second one kills. */
#ifndef ENGINE_INTERRUPT_H
#define ENGINE_INTERRUPT_H

#include <stdatomic.h>

/* From now on, SIGINT sets the flag that is returned, once. */
const atomic_bool *interrupt_watch(void);

#endif
