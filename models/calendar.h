/* The calendar of a run: which days a round covers, and how much of it falls into winter.
 *
 * Days are counted from 1 January 1970 in the Gregorian calendar (Hinnant, chrono-compatible
 * low-level date algorithms, 2013). Rounds of a month, a quarter or a year go by the calendar's
 * months; others by their length in days. */
#ifndef MODELS_CALENDAR_H
#define MODELS_CALENDAR_H

#include <stdbool.h>

#include "models/parameter.h"

struct date {
    int year, month, day; /* month, day from 1 */
};

struct calendar {
    bool known;  /* the run says when it starts */
    long start;  /* the day on which round 0 begins */
    int months;  /* of a round; 0: `days` counts */
    double days; /* of a round, where it is no whole number of months */
};

/* The months that count as winter, and what winter does to the front. */
struct winter {
    struct quantity drift; /* share of the front's mean move that it takes away */
    long from, until;      /* months, both included, over the turn of the year where from > until */
};

extern const struct parameter winter_parameters[];

/* Reads "2025-12-11"; false where it is no day of the years 1 to 9999. */
bool calendar_read(const char *text, long *day);
struct date calendar_date(long day);

/* How many rounds a year has: `given` where above 0, else by what a round is called: month, week,
 * fortnight, day, quarter, year; 12 of any other name. */
double calendar_rounds_a_year(const char *round, double given);

/* The calendar of a run; `start` NULL or no date: it is not known. */
struct calendar calendar_of(const char *start, const char *round, double rounds_a_year);

/* The day on which a round begins. */
long calendar_day(const struct calendar *calendar, int round);

/* The share of a round's days that lie in winter, of a round of more than a year as of an average
 * year; 0 where the calendar is not known. And that of an average year. */
double calendar_winter(const struct calendar *calendar, const struct winter *winter, int round);
double calendar_winter_mean(const struct winter *winter);

#endif
