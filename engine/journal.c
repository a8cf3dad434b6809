#include "engine/journal.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/memory.h"
#include "engine/sha256.h"
#include "engine/stopwatch.h"

enum {
    JOURNAL_HEAD = 1 << 24, /* bytes of a head, at most */
    JOURNAL_CHECK = 16,     /* hexadecimal digits of a checksum */
    JOURNAL_LENGTH = 8,     /* bytes of a record's length */
    JOURNAL_PERCENT = 100,  /* of the time that has passed, between two records */
};

static const char journal_first[] = "zopa journal 2 "; /* its id follows */
static const char journal_last[] = "end of head\n";

static bool journal_fault(const struct journal *journal, const char *what, int reason)
{
    char *shown = text_printable(journal->path);
    fprintf(stderr, "zopa: error: %s: %s: %s\n", shown, what, strerror(reason));
    free(shown);
    return false;
}

/* Reads so many bytes from where the file stands: fewer at its end; -1 on an error. */
static ssize_t journal_take(int file, char *bytes, size_t size)
{
    size_t taken = 0;
    while (taken < size) {
        ssize_t some = read(file, bytes + taken, size - taken);
        if (some < 0 && errno == EINTR)
            continue;
        if (some < 0)
            return -1;
        if (some == 0)
            break;
        taken += (size_t)some;
    }
    return (ssize_t)taken;
}

static bool journal_put(const struct journal *journal, const char *bytes, size_t size)
{
    while (size > 0) {
        ssize_t some = write(journal->file, bytes, size);
        if (some < 0 && errno == EINTR)
            continue;
        if (some < 0)
            return journal_fault(journal, "cannot write", errno);
        bytes += some;
        size -= (size_t)some;
    }
    return fsync(journal->file) == 0 || journal_fault(journal, "cannot write", errno);
}

/* The rest of the first line; false where there is no id. */
static bool journal_read_id(struct journal *journal, const char *line)
{
    enum { LENGTH = UNIQUE_SIZE - 1 };
    if (strspn(line, "0123456789abcdef") != LENGTH || line[LENGTH] != '\n')
        return false;
    memcpy(journal->id, line, LENGTH);
    return true;
}

/* The head, up to and with its last line; the file then stands behind it. */
static enum journal_state journal_read_head(struct journal *journal)
{
    char *bytes = memory_new(JOURNAL_HEAD + 1, 1);
    ssize_t size = journal_take(journal->file, bytes, JOURNAL_HEAD);
    enum journal_state state = JOURNAL_NONE;
    size_t begin = sizeof journal_first - 1;
    size_t known = size < (ssize_t)begin ? (size_t)(size < 0 ? 0 : size) : begin;
    const char *end = strstr(bytes, journal_last);
    if (size < 0) {
        journal_fault(journal, "cannot read", errno);
        state = JOURNAL_FAULT;
    } else if (strncmp(bytes, journal_first, known) != 0 ||
               (end != NULL && !journal_read_id(journal, bytes + begin))) {
        state = JOURNAL_FOREIGN;
    } else if (end != NULL) {
        state = JOURNAL_FOUND;
        text_append(&journal->head, bytes, (size_t)(end - bytes) + sizeof journal_last - 1);
        if (lseek(journal->file, (off_t)journal->head.length, SEEK_SET) < 0)
            state = JOURNAL_FAULT;
    }
    free(bytes);
    return state;
}

/* Only one process at a time may write a journal; a lock goes with the process that holds it. */
static bool journal_lock(const struct journal *journal)
{
    struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
    if (fcntl(journal->file, F_SETLK, &lock) == 0)
        return true;
    if (errno == EACCES || errno == EAGAIN) {
        char *shown = text_printable(journal->path);
        fprintf(stderr, "zopa: error: %s: another process is at work on this run\n", shown);
        free(shown);
        return false;
    }
    return journal_fault(journal, "cannot lock", errno);
}

