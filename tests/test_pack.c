#include <criterion/criterion.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/pack.h"
#include "engine/summary.h"
#include "tests/sample.h"

/* LEB128's example: 624485 is e5 8e 26 (DWARF 5, section 7.6 and figure 46 of its appendix C). */
Test(pack, counts_are_leb128)
{
    struct text text = { 0 };
    struct pack pack = { .text = &text };
    uint64_t count = 624485, most = UINT64_MAX, none = 0;
    pack_count(&pack, &count);
    cr_expect(text.length == 3 && memcmp(text.bytes, "\xe5\x8e\x26", 3) == 0);
    pack_count(&pack, &most);
    pack_count(&pack, &none);
    pack = (struct pack){ .at = (unsigned char *)text.bytes };
    pack.end = pack.at + text.length;
    uint64_t read[3] = { 1, 1, 1 };
    for (int k = 0; k < 3; k++)
        pack_count(&pack, &read[k]);
    cr_expect(read[0] == count && read[1] == most && read[2] == 0 && !pack.bad);
    pack_count(&pack, &read[0]);
    cr_expect(pack.bad && read[0] == 0, "there is no fourth");
    free(text.bytes);
}

Test(pack, sums_and_numbers_come_back_as_they_were)
{
    __extension__ const tally_sum sums[] = { 0, -1, (tally_sum)1 << 126, -((tally_sum)1 << 126),
                                             -((tally_sum)5 << 64) + 7 };
    const double reals[] = { 0.0, -0.0, 1.0 / 3, -HUGE_VAL, 5e-324, 1.7976931348623157e308 };
    struct text text = { 0 };
    struct pack out = { .text = &text };
    for (size_t k = 0; k < sizeof sums / sizeof *sums; k++)
        pack_sum(&out, &(tally_sum){ sums[k] });
    for (size_t k = 0; k < sizeof reals / sizeof *reals; k++)
        pack_real(&out, &(double){ reals[k] });
    struct pack in = { .at = (unsigned char *)text.bytes };
    in.end = in.at + text.length;
    for (size_t k = 0; k < sizeof sums / sizeof *sums; k++) {
        tally_sum sum = 99;
        pack_sum(&in, &sum);
        cr_expect(sum == sums[k]);
    }
    for (size_t k = 0; k < sizeof reals / sizeof *reals; k++) {
        double real = 99;
        pack_real(&in, &real);
        cr_expect(memcmp(&real, &reals[k], sizeof real) == 0);
    }
    cr_expect(in.at == in.end && !in.bad);
    free(text.bytes);
}

Test(pack, numbers_beyond_their_limit_are_bad)
{
    struct text text = { 0 };
    int number = 6;
    pack_number(&(struct pack){ .text = &text }, &number, 6);
    struct pack pack = { .at = (unsigned char *)text.bytes,
                         .end = (unsigned char *)text.bytes + 1 };
    pack_number(&pack, &number, 5);
    cr_expect(pack.bad && number == 0);
    free(text.bytes);
}

static struct text pack_summary(struct summary *summary)
{
    struct text text = { 0 };
    summary_pack(&(struct pack){ .text = &text }, summary);
    return text;
}

static struct summary *sample_summary(const struct scenario *scenario, bool lean)
{
    struct history *history = history_new(scenario);
    struct summary *summary = summary_start(scenario, lean);
    for (uint64_t trial = 0; trial < (uint64_t)scenario->run.trials; trial += LANES) {
        sample_fill(history, trial, LANES);
        summary_add(summary, history);
    }
    history_free(history);
    return summary;
}

/* What was read is, packed again, the same bytes; and every beginning of them is known to be short.
 */
Test(pack, a_summary_comes_back_as_it_was)
{
    struct scenario scenario = sample_scenario(LANES * 20);
    for (int lean = 0; lean < 2; lean++) {
        struct summary *summary = sample_summary(&scenario, lean);
        struct text text = pack_summary(summary);
        cr_assert(summary->failed > SUMMARY_NAMED && text.length > 300);
        for (size_t length = 0; length <= text.length;
             length += length < 200 || length + 400 > text.length ? 1 : 401) {
            struct summary *again = summary_start(&scenario, lean);
            struct pack pack = { .at = (unsigned char *)text.bytes };
            pack.end = pack.at + length;
            summary_pack(&pack, again);
            cr_assert(pack.bad == (length < text.length), "%zu", length);
            if (length == text.length) {
                struct text other = pack_summary(again);
                cr_expect(other.length == length && memcmp(other.bytes, text.bytes, length) == 0);
                cr_expect(again->failed == summary->failed &&
                          again->failure[4] == summary->failure[4]);
                free(other.bytes);
            }
            summary_free(again);
        }
        free(text.bytes);
        summary_free(summary);
    }
}
