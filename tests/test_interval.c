#include <criterion/criterion.h>
#include <math.h>
#include <stdbool.h>

#include "engine/interval.h"
#include "engine/pairing.h"
#include "models/catalogue.h"

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

/* What Tango's statistic (1998) is by definition, without his closed form: the share lost that
 * makes a difference most likely is found by search. */
static double score_by_search(double gained, double lost, double trials, double difference)
{
    double low = difference < 0 ? -difference : 0, high = (1 - difference) / 2;
    for (int step = 0; step < 200; step++) {
        double q[2] = { low + (high - low) / 3, high - (high - low) / 3 }, likely[2];
        for (int k = 0; k < 2; k++)
            likely[k] = (gained > 0 ? gained * log(q[k] + difference) : 0) +
                        (lost > 0 ? lost * log(q[k]) : 0) +
                        (trials - gained - lost) * log(1 - 2 * q[k] - difference);
        *(likely[0] < likely[1] ? &low : &high) = q[likely[0] < likely[1] ? 0 : 1];
    }
    double variance = trials * (2 * low + difference * (1 - difference));
    return (gained - lost - trials * difference) / sqrt(variance);
}

Test(interval, paired_ends_are_where_the_score_is_z)
{
    static const struct {
        uint64_t gained, lost, trials;
    } cases[] = { { 12, 2, 50 },    { 1, 0, 44 },    { 30, 10, 98 },     { 3, 3, 7 },
                  { 5, 900, 2000 }, { 40, 20, 160 }, { 700, 600, 10000 } };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        double b = (double)cases[k].gained, c = (double)cases[k].lost, n = (double)cases[k].trials;
        struct interval found = interval_paired(cases[k].gained, cases[k].lost, cases[k].trials);
        cr_expect(near(score_by_search(b, c, n, found.high), -INTERVAL_Z, 1e-6), "%zu high", k);
        cr_expect(near(score_by_search(b, c, n, found.low), INTERVAL_Z, 1e-6), "%zu low", k);
        struct interval mirrored = interval_paired(cases[k].lost, cases[k].gained, cases[k].trials);
        cr_expect(mirrored.low == -found.high && mirrored.high == -found.low, "%zu", k);
    }
}

/* In closed form: with nothing lost, the upper end is Wilson's; where nothing changed, that is
 * z^2 / (n + z^2); where all were gained, the lower end is (n - z^2) / (n + z^2). */
Test(interval, paired_in_closed_form)
{
    static const uint64_t trials[] = { 1, 2, 10, 1000, 1000000000000 };
    double square = INTERVAL_Z * INTERVAL_Z;
    for (size_t k = 0; k < sizeof trials / sizeof *trials; k++) {
        uint64_t n = trials[k];
        double none = square / ((double)n + square), all = 1 - 2 * none;
        struct interval same = interval_paired(0, 0, n), gained = interval_paired(n, 0, n);
        cr_expect(near(same.high, none, 1e-15 + 1e-9 * none) && same.low == -same.high, "%zu", k);
        cr_expect(gained.high == 1 && near(gained.low, all, 1e-9), "%zu: %.17g", k, gained.low);
        for (uint64_t some = 1; some < n && some < 9; some++)
            cr_expect(near(interval_paired(some, 0, n).high, interval_wilson(some, n).high,
                           1e-9 * interval_wilson(some, n).high),
                      "%zu", k);
    }
}

/* The chance of so many gained and lost of n trials. */
static double multinomial(int gained, int lost, int n, double p, double q)
{
    return exp(lgamma(n + 1) - lgamma(gained + 1) - lgamma(lost + 1) -
               lgamma(n - gained - lost + 1) + (gained > 0 ? gained * log(p) : 0) +
               (lost > 0 ? lost * log(q) : 0) + (n - gained - lost) * log(1 - p - q));
}

/* How often the interval holds the truth, summed over all that can happen: never below 93% for few
 * changes among few trials, where that of Agresti and Min (2005) falls to 86%. */
