/* The whole way from a scenario's bytes to a compiled scenario, or to faults. An input is
 *
 *     a scenario, which may say extends = "base.cfg";
 *     --extends
 *     the text of base.cfg
 *     --set
 *     assignments, one a line
 *
 * where both parts may be missing. It is read as `zopa check scenario.cfg --set ...` reads it: with
 * its variants. A file that is refused must have faults, each of which names a line that there is;
 * of one that is good every scenario must read back from what `zopa show` prints as the same, and
 * the last be found by its name. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/memory.h"
#include "engine/scenario.h"
#include "engine/text.h"
#include "engine/writer.h"
#include "tests/fuzz/fuzz.h"

enum { LOADER_SETS = 32 };

struct part {
    const char *start;
    size_t size;
};

struct input {
    struct part scenario, base;
    int sets;
    char *set[LOADER_SETS];
};

#define LOADER_MUST(condition, sentence)                                                           \
    ((condition) ? (void)0 : loader_broken(#condition, sentence))

static void loader_broken(const char *condition, const char *sentence)
{
    fprintf(stderr, "property does not hold: %s (%s)\n", sentence, condition);
    abort();
}

static char folder[] = "/tmp/zopa_fuzz_XXXXXX";
/* In that folder. */
static char *scenario_path, *base_path, *shown_path;

static void loader_end(void)
{
    char **const paths[] = { &scenario_path, &base_path, &shown_path };
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        unlink(*paths[i]);
        free(*paths[i]);
        *paths[i] = NULL;
    }
    rmdir(folder);
}

static void loader_begin(void)
{
    if (scenario_path != NULL)
        return;
    if (mkdtemp(folder) == NULL) {
        perror(folder);
        exit(EXIT_FAILURE);
    }
    scenario_path = memory_format("%s/scenario.cfg", folder);
    base_path = memory_format("%s/base.cfg", folder);
    shown_path = memory_format("%s/shown.cfg", folder);
    atexit(loader_end);
}

static void loader_write(const char *file, const char *bytes, size_t size)
{
    FILE *out = fopen(file, "wb");
    if (out == NULL || fwrite(bytes, 1, size, out) != size || fclose(out) != 0) {
        perror(file);
        exit(EXIT_FAILURE);
    }
}

/* The part of `whole` behind the first line that is `mark`; `whole` then ends before that line. */
static struct part loader_cut(struct part *whole, const char *mark)
{
    size_t length = strlen(mark);
    const char *end = whole->start + whole->size;
    for (const char *line = whole->start; line < end;) {
        const char *stop = memchr(line, '\n', (size_t)(end - line));
        stop = stop == NULL ? end : stop;
        if ((size_t)(stop - line) == length && memcmp(line, mark, length) == 0) {
            whole->size = (size_t)(line - whole->start);
            stop += stop < end;
            return (struct part){ stop, (size_t)(end - stop) };
        }
        line = stop + (stop < end);
    }
    return (struct part){ end, 0 };
}

static void loader_split(struct input *input, const uint8_t *bytes, size_t size)
{
    input->scenario = (struct part){ (const char *)bytes, size };
    struct part sets = loader_cut(&input->scenario, "--set");
    input->base = loader_cut(&input->scenario, "--extends");
    for (input->sets = 0; sets.size > 0 && input->sets < LOADER_SETS; input->sets++) {
        const char *stop = memchr(sets.start, '\n', sets.size);
        size_t length = stop == NULL ? sets.size : (size_t)(stop - sets.start);
        input->set[input->sets] = memory_new(length + 1, 1);
        memcpy(input->set[input->sets], sets.start, length);
        sets.start += length + (stop != NULL);
        sets.size -= length + (stop != NULL);
    }
}

/* A file's lines, where its last one counts even when nothing stands on it. */
static int loader_lines(const char *file)
{
    int lines = 1;
    FILE *in = fopen(file, "rb");
    LOADER_MUST(in != NULL, "a fault names a file that there is");
    for (int c = getc(in); c != EOF; c = getc(in))
        lines += c == '\n';
    fclose(in);
    return lines;
}

static void loader_check_text(const char *text)
{
    LOADER_MUST(text[0] != '\0', "a message says something");
    for (const char *at = text; *at != '\0'; at += text_character(at))
        LOADER_MUST(text_character(at) > 0 && !text_is_control(at), "a message is printable UTF-8");
}

static void loader_check_fault(const struct fault *fault, int sets)
{
    loader_check_text(fault->file);
    loader_check_text(fault->message);
    if (strncmp(fault->file, "--set ", strlen("--set ")) == 0) {
        LOADER_MUST(fault->rank >= 1 && fault->rank <= sets, "a fault of a --set has its rank");
        return;
    }
    LOADER_MUST(fault->rank == 0, "a fault of a file has no rank");
    LOADER_MUST(fault->line >= 1 && fault->line <= loader_lines(fault->file),
                "a fault names a line that its file has");
}

