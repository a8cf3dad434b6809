#include "engine/interrupt.h"

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <time.h>

enum { INTERRUPT_SAME = 500 }; /* milliseconds in which signals of a kind count as one */

/* A signal handler has no other way to tell. */
static atomic_bool interrupt_seen;
static atomic_int interrupt_number;
static atomic_llong interrupt_first[2]; /* of SIGINT, of SIGTERM: when it came; 0: not yet */

static long long interrupt_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000 + 1;
}

/* A group may get a signal that its leader passes on to each as well: twice the same. */
static void interrupt_handle(int number)
{
    int none = 0;
    long long never = 0, now = interrupt_now();
    atomic_compare_exchange_strong(&interrupt_number, &none, number);
    atomic_store(&interrupt_seen, true);
    if (!atomic_compare_exchange_strong(&interrupt_first[number == SIGTERM], &never, now) &&
        now - never > INTERRUPT_SAME) {
        signal(number, SIG_DFL);
        raise(number);
    }
}

const atomic_bool *interrupt_watch(void)
{
    /* A write that waits for its reader goes on, else what it has to write would be lost. */
    struct sigaction action = { .sa_handler = interrupt_handle, .sa_flags = SA_RESTART };
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    return &interrupt_seen;
}

int interrupt_signal(void)
{
    return atomic_load(&interrupt_number);
}
