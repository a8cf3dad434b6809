#include <criterion/criterion.h>
#include <math.h>
#include <stdbool.h>

#include "engine/interval.h"
#include "engine/pairing.h"

static bool near(double found, double expected, double tolerance)
{
    return fabs(found - expected) <= tolerance;
}

/* 81/263, 15/148, 0/20 and 1/29 are the published examples of Newcombe 1998 (Statistics in Medicine
 * 17:857); the digits, and the other rows, from the closed form in 50-digit arithmetic. */
Test(interval, wilson)
{
    static const struct {
        uint64_t hits, trials;
        double low, high;
    } cases[] = {
        { 0, 10, 0, 0.2775327999 },
        { 1, 10, 0.0178762131, 0.4041500268 },
        { 5, 10, 0.2365930905, 0.7634069095 },
        { 10, 10, 0.7224672001, 1 },
        { 1, 29, 0.0061132143, 0.1717552188 },
        { 15, 148, 0.0623863995, 0.1604872417 },
        { 81, 263, 0.2552885199, 0.3662095770 },
        { 500, 1000, 0.4690696004, 0.5309303996 },
        { 0, 20, 0, 0.1611251580528194 },
        { 0, 100, 0, 0.03699349820698568 },
        { 137, 10000, 0.01160122396732663, 0.01617225284799342 },
        { 0, 1000000, 0, 3.841444063944942e-6 },
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct interval interval = interval_wilson(cases[k].hits, cases[k].trials);
        cr_expect(near(interval.low, cases[k].low, 1e-10), "%zu: low %.12g", k, interval.low);
        cr_expect(near(interval.high, cases[k].high, 1e-10), "%zu: high %.12g", k, interval.high);
    }
}

Test(interval, ends_are_exact)
{
    for (uint64_t trials = 1; trials < 3000; trials++) {
        cr_expect(interval_wilson(0, trials).low == 0);
        cr_expect(interval_wilson(trials, trials).high == 1);
        cr_expect(interval_wilson(trials, trials).low < 1);
    }
}

Test(interval, without_trials)
{
    cr_expect(isnan(interval_wilson(0, 0).low) && isnan(interval_wilson(0, 0).high));
    cr_expect(isnan(interval_error(0, 0)));
    cr_expect(isnan(interval_paired(0, 0, 0).low));
}

/* sqrt(p (1 - p) / n): 0.5 / sqrt(100) and 0.4 / sqrt(64). */
Test(interval, error)
{
    cr_expect(near(interval_error(50, 100), 0.05, 1e-15));
    cr_expect(near(interval_error(128, 640), 0.4 / sqrt(640), 1e-15));
    cr_expect(interval_error(0, 9) == 0 && interval_error(9, 9) == 0);
}

/* Agresti and Min's formula by hand: gained 30, lost 10 of 98 trials, so n + 2 = 100:
 * centre 20/100, half z sqrt(41 - 400/100) / 100. */
Test(interval, paired)
{
    struct interval interval = interval_paired(30, 10, 98);
    double half = 1.959963984540054 * sqrt(37.0) / 100;
    cr_expect(near(interval.low, 0.2 - half, 1e-14));
    cr_expect(near(interval.high, 0.2 + half, 1e-14));
    struct interval mirrored = interval_paired(10, 30, 98);
    cr_expect(near(mirrored.low, -interval.high, 1e-14));
    struct interval same = interval_paired(0, 0, 1000);
    cr_expect(same.low < 0 && same.high > 0 && same.high < 0.003);
    cr_expect(interval_paired(1, 0, 1).high == 1, "never beyond 1");
}

/* Counted by hand. */
Test(pairing, counts)
{
    static const unsigned char first[] = { 0, 0, 1, 2, 2, 0 }, second[] = { 0, 1, 0, 0, 2, 0 };
    struct pairing pairing = pairing_count(first, second, 6, 0);
    cr_expect(pairing.gained == 2 && pairing.lost == 1);
    cr_expect(near(pairing_difference(&pairing), 1.0 / 6, 1e-15));
    pairing = pairing_count(first, second, 0, 0);
    cr_expect(isnan(pairing_difference(&pairing)));
}