static void loader_check_refused(const struct faults *faults, enum scenario_status status, int sets)
{
    LOADER_MUST(faults->count > 0, "a scenario that is refused has a fault");
    LOADER_MUST(status == SCENARIO_BAD || status == SCENARIO_SETTING, "its status says whose");
    LOADER_MUST(status != SCENARIO_SETTING || sets > 0, "there is a --set where one is at fault");
    for (int i = 0; i < faults->count; i++)
        loader_check_fault(&faults->fault[i], sets);
    FILE *nowhere = fopen("/dev/null", "w");
    faults_print(faults, nowhere);
    fclose(nowhere);
}

static void loader_check_same(const struct scenario *scenario, const struct scenario *again)
{
    const struct quantities *one = &scenario->quantities, *two = &again->quantities;
    LOADER_MUST(strcmp(scenario->sha256, again->sha256) == 0, "the same sha256");
    LOADER_MUST(
        scenario->run.trials == again->run.trials && scenario->run.seed == again->run.seed &&
            scenario->run.horizon == again->run.horizon && scenario->run.tail == again->run.tail,
        "the same run");
    LOADER_MUST(one->rows == two->rows && one->uncertains == two->uncertains &&
                    one->correlations == two->correlations,
                "as many numbers");
    LOADER_MUST(memcmp(one->expected, two->expected, (size_t)one->rows * sizeof *one->expected) ==
                    0,
                "the same numbers");
    for (int i = 0; i < one->uncertains; i++)
        LOADER_MUST(strcmp(one->uncertain[i].path, two->uncertain[i].path) == 0 &&
                        one->uncertain[i].distribution == two->uncertain[i].distribution,
                    "the same uncertain numbers");
}

/* What `zopa show` prints, with and without origins, reads back as the same. */
static void loader_check_shown(const struct scenario *scenario)
{
    for (int origin = 0; origin < 2; origin++) {
        char *text = NULL;
        size_t size;
        FILE *out = open_memstream(&text, &size);
        writer_scenario(scenario->tree, origin == 1, out);
        fclose(out);
        loader_write(shown_path, text, size);
        struct faults faults = { 0 };
        enum scenario_status status;
        struct scenario *again = scenario_read(shown_path, NULL, 0, &faults, &status);
        faults_print(&faults, stderr);
        LOADER_MUST(again != NULL && status == SCENARIO_GOOD, "what show prints is a scenario");
        loader_check_same(scenario, again);
        char *shown = writer_text(again->tree);
        LOADER_MUST(origin == 1 || strcmp(shown, text) == 0, "show of show is the same text");
        scenario_free(again);
        free(shown);
        free(text);
    }
}

/* Asked for by its name, a scenario of the file is the one that came with all. */
static void loader_check_variant(struct scenario_request request, const struct scenario *scenario)
{
    struct faults faults = { 0 };
    struct scenarios alone = { 0 };
    request.variant = scenario->name;
    enum scenario_status status = scenarios_read(&request, &alone, &faults);
    faults_print(&faults, stderr);
    LOADER_MUST(status == SCENARIO_GOOD && alone.count == 1, "a scenario is found by its name");
    loader_check_same(scenario, alone.scenario[0]);
    scenarios_free(&alone);
}

static void loader_check_scenarios(struct scenario_request request, struct scenarios *all)
{
    LOADER_MUST(all->count > 0, "a good file has a scenario");
    loader_check_variant(request, all->scenario[all->count - 1]);
    for (int i = 0; i < all->count; i++) {
        loader_check_shown(all->scenario[i]);
        scenario_override(all->scenario[i], "trials", 2385);
        loader_check_shown(all->scenario[i]);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct input input;
    struct faults faults = { 0 };
    struct scenarios all = { 0 };
    loader_begin();
    loader_split(&input, bytes, size);
    loader_write(scenario_path, input.scenario.start, input.scenario.size);
    loader_write(base_path, input.base.start, input.base.size);
    struct scenario_request request = { .file = scenario_path,
                                        .set = (const char *const *)input.set,
                                        .sets = input.sets };
    enum scenario_status status = scenarios_read(&request, &all, &faults);
    if (status != SCENARIO_GOOD) {
        LOADER_MUST(all.count == 0, "what has faults gives no scenario");
        loader_check_refused(&faults, status, input.sets);
    } else {
        LOADER_MUST(faults.count == 0, "a good scenario has no faults");
        loader_check_scenarios(request, &all);
    }
    scenarios_free(&all);
    faults_free(&faults);
    for (int i = 0; i < input.sets; i++)
        free(input.set[i]);
    return 0;
}