enum journal_state journal_open(struct journal *journal, const char *path, bool write)
{
    *journal = (struct journal){ .path = memory_text(path) };
    journal->file = open(path, write ? O_RDWR | O_CREAT : O_RDONLY, 0666);
    if (journal->file < 0 && errno == ENOENT)
        return JOURNAL_NONE;
    if (journal->file < 0) {
        journal_fault(journal, write ? "cannot create" : "cannot read", errno);
        return JOURNAL_FAULT;
    }
    if (write && !journal_lock(journal))
        return JOURNAL_FAULT;
    return journal_read_head(journal);
}

bool journal_start(struct journal *journal, const char *head)
{
    journal->head.length = 0;
    text_add(&journal->head, "%s%s\n%s%s", journal_first, unique_name(journal->id), head,
             journal_last);
    if (ftruncate(journal->file, 0) != 0 || lseek(journal->file, 0, SEEK_SET) < 0)
        return journal_fault(journal, "cannot write", errno);
    return journal_put(journal, journal->head.bytes, journal->head.length);
}

void journal_seat(struct journal *journal, const struct scenario *const *scenario, int arms,
                  bool lean)
{
    journal->arms = arms;
    journal->past = memory_new((size_t)arms, sizeof *journal->past);
    journal->pending = memory_new((size_t)arms, sizeof *journal->pending);
    for (int arm = 0; arm < arms; arm++) {
        journal->past[arm].summary = summary_start(scenario[arm], lean);
        journal->pending[arm].summary = summary_start(scenario[arm], lean);
    }
    journal->started = journal->written = stopwatch_now();
}

static void journal_pack_pairing(struct pack *pack, struct pairing *pairing)
{
    uint64_t *count = &pairing->flip[0][0][0];
    for (size_t k = 0; k < sizeof *pairing / sizeof *count; k++)
        pack_count(pack, &count[k]);
}

static void journal_pack_mark(struct pack *pack, struct journal_mark *mark)
{
    pack_count(pack, &mark->piece);
    pack_count(pack, &mark->rows);
    pack_real(pack, &mark->seconds);
    pack_flag(pack, &mark->done);
}

static void journal_pack_arm(struct pack *pack, struct journal_arm *arm)
{
    summary_pack(pack, arm->summary);
    journal_pack_pairing(pack, &arm->pairing);
}

/* Empties what is pending. */
static void journal_clear(struct journal_arm *arm)
{
    const struct scenario *scenario = arm->summary->scenario;
    bool lean = arm->summary->lean;
    summary_free(arm->summary);
    arm->summary = summary_start(scenario, lean);
    arm->pairing = (struct pairing){ 0 };
}

/* The bytes of the next record and a length, which the caller frees; NULL where there is no whole
 * one. */
static unsigned char *journal_record(const struct journal *journal, size_t left, size_t *size)
{
    unsigned char prefix[JOURNAL_LENGTH];
    char found[JOURNAL_CHECK], check[SHA256_SIZE];
    if (left < JOURNAL_LENGTH + JOURNAL_CHECK ||
        journal_take(journal->file, (char *)prefix, sizeof prefix) != sizeof prefix)
        return NULL;
    *size = 0;
    for (int byte = JOURNAL_LENGTH - 1; byte >= 0; byte--)
        *size = *size << 8 | prefix[byte];
    if (*size > left - JOURNAL_LENGTH - JOURNAL_CHECK)
        return NULL;
    unsigned char *bytes = memory_new(*size + 1, 1);
    if (journal_take(journal->file, (char *)bytes, *size) == (ssize_t)*size &&
        journal_take(journal->file, found, sizeof found) == sizeof found &&
        memcmp(sha256_hex(bytes, *size, check), found, sizeof found) == 0)
        return bytes;
    free(bytes);
    return NULL;
}

