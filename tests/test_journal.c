#include <criterion/criterion.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "engine/experiment.h"
#include "engine/memory.h"
#include "tests/player.h"

enum { ARMS = 3, CHUNKS = 6, TRIALS = (CHUNKS - 1) * EXPERIMENT_CHUNK + 300 };

static char place[] = "/tmp/zopa-journal-XXXXXX";

static void journal_place(void)
{
    int file = mkstemp(place);
    cr_assert(file >= 0);
    close(file);
    unlink(place);
}

static void journal_remove(void)
{
    unlink(place);
}

TestSuite(journal, .init = journal_place, .fini = journal_remove);

static const struct scenario *journal_scenario(void)
{
    static struct scenario scenario;
    scenario = sample_scenario(TRIALS);
    return &scenario;
}

static void journal_arms(struct arm arm[ARMS])
{
    for (int k = 0; k < ARMS; k++)
        arm[k] = (struct arm){ .scenario = journal_scenario(), .base = k - 1, .lean = false };
}

static const struct scenario *const *journal_scenarios(void)
{
    static const struct scenario *scenario[ARMS];
    for (int k = 0; k < ARMS; k++)
        scenario[k] = journal_scenario();
    return scenario;
}

/* Opens the journal, begins it where there is none, and reads it. */
static void journal_ready(struct journal *journal)
{
    enum journal_state state = journal_open(journal, place, true);
    cr_assert(state == JOURNAL_FOUND || state == JOURNAL_NONE);
    if (state == JOURNAL_NONE)
        cr_assert(journal_start(journal, "what\n"));
    journal_seat(journal, journal_scenarios(), ARMS, false);
    cr_assert(journal_read(journal));
}

/* What all arms came to, as bytes. The caller frees it. */
static struct text journal_bytes(struct arm arm[ARMS])
{
    struct text text = { 0 };
    struct pack pack = { .text = &text };
    for (int k = 0; k < ARMS; k++) {
        summary_pack(&pack, arm[k].summary);
        text_append(&text, (const char *)&arm[k].pairing, sizeof arm[k].pairing);
        summary_free(arm[k].summary);
    }
    return text;
}

struct patience {
    atomic_bool stop;
    uint64_t trials;
};

static void patience_tell(void *context, uint64_t trials)
{
    struct patience *patience = context;
    if (trials >= patience->trials)
        atomic_store(&patience->stop, true);
}

/* Plays until so many trials of all arms are there. */
static struct text journal_play(struct journal *journal, uint64_t trials, uint64_t *resumed)
{
    struct arm arm[ARMS];
    struct patience patience = { .trials = trials };
    struct experiment experiment = { .arm = arm,
                                     .arms = ARMS,
                                     .threads = 1,
                                     .block = LANES,
                                     .stop = &patience.stop,
                                     .progress = patience_tell,
                                     .context = &patience,
                                     .journal = journal };
    journal_arms(arm);
    experiment_run(&experiment);
    cr_assert_not(experiment.broken);
    *resumed = experiment.resumed;
    return journal_bytes(arm);
}

static void journal_expect_same(const struct text *one, const struct text *other)
{
    cr_expect(one->length == other->length && memcmp(one->bytes, other->bytes, one->length) == 0);
}

/* However often a run is stopped, also in the middle of a turn of its arms, it comes to the same.
 */
Test(journal, goes_on_where_it_was_stopped)
{
    uint64_t resumed;
    struct text whole = journal_play(NULL, UINT64_MAX, &resumed);
    for (uint64_t step = 1; step <= 5; step++) {
        uint64_t before = 0;
        for (int piece = 0; piece < ARMS * CHUNKS; piece += (int)step) {
            struct journal journal;
            journal_ready(&journal);
            struct text part = journal_play(&journal, before + step * EXPERIMENT_CHUNK, &resumed);
            cr_expect(resumed == before, "%d: %d", (int)resumed, (int)before);
            before = resumed + step * EXPERIMENT_CHUNK;
            if (journal.mark.done)
                journal_expect_same(&part, &whole);
            else
                cr_expect(part.length != whole.length ||
                          memcmp(part.bytes, whole.bytes, whole.length) != 0);
            free(part.bytes);
            bool done = journal.mark.done;
            journal_close(&journal);
            if (done)
                break;
        }
        struct journal journal;
        journal_ready(&journal);
        cr_expect(journal.mark.done && journal.mark.piece == ARMS * CHUNKS);
        struct text again = journal_play(&journal, UINT64_MAX, &resumed);
        journal_expect_same(&again, &whole);
        cr_expect(resumed == ARMS * TRIALS);
        free(again.bytes);
        journal_close(&journal);
        unlink(place);
    }
    free(whole.bytes);
}

/* The bytes of the journal's file. The caller frees them. */
static char *journal_load(size_t *size)
{
    struct stat status;
    cr_assert(stat(place, &status) == 0);
    *size = (size_t)status.st_size;
    char *bytes = memory_new(*size + 1, 1);
    FILE *file = fopen(place, "r");
    cr_assert(fread(bytes, 1, *size, file) == *size);
    fclose(file);
    return bytes;
}

static void journal_save(const char *bytes, size_t size)
{
    FILE *file = fopen(place, "w");
    cr_assert(fwrite(bytes, 1, size, file) == size && fclose(file) == 0);
}

