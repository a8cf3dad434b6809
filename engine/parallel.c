#include "engine/parallel.h"

#include <assert.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#include "engine/memory.h"

struct parallel_queue {
    const struct parallel *parallel;
    atomic_uint_least64_t next, done;
    atomic_bool refused; /* a delivery returned false */
    pthread_mutex_t mutex;
    pthread_cond_t turn;
    uint64_t delivered; /* pieces; behind the mutex */
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

static bool parallel_stopped(const struct parallel_queue *queue)
{
    const atomic_bool *stop = queue->parallel->stop;
    return (stop != NULL && atomic_load_explicit(stop, memory_order_relaxed)) ||
           atomic_load_explicit(&queue->refused, memory_order_relaxed);
}

/* Pieces are handed out in order, so that those before this one are done or under way, and its
 * turn comes. */
static void parallel_deliver(struct parallel_queue *queue, int worker, uint64_t piece)
{
    pthread_mutex_lock(&queue->mutex);
    while (queue->delivered != piece)
        pthread_cond_wait(&queue->turn, &queue->mutex);
    pthread_mutex_unlock(&queue->mutex);
    if (!queue->parallel->deliver(queue->parallel->context, worker, piece))
        atomic_store(&queue->refused, true);
    pthread_mutex_lock(&queue->mutex);
    queue->delivered++;
    pthread_cond_broadcast(&queue->turn);
    pthread_mutex_unlock(&queue->mutex);
}

static void *parallel_work(void *argument)
{
    struct parallel_worker *worker = argument;
    struct parallel_queue *queue = worker->queue;
    const struct parallel *parallel = queue->parallel;
    while (!parallel_stopped(queue)) {
        uint64_t piece = atomic_fetch_add(&queue->next, 1);
        if (piece >= parallel->pieces)
            break;
        parallel->work(parallel->context, worker->number, piece);
        if (parallel->deliver != NULL)
            parallel_deliver(queue, worker->number, piece);
        uint64_t done = atomic_fetch_add(&queue->done, 1) + 1;
        if (worker->number == 0 && parallel->progress != NULL)
            parallel->progress(parallel->context, done);
    }
    return NULL;
}

uint64_t parallel_run(const struct parallel *parallel)
{
    assert(parallel->threads >= 1);
    struct parallel_queue queue = { .parallel = parallel,
                                    .mutex = PTHREAD_MUTEX_INITIALIZER,
                                    .turn = PTHREAD_COND_INITIALIZER };
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
    pthread_cond_destroy(&queue.turn);
    pthread_mutex_destroy(&queue.mutex);
    free(worker);
    return atomic_load(&queue.done);
}
