/* Roots of functions of one number. */
#ifndef MODELS_ROOT_H
#define MODELS_ROOT_H

/* Where a function that is negative at `low` and positive at `high` crosses 0, to the last digits:
 * by inverse quadratic interpolation where that can be trusted, else bisection (Chandrupatla 1997).
 * An end where the sign is already the other one's, or 0, is returned at once. */
double root_find(double (*function)(const void *about, double at), const void *about, double low,
                 double high);

#endif
