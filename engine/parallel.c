#include "engine/parallel.h"

#include <assert.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#include "engine/memory.h"

struct parallel_queue {
    const struct parallel *parallel;
    atomic_uint_least64_t next, done;
};

struct parallel_worker {
    struct parallel_queue *queue;
    int number;
    pthread_t thread;
};

int parallel_processors(void)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    return processors < 1 ? 1 : (int)processors;
}

static bool parallel_stopped(const struct parallel *parallel)
{
    return parallel->stop != NULL && atomic_load_explicit(parallel->stop, memory_order_relaxed);
}

static void *parallel_work(void *argument)
{
    struct parallel_worker *worker = argument;
    struct parallel_queue *queue = worker->queue;
    const struct parallel *parallel = queue->parallel;
    while (!parallel_stopped(parallel)) {
        uint64_t piece = atomic_fetch_add(&queue->next, 1);
        if (piece >= parallel->pieces)
            break;
        parallel->work(parallel->context, worker->number, piece);
        uint64_t done = atomic_fetch_add(&queue->done, 1) + 1;
        if (worker->number == 0 && parallel->progress != NULL)
            parallel->progress(parallel->context, done);
    }
    return NULL;
}

uint64_t parallel_run(const struct parallel *parallel)
{
    assert(parallel->threads >= 1);
    struct parallel_queue queue = { .parallel = parallel };
    struct parallel_worker *worker = memory_new((size_t)parallel->threads, sizeof *worker);
    int started = 1;
    for (; started < parallel->threads; started++) {
        worker[started] = (struct parallel_worker){ .queue = &queue, .number = started };
        if (pthread_create(&worker[started].thread, NULL, parallel_work, &worker[started]) != 0)
            break;
    }
    worker[0] = (struct parallel_worker){ .queue = &queue };
    parallel_work(&worker[0]);
    while (--started > 0)
        pthread_join(worker[started].thread, NULL);
    free(worker);
    return atomic_load(&queue.done);
}
