#include "engine/parallel.h"

#include <assert.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#include "engine/memory.h"

/* All but the mutex and the condition stand behind the mutex. */
struct parallel_queue {
    const struct parallel *parallel;
    pthread_mutex_t mutex;
    pthread_cond_t moved;     /* a piece has been delivered */
    uint64_t next, delivered; /* the pieces to be handed out and to be delivered next */
    bool *done;               /* [slot] its piece awaits its turn */
    bool delivering;          /* a thread is about it */
    bool halted, closed;      /* nothing more is handed out; nor delivered */
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

static uint64_t parallel_slots(const struct parallel *parallel)
{
    return (uint64_t)parallel->threads * PARALLEL_WAITING;
}

/* Takes the next piece, once there is a slot for it. False where there is none to be had. */
static bool parallel_take(struct parallel_queue *queue, uint64_t *piece)
{
    const struct parallel *parallel = queue->parallel;
    while (!queue->closed && queue->next < parallel->end &&
           queue->next - queue->delivered >= parallel_slots(parallel))
        pthread_cond_wait(&queue->moved, &queue->mutex);
    if (queue->closed || queue->halted || queue->next >= parallel->end)
        return false;
    queue->halted = parallel->halted != NULL && parallel->halted(parallel->context);
    if (queue->halted)
        return false;
    *piece = queue->next++;
    return true;
}

/* Delivers what has its turn, unless another thread is about it: that one goes on with it. */
static void parallel_deliver(struct parallel_queue *queue)
{
    const struct parallel *parallel = queue->parallel;
    if (queue->delivering)
        return;
    queue->delivering = true;
    for (;;) {
        uint64_t piece = queue->delivered, slot = piece % parallel_slots(parallel);
        if (queue->closed || !queue->done[slot])
            break;
        pthread_mutex_unlock(&queue->mutex);
        bool more = parallel->deliver(parallel->context, (int)slot, piece);
        pthread_mutex_lock(&queue->mutex);
        queue->done[slot] = false;
        queue->delivered++;
        queue->closed = !more;
        pthread_cond_broadcast(&queue->moved);
    }
    queue->delivering = false;
}

static void *parallel_work(void *argument)
{
    struct parallel_worker *worker = argument;
    struct parallel_queue *queue = worker->queue;
    const struct parallel *parallel = queue->parallel;
    uint64_t piece;
    pthread_mutex_lock(&queue->mutex);
    while (parallel_take(queue, &piece)) {
        uint64_t slot = piece % parallel_slots(parallel);
        pthread_mutex_unlock(&queue->mutex);
        parallel->work(parallel->context, worker->number, (int)slot, piece);
        pthread_mutex_lock(&queue->mutex);
        queue->done[slot] = true;
        parallel_deliver(queue);
        if (worker->number > 0 || parallel->progress == NULL)
            continue;
        pthread_mutex_unlock(&queue->mutex);
        parallel->progress(parallel->context);
        pthread_mutex_lock(&queue->mutex);
    }
    pthread_mutex_unlock(&queue->mutex);
    return NULL;
}

/* Starts the threads beside the calling one, works along with them and waits for them. */
static void parallel_staff(struct parallel_queue *queue)
{
    int threads = queue->parallel->threads, started = 1;
    struct parallel_worker *worker = memory_new((size_t)threads, sizeof *worker);
    for (; started < threads; started++) {
        worker[started] = (struct parallel_worker){ .queue = queue, .number = started };
        if (pthread_create(&worker[started].thread, NULL, parallel_work, &worker[started]) != 0)
            break;
    }
    worker[0] = (struct parallel_worker){ .queue = queue };
    parallel_work(&worker[0]);
    while (--started > 0)
        pthread_join(worker[started].thread, NULL);
    free(worker);
}

uint64_t parallel_run(const struct parallel *parallel)
{
    assert(parallel->threads >= 1 && parallel->first <= parallel->end);
    struct parallel_queue queue = { .parallel = parallel,
                                    .mutex = PTHREAD_MUTEX_INITIALIZER,
                                    .moved = PTHREAD_COND_INITIALIZER,
                                    .next = parallel->first,
                                    .delivered = parallel->first };
    queue.done = memory_new((size_t)parallel_slots(parallel), sizeof *queue.done);
    parallel_staff(&queue);
    pthread_cond_destroy(&queue.moved);
    pthread_mutex_destroy(&queue.mutex);
    free(queue.done);
    return queue.delivered;
}