Test(interval, paired_holds_the_truth_where_few_trials_change)
{
    static const int trials[] = { 10, 30, 60 };
    static const double changes[] = { 0.5, 1, 1.97, 2.5, 3.9, 5 }, losing[] = { 0, 0.1, 0.5 };
    double least = 1;
    for (size_t k = 0; k < 3 * 6 * 3; k++) {
        int n = trials[k / 18];
        double change = changes[k % 6], p = change * (1 - losing[k / 6 % 3]) / n,
               q = change / n - p, held = 0;
        for (int gained = 0; gained <= n; gained++)
            for (int lost = 0; lost <= (q > 0 ? n - gained : 0); lost++) {
                struct interval found =
                    interval_paired((uint64_t)gained, (uint64_t)lost, (uint64_t)n);
                if (found.low <= p - q && p - q <= found.high)
                    held += multinomial(gained, lost, n, p, q);
            }
        least = held < least ? held : least;
    }
    cr_expect(least >= 0.93 && least < 0.96, "%g", least);
}

/* Counted by hand. */
Test(pairing, counts)
{
    static const unsigned char first[] = { 0, 0, 1, 2, 2, 0 }, second[] = { 0, 1, 0, 0, 2, 0 };
    struct pairing pairing = { 0 }, both = { 0 };
    struct scenario scenario = { .run = { .design = { &design_mc.about, NULL } } };
    cr_expect(isnan(pairing_difference(&pairing, 0)));
    pairing_add(&pairing, &scenario, 30, first, second, 6);
    cr_expect(pairing_gained(&pairing, 0) == 2 && pairing_lost(&pairing, 0) == 1);
    cr_expect(pairing_changed(&pairing) == 3 && pairing_trials(&pairing) == 6);
    cr_expect(pairing_flips(&pairing, 0, 1) == 1 && pairing_flips(&pairing, 0, 0) == 2);
    cr_expect(pairing.flip[14][0][0] == 1 && pairing.flip[1][2][0] == 1, "trials 30 and 33");
    cr_expect(near(pairing_difference(&pairing, 0), 1.0 / 6, 1e-15));
    pairing_merge(&both, &pairing);
    pairing_merge(&both, &pairing);
    cr_expect(pairing_gained(&both, 0) == 4 && both.flip[14][0][0] == 2);
    struct interval interval = pairing_interval(&both, 0, &design_mc),
                    tango = interval_paired(4, 2, 12);
    cr_expect(near(interval.low, tango.low, 0) && near(interval.high, tango.high, 0));
}

/* Newcombe 1998 (Statistics in Medicine 17:873), table II, method 10: four digits. */
Test(interval, independent)
{
    static const struct {
        uint64_t hits, trials, other_hits, other_trials;
        double low, high;
    } cases[] = {
        { 56, 70, 48, 80, 0.0524, 0.3339 }, { 9, 10, 3, 10, 0.1705, 0.8090 },
        { 6, 7, 2, 7, 0.0582, 0.8062 },     { 5, 56, 0, 29, -0.0381, 0.1926 },
        { 0, 10, 0, 20, -0.1611, 0.2775 },  { 0, 10, 0, 10, -0.2775, 0.2775 },
        { 10, 10, 0, 20, 0.6791, 1.0000 },  { 10, 10, 0, 10, 0.6075, 1.0000 },
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        double share = (double)cases[k].hits / (double)cases[k].trials;
        double other = (double)cases[k].other_hits / (double)cases[k].other_trials;
        struct interval interval =
            interval_independent(share, interval_wilson(cases[k].hits, cases[k].trials), other,
                                 interval_wilson(cases[k].other_hits, cases[k].other_trials));
        cr_expect(near(interval.low, cases[k].low, 5e-5), "%zu: low %.6g", k, interval.low);
        cr_expect(near(interval.high, cases[k].high, 5e-5), "%zu: high %.6g", k, interval.high);
    }
    const struct interval none = { NAN, NAN };
    cr_expect(isnan(interval_independent(0.5, none, 0.5, interval_wilson(1, 2)).low));
}
