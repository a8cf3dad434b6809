/* The time, for progress and for the `wall` figures; nothing else depends on it. */
#ifndef ENGINE_STOPWATCH_H
#define ENGINE_STOPWATCH_H

/* Seconds on a clock that only goes forward. */
double stopwatch_now(void);

#endif