/* A journal of three records. */
static void journal_three(void)
{
    uint64_t resumed;
    for (int part = 1; part <= 3; part++) {
        struct journal journal;
        journal_ready(&journal);
        struct text text = journal_play(&journal, (uint64_t)part * 2 * EXPERIMENT_CHUNK, &resumed);
        free(text.bytes);
        journal_close(&journal);
    }
}

static uint64_t journal_found(uint64_t *cut)
{
    struct journal journal;
    uint64_t trials = 0;
    journal_ready(&journal);
    *cut = journal.cut;
    for (int arm = 0; arm < ARMS; arm++)
        trials += journal.past[arm].summary->trials;
    journal_close(&journal);
    return trials;
}

/* Cut off anywhere, it holds its whole records; what stands behind them is gone afterwards. */
Test(journal, may_break_off_anywhere)
{
    size_t size;
    uint64_t cut, last = 0;
    journal_three();
    char *bytes = journal_load(&size);
    for (size_t length = 0; length <= size; length += length < 50 ? 1 : 997) {
        journal_save(bytes, length);
        uint64_t trials = journal_found(&cut);
        cr_expect(trials % (2 * EXPERIMENT_CHUNK) == 0 && trials >= last);
        cr_expect(journal_found(&cut) == trials && cut == 0);
        last = trials;
    }
    journal_save(bytes, size);
    cr_expect(journal_found(&cut) == 6 * EXPERIMENT_CHUNK);
    free(bytes);
}

/* A byte that has changed makes its record, and what follows it, no longer count. */
Test(journal, a_changed_byte_is_noticed)
{
    size_t size, head = strlen("zopa journal 2 \nwhat\nend of head\n") + UNIQUE_SIZE - 1;
    uint64_t cut;
    journal_three();
    char *bytes = journal_load(&size);
    for (size_t at = head; at < size; at += 2003) {
        bytes[at] = (char)(bytes[at] ^ 0x10);
        journal_save(bytes, size);
        bytes[at] = (char)(bytes[at] ^ 0x10);
        cr_expect(journal_found(&cut) < 6 * EXPERIMENT_CHUNK && cut > 0);
    }
    free(bytes);
}

Test(journal, other_files_are_none)
{
    struct journal journal;
    journal_save("something else that is long enough", 34);
    cr_expect(journal_open(&journal, place, true) == JOURNAL_FOREIGN);
    journal_close(&journal);
    journal_save("zopa journal 2 0123456789abcdef\nend of head\n", 44);
    cr_expect(journal_open(&journal, place, true) == JOURNAL_FOREIGN);
    journal_close(&journal);
    journal_save("zopa jour", 9);
    cr_expect(journal_open(&journal, place, true) == JOURNAL_NONE);
    journal_close(&journal);
    unlink(place);
    cr_expect(journal_open(&journal, place, false) == JOURNAL_NONE);
    journal_close(&journal);
    cr_expect(access(place, F_OK) != 0);
}

/* It has an id of its own, and the same one whenever it is opened. */
Test(journal, is_told_from_others)
{
    char id[3][UNIQUE_SIZE];
    for (int k = 0; k < 3; k++) {
        struct journal journal;
        journal_ready(&journal);
        memcpy(id[k], journal.id, sizeof id[k]);
        journal_close(&journal);
        cr_expect_eq(strlen(id[k]), UNIQUE_SIZE - 1);
        if (k == 1)
            unlink(place);
    }
    cr_expect_str_eq(id[0], id[1]);
    cr_expect_str_neq(id[1], id[2]);
}

/* Two processes never write one journal. */
Test(journal, is_locked)
{
    struct journal journal;
    int status;
    journal_ready(&journal);
    pid_t child = fork();
    if (child == 0) {
        struct journal other;
        freopen("/dev/null", "w", stderr);
        _exit(journal_open(&other, place, true) == JOURNAL_FAULT ? 7 : 0);
    }
    cr_assert(waitpid(child, &status, 0) == child);
    cr_expect(WIFEXITED(status) && WEXITSTATUS(status) == 7);
    journal_close(&journal);
}

/* Three shards, whose arms have unequal shares of the last chunk, are the whole. */
Test(journal, shards_are_the_whole)
{
    uint64_t resumed;
    struct text whole = journal_play(NULL, UINT64_MAX, &resumed);
    for (int shards = 1; shards <= 8; shards++) {
        struct arm sum[ARMS];
        journal_arms(sum);
        uint64_t trials = 0;
        for (int k = 0; k < ARMS; k++)
            sum[k].summary = summary_new(sum[k].scenario);
        for (int shard = 0; shard < shards; shard++) {
            struct arm arm[ARMS];
            journal_arms(arm);
            struct experiment experiment = { .arm = arm,
                                             .arms = ARMS,
                                             .threads = 2,
                                             .block = LANES,
                                             .shard = shard,
                                             .shards = shards };
            experiment_run(&experiment);
            trials += experiment_trials(&experiment);
            for (int k = 0; k < ARMS; k++) {
                summary_merge(sum[k].summary, arm[k].summary);
                pairing_merge(&sum[k].pairing, &arm[k].pairing);
                summary_free(arm[k].summary);
            }
        }
        cr_expect(trials == ARMS * TRIALS);
        struct text joined = journal_bytes(sum);
        journal_expect_same(&joined, &whole);
        free(joined.bytes);
    }
    free(whole.bytes);
}
