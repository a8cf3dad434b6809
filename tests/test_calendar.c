#include "models/calendar.h"

#include <criterion/criterion.h>

#include <math.h>
#include <stdio.h>
#include <time.h>

static const struct winter winter = { .from = 11, .until = 3 };

/* Against the C library's calendar, day by day over 1895 to 2169, and each date read back. */
Test(calendar, dates_are_those_of_the_c_library)
{
    for (long day = -27394; day < 73000; day++) {
        time_t seconds = (time_t)day * 86400;
        struct tm known;
        cr_assert_not_null(gmtime_r(&seconds, &known));
        struct date date = calendar_date(day);
        cr_assert(date.year == known.tm_year + 1900 && date.month == known.tm_mon + 1 &&
                      date.day == known.tm_mday,
                  "day %ld", day);
        char text[40];
        long back;
        snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
        cr_assert(calendar_read(text, &back) && back == day, "%s", text);
    }
}

Test(calendar, what_is_no_day_is_not_read)
{
    const char *const texts[] = { "",           "2025",        "2025-13-01", "2025-02-29",
                                  "2025-00-10", "2025-12-11 ", "11-12-2025", "2025-12-32",
                                  "2025/12/11", "0000-01-01",  "-025-12-11", "today" };
    long day;
    for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
        cr_expect(!calendar_read(texts[k], &day), "%s", texts[k]);
}

static void begins(const struct calendar *calendar, int round, int year, int month, int day)
{
    struct date date = calendar_date(calendar_day(calendar, round));
    cr_expect(date.year == year && date.month == month && date.day == day,
              "round %d: %d-%d-%d instead of %d-%d-%d", round, date.year, date.month, date.day,
              year, month, day);
}

Test(calendar, rounds_go_by_months_or_days)
{
    struct calendar month = calendar_of("2024-01-31", "month", 0);
    begins(&month, 1, 2024, 2, 29);
    begins(&month, 2, 2024, 3, 31);
    begins(&month, 13, 2025, 2, 28);
    struct calendar week = calendar_of("2025-12-11", "week", 0);
    begins(&week, 1, 2025, 12, 18);
    begins(&week, 52, 2026, 12, 10);
    struct calendar given = calendar_of("2025-12-11", "turn", 4);
    begins(&given, 1, 2026, 3, 11);
    cr_expect_float_eq(calendar_rounds_a_year("fortnight", 0), 26.0887, 1e-4);
    cr_expect_eq(calendar_rounds_a_year("turn", 0), 12);
    cr_expect_not(calendar_of(NULL, "month", 0).known);
}

/* November to March, from 11 December: 21 of March's 31 days are left in round 3, and 10 of the
 * days from 11 October to 10 November are November's. */
Test(calendar, winter_is_the_share_of_its_days)
{
    struct calendar month = calendar_of("2025-12-11", "month", 0);
    const double share[] = { 1, 1, 1, 21.0 / 31, 0, 0, 0, 0, 0, 0, 10.0 / 31, 1, 1 };
    for (int round = 0; round < 13; round++)
        cr_expect_float_eq(calendar_winter(&month, &winter, round), share[round], 1e-12, "round %d",
                           round);
    struct winter south = { .from = 6, .until = 8 };
    struct calendar quarter = calendar_of("2026-05-01", "quarter", 0);
    cr_expect_float_eq(calendar_winter(&quarter, &south, 0), 61.0 / 92, 1e-12);
    cr_expect_float_eq(calendar_winter_mean(&winter), 151.2425 / 365.2425, 1e-12);
}

/* Over 400 years, in which the calendar repeats itself, shares average to the mean. */
Test(calendar, shares_average_to_the_mean)
{
    struct calendar day = calendar_of("2001-01-01", "day", 0);
    double sum = 0;
    for (int round = 0; round < 146097; round++)
        sum += calendar_winter(&day, &winter, round);
    cr_expect_float_eq(sum / 146097, calendar_winter_mean(&winter), 1e-12);
}
