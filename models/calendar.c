#include "models/calendar.h"

#include <stdio.h>
#include <string.h>

static const double year_days = 365.2425;

const struct parameter winter_parameters[] = {
    QUANTITY(struct winter, drift, 0, 0, 1, "share",
             "share of the front's mean move that winter takes away; needs run.start"),
    COUNT(struct winter, from, 11, 1, 12, "month", "the first month of winter"),
    COUNT(struct winter, until, 3, 1, 12, "month", "the last month of winter"),
    PARAMETER_END,
};

/* Years begin in March, so that the odd day is their last. */
static long calendar_number(struct date date)
{
    long year = date.month <= 2 ? date.year - 1 : date.year, era = year / 400;
    long of_era = year - era * 400;
    long of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct date calendar_date(long day)
{
    long shifted = day + 719468, era = shifted / 146097, of_era = shifted - era * 146097;
    long year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    long of_year = of_era - (365 * year + year / 4 - year / 100), month = (5 * of_year + 2) / 153;
    struct date date = { (int)(year + era * 400), (int)(month < 10 ? month + 3 : month - 9),
                         (int)(of_year - (153 * month + 2) / 5 + 1) };
    date.year += date.month <= 2;
    return date;
}

/* The first day of the month `ahead` months behind that of a date. */
static long calendar_month(struct date date, int ahead)
{
    int months = date.year * 12 + date.month - 1 + ahead;
    return calendar_number((struct date){ months / 12, months % 12 + 1, 1 });
}

bool calendar_read(const char *text, long *day)
{
    struct date date;
    int length = 0;
    if (strspn(text, "0123456789-") != 10 ||
        sscanf(text, "%4d-%2d-%2d%n", &date.year, &date.month, &date.day, &length) != 3 ||
        length != 10 || text[10] != '\0' || date.year < 1 || date.month < 1 || date.month > 12)
        return false;
    *day = calendar_number(date);
    struct date back = calendar_date(*day);
    return back.year == date.year && back.month == date.month && back.day == date.day;
}

double calendar_rounds_a_year(const char *round, double given)
{
    static const struct {
        const char *round;
        double a_year;
    } known[] = { { "week", 365.2425 / 7 },
                  { "fortnight", 365.2425 / 14 },
                  { "day", 365.2425 },
                  { "quarter", 4 },
                  { "year", 1 } };
    for (size_t k = 0; k < sizeof known / sizeof *known && given <= 0; k++)
        if (strcmp(known[k].round, round) == 0)
            return known[k].a_year;
    return given > 0 ? given : 12;
}

struct calendar calendar_of(const char *start, const char *round, double rounds_a_year)
{
    struct calendar calendar = { .known = false };
    double a_year = calendar_rounds_a_year(round, rounds_a_year);
    for (int months = 1; months <= 12; months++)
        if (a_year * months == 12)
            calendar.months = months;
    calendar.days = year_days / a_year;
    calendar.known = start != NULL && calendar_read(start, &calendar.start);
    return calendar;
}

/* Where months go by the calendar, a day that a month lacks is its last. */
long calendar_day(const struct calendar *calendar, int round)
{
    if (calendar->months == 0)
        return calendar->start + (long)(calendar->days * round + 0.5);
    struct date date = calendar_date(calendar->start);
    long first = calendar_month(date, calendar->months * round);
    long last = calendar_month(date, calendar->months * round + 1) - 1;
    return first + date.day - 1 < last ? first + date.day - 1 : last;
}

static bool winter_has(const struct winter *winter, int month)
{
    bool over = winter->from > winter->until;
    bool begun = month >= winter->from, on = month <= winter->until;
    return over ? begun || on : begun && on;
}

double calendar_winter(const struct calendar *calendar, const struct winter *winter, int round)
{
    if (!calendar->known)
        return 0;
    long begin = calendar_day(calendar, round), end = calendar_day(calendar, round + 1), days = 0;
    struct date date = calendar_date(begin);
    if (end - begin > 366)
        return calendar_winter_mean(winter);
    if (end <= begin)
        return winter_has(winter, date.month) ? 1 : 0;
    for (int month = 0; calendar_month(date, month) < end; month++) {
        long from = calendar_month(date, month), to = calendar_month(date, month + 1);
        if (winter_has(winter, (date.month - 1 + month) % 12 + 1))
            days += (to < end ? to : end) - (from > begin ? from : begin);
    }
    return (double)days / (double)(end - begin);
}

double calendar_winter_mean(const struct winter *winter)
{
    static const double days[] = { 31, 28.2425, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    double sum = 0;
    for (int month = 1; month <= 12; month++)
        sum += winter_has(winter, month) ? days[month - 1] : 0;
    return sum / year_days;
}
