#include "engine/interrupt.h"

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

/* A signal handler has no other way to tell. */
static atomic_bool interrupt_seen;
static atomic_int interrupt_number;

static void interrupt_handle(int number)
{
    int none = 0;
    atomic_compare_exchange_strong(&interrupt_number, &none, number);
    atomic_store(&interrupt_seen, true);
}

const atomic_bool *interrupt_watch(void)
{
    /* A write that waits for its reader goes on, else what it has to write would be lost. */
    struct sigaction action = { .sa_handler = interrupt_handle,
                                .sa_flags = (int)SA_RESETHAND | SA_RESTART };
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    return &interrupt_seen;
}

int interrupt_signal(void)
{
    return atomic_load(&interrupt_number);
}
