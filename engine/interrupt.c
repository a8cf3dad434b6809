#include "engine/interrupt.h"

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

static atomic_bool interrupt_seen; /* a signal handler has no other way to tell */

static void interrupt_handle(int number)
{
    (void)number;
    atomic_store(&interrupt_seen, true);
}

const atomic_bool *interrupt_watch(void)
{
    struct sigaction action = { .sa_handler = interrupt_handle, .sa_flags = (int)SA_RESETHAND };
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    return &interrupt_seen;
}
