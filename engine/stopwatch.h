/* The time, for progress and for the `wall` figures; for the records of what was run
 * when; nothing else depends on it. */
#ifndef ENGINE_STOPWATCH_H
#define ENGINE_STOPWATCH_H

enum { STOPWATCH_DATE = 24 };

/* The date and time of day, "2026-01-31T23:59:59Z", written into out, which is returned. */
char *stopwatch_date(char out[STOPWATCH_DATE]);

/* Seconds on a clock that only goes forward. */
double stopwatch_now(void);

#endif