/* Adds a record to the past; false where it is not one of these scenarios. */
static bool journal_merge(struct journal *journal, const unsigned char *bytes, size_t size)
{
    struct pack pack = { .at = bytes, .end = bytes + size };
    struct journal_mark mark = { 0 };
    journal_pack_mark(&pack, &mark);
    for (int k = 0; k < journal->arms && !pack.bad; k++) {
        struct journal_arm *part = &journal->pending[k];
        journal_pack_arm(&pack, part);
        if (!pack.bad) {
            summary_merge(journal->past[k].summary, part->summary);
            pairing_merge(&journal->past[k].pairing, &part->pairing);
        }
        journal_clear(part);
    }
    if (!pack.bad)
        journal->mark = mark;
    return !pack.bad && pack.at == pack.end;
}

bool journal_read(struct journal *journal)
{
    struct stat status;
    size_t at = journal->head.length, size;
    if (fstat(journal->file, &status) != 0)
        return journal_fault(journal, "cannot read", errno);
    for (;;) {
        unsigned char *bytes = journal_record(journal, (size_t)status.st_size - at, &size);
        if (bytes == NULL)
            break;
        bool good = journal_merge(journal, bytes, size);
        free(bytes);
        if (!good)
            return journal_fault(journal, "cannot read: a record is not of this run", EINVAL);
        at += JOURNAL_LENGTH + size + JOURNAL_CHECK;
    }
    journal->cut = (uint64_t)status.st_size - at;
    int mode = fcntl(journal->file, F_GETFL) & O_ACCMODE;
    if (mode == O_RDWR &&
        (ftruncate(journal->file, (off_t)at) != 0 || lseek(journal->file, 0, SEEK_END) < 0))
        return journal_fault(journal, "cannot write", errno);
    return true;
}

void journal_add(struct journal *journal, int arm, const struct summary *summary,
                 const struct pairing *pairing)
{
    summary_merge(journal->pending[arm].summary, summary);
    pairing_merge(&journal->pending[arm].pairing, pairing);
}

static bool journal_due(const struct journal *journal, double now)
{
    double passed = now - journal->started, wait = passed / JOURNAL_PERCENT;
    return now - journal->written >= (wait > 1 ? wait : 1);
}

bool journal_keep(struct journal *journal, uint64_t piece, bool now, bool done, struct output *rows)
{
    double clock = stopwatch_now();
    if (!now && !journal_due(journal, clock))
        return true;
    struct journal_mark mark = { .piece = piece, .done = done };
    mark.seconds = journal->mark.seconds + clock - journal->written;
    if (rows != NULL && !output_settle(rows, &mark.rows))
        return false;
    struct text record = { 0 };
    struct pack pack = { .text = &record };
    char check[SHA256_SIZE];
    text_append(&record, "\0\0\0\0\0\0\0\0", JOURNAL_LENGTH);
    journal_pack_mark(&pack, &mark);
    for (int arm = 0; arm < journal->arms; arm++) {
        journal_pack_arm(&pack, &journal->pending[arm]);
        journal_clear(&journal->pending[arm]);
    }
    size_t size = record.length - JOURNAL_LENGTH;
    for (int byte = 0; byte < JOURNAL_LENGTH; byte++)
        record.bytes[byte] = (char)(size >> 8 * byte & 0xff);
    text_append(&record, sha256_hex(record.bytes + JOURNAL_LENGTH, size, check), JOURNAL_CHECK);
    bool good = journal_put(journal, record.bytes, record.length);
    free(record.bytes);
    if (good)
        journal->mark = mark;
    journal->written = clock;
    return good;
}

void journal_close(struct journal *journal)
{
    for (int arm = 0; arm < journal->arms; arm++) {
        summary_free(journal->past[arm].summary);
        summary_free(journal->pending[arm].summary);
    }
    free(journal->past);
    free(journal->pending);
    free(journal->head.bytes);
    free(journal->path);
    if (journal->file >= 0)
        close(journal->file);
    *journal = (struct journal){ .file = -1 };
}
