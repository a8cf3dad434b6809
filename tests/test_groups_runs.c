/* Runs with working groups: the same for any block, the same where groups change nothing, and never
 * worse for being quicker. */
#include <string.h>

#include "engine/json.h"
#include "engine/results.h"
#include "tests/parties.h"

/* The JSON of a run, played in blocks of `block` by `threads`, without the
 * time it took. The caller frees it. */
static char *groups_json(const struct scenario *scenario, int threads, int block)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    struct json json = json_start(out);
    struct summary *summary = solo_run(scenario, threads, block);
    results_write(&json, summary, NULL, &(struct results_wall){ 0, 1 });
    fclose(out);
    summary_free(summary);
    return text;
}

/* A summary of trust and groups comes back from its bytes as it was. */
static bool groups_packs(const struct scenario *scenario)
{
    struct summary *summary = solo_run(scenario, 1, LANES), *again = summary_new(scenario);
    struct text text = { 0 }, other = { 0 };
    summary_pack(&(struct pack){ .text = &text }, summary);
    const unsigned char *bytes = (const unsigned char *)text.bytes;
    struct pack pack = { .at = bytes, .end = bytes + text.length };
    summary_pack(&pack, again);
    summary_pack(&(struct pack){ .text = &other }, again);
    bool same = !pack.bad && other.length == text.length &&
                memcmp(other.bytes, text.bytes, text.length) == 0;
    for (int round = 0; round < 7; round++)
        same =
            same && again->process[round].joint == summary->process[round].joint &&
            tally_mean(&again->process[round].trust) == tally_mean(&summary->process[round].trust);
    free(other.bytes);
    free(text.bytes);
    summary_free(again);
    summary_free(summary);
    return same;
}

#define RICH                                                                                       \
    TALKS(PARTIES(500, "refuses = ( \"second\" ); resolve = { dist = \"normal\"; mean = 0.0; sd "  \
                       "= 0.1; };"),                                                               \
          "text_rate = 0.6; leak = 0.3; violation = 0.1; trust = { start = { dist = \"uniform\"; " \
          "min = 0.2; max = 0.5; }; base = 0.6; reversion = 0.05; meeting = 0.1; step = 0.1; "     \
          "promise = 0.05; leak = 0.2; violation = 0.4; refusal = 0.1; }; tracks = { mode = "      \
          "\"parallel\"; threshold = 0.45; falls_back = 0.3; shuttle = 0.5; }; summit = { "        \
          "threshold = 0.7; }; working_groups = { " GROUP(pie, "rate = 0.3;")                      \
              GROUP(cake, "from = 1; rate = 0.5;") "};")

Test(groups, are_the_same_in_any_block)
{
    struct faults faults = { 0 };
    struct scenario *scenario = scenario_from_text(RICH, "test", &faults);
    cr_assert_not_null(scenario);
    char *whole = groups_json(scenario, 1, LANES), *parts = groups_json(scenario, 3, 7),
         *single = groups_json(scenario, 2, 1);
    cr_expect_str_eq(whole, parts);
    cr_expect_str_eq(whole, single);
    cr_expect(strstr(whole, "\"process\"") != NULL);
    cr_expect(groups_packs(scenario));
    free(single);
    free(parts);
    free(whole);
    scenario_free(scenario);
}

/* Groups that are ready from the start, and trust, where nothing waits for it, change no outcome,
 * no term and no answer: the same trials end in the same way. */
Test(groups, that_are_ready_change_nothing)
{
    static const char *const ways[] = {
        "",
        "working_groups = { " GROUP(pie, "readiness = 1.0;") "};",
        "trust = { start = 0.3; refusal = 0.2; leak = 0.5; };",
        "tracks = { threshold = 1.0; }; summit = { threshold = 1.0; };",
    };
    uint64_t detail[4][DETAIL_VICTORY], rejected[4];
    double utility[4];
    for (int k = 0; k < 4; k++) {
        struct play run = play(PARTIES(2000, "resolve = { dist = \"normal\"; mean = 0.1; sd = 0.1; "
                                             "};") "process = { protocol = \"mediated\"; solver = "
                                                   "\"acceptance\"; text_rate = 0.5; leak = 0.2; "
                                                   "violation = 0.05; %s };",
                               ways[k]);
        memcpy(detail[k], run.summary->detail, sizeof detail[k]);
        rejected[k] = run.summary->rejected;
        utility[k] = tally_mean(&run.summary->actor[0].utility.tally);
        cr_expect((run.summary->process != NULL) == (k == 1 || k == 2));
        play_free(&run);
        cr_expect_eq(memcmp(detail[k], detail[0], sizeof detail[k]), 0, "%d", k);
        cr_expect(rejected[k] == rejected[0] && utility[k] == utility[0], "%d", k);
    }
}

/* Under common random numbers a trial that is signed while groups are slow is signed no later while
 * they are quick: the sooner a group is ready, the more deals, without exception. */
Test(groups, that_are_quicker_never_lose_a_deal)
{
    uint64_t last = 0;
    for (int k = 0; k < 5; k++) {
        struct play run =
            play(TALKS(PARTIES(3000, ""), "text_rate = 0.2; working_groups = { both = { issues = ( "
                                          "\"pie\", \"cake\" ); rate = %.2f; }; };"),
                 k * .25);
        for (int round = 0; round < 7; round++)
            cr_expect(run.summary->state[round][STATE_DEAL] > 0 || round == 0);
        cr_expect(summary_outcome(run.summary, OUTCOME_DEAL) > last, "%d", k);
        last = summary_outcome(run.summary, OUTCOME_DEAL);
        play_free(&run);
    }
}
