#include "models/inversion.h"

#include <assert.h>
#include <stdbool.h>

/* A law of y whose density is e^(front(y)); total: the logarithm of its normalising constant. */
struct law {
    double a, b, total;
    /* At y: the front, and one tail's probability over e^front; `upper`: which tail that is. */
    double (*tail)(const struct law *law, double y, double *front, bool *upper);
};

/* log Gamma(x), x > 0: Stirling's series from 10 on (DLMF 5.11.1). */
static double inversion_log_gamma(double x)
{
    double product = 1.0;
    for (; x < 10.0; x += 1.0)
        product *= x;
    double r = 1.0 / x;
    double series = special_polynomial(r * r, 1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680,
                                       1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400);
    return (x - 0.5) * special_log(x) - x + SPECIAL_LOG_ROOT_TWO_PI + r * series -
           special_log(product);
}

/* A continued fraction's next convergent over the last one (modified Lentz; Thompson, Barnett
 * 1986). */
struct fraction {
    double value, c, d;
};

static double fraction_advance(struct fraction *fraction, double numerator, double denominator)
{
    double d = denominator + numerator * fraction->d, c = denominator + numerator / fraction->c;
    fraction->d = 1.0 / (fabs(d) < 1e-300 ? 1e-300 : d);
    fraction->c = fabs(c) < 1e-300 ? 1e-300 : c;
    fraction->value *= fraction->c * fraction->d;
    return fabs(fraction->c * fraction->d - 1.0);
}

enum { TERMS = 1000000 }; /* far more than any shape in range takes: about 10 sqrt(shape) */

static double gamma_lower(double a, double x)
{
    double term = 1.0 / a, sum = term;
    for (int n = 1; n < TERMS && term > 0x1p-54 * sum; n++) {
        term *= x / (a + n);
        sum += term;
    }
    return sum;
}

static double gamma_upper(double a, double x)
{
    double first = x + 1.0 - a, change = 1.0;
    struct fraction fraction = { 1.0 / first, 1e300, 1.0 / first };
    for (int n = 1; n < TERMS && change > 0x1p-51; n++)
        change = fraction_advance(&fraction, -n * (n - a), first + 2.0 * n);
    return fraction.value;
}

static double gamma_tail(const struct law *law, double y, double *front, bool *upper)
{
    double x = special_exp(y);
    *front = law->a * y - x - law->total;
    *upper = x >= law->a + 1.0;
    return *upper ? gamma_upper(law->a, x) : gamma_lower(law->a, x);
}

static double beta_lower(double a, double b, double x)
{
    double sum = a + b, change = 1.0, d = 1.0 / (1.0 - sum * x / (a + 1.0));
    struct fraction fraction = { d, 1.0, d };
    for (int n = 1; n < TERMS && change > 0x1p-51; n++) {
        double at = a + 2.0 * n;
        fraction_advance(&fraction, n * (b - n) * x / ((at - 1.0) * at), 1.0);
        change = fraction_advance(&fraction, -(a + n) * (sum + n) * x / (at * (at + 1.0)), 1.0);
    }
    return fraction.value / a;
}

static double beta_tail(const struct law *law, double y, double *front, bool *upper)
{
    double x = special_logistic(y), rest = special_logistic(-y);
    double log_larger = -special_log_one_plus(special_exp(-fabs(y))),
           log_smaller = log_larger - fabs(y);
    *front = law->a * (y < 0.0 ? log_smaller : log_larger) +
             law->b * (y < 0.0 ? log_larger : log_smaller) - law->total;
    *upper = x >= (law->a + 1.0) / (law->a + law->b + 2.0);
    return *upper ? beta_lower(law->b, law->a, rest) : beta_lower(law->a, law->b, x);
}

/* One Newton step for log P(y) = log Phi(z), on the tail where z lies; *slope: dy/dz at y. */
static double inversion_step(const struct law *law, double y, double z, double *slope)
{
    bool upper;
    double front, ratio = law->tail(law, y, &front, &upper), logarithm = front + special_log(ratio);
    if (upper != (z > 0.0)) {
        double other = special_exp(logarithm);
        ratio = (1.0 - other) / special_exp(front);
        logarithm = special_log_one_plus(-other);
    }
    double steepness = special_normal_ratio(-fabs(z));
    double error = (special_normal_log_cdf(-fabs(z)) - logarithm) * ratio;
    *slope = steepness * ratio;
    return z > 0.0 ? -error : error;
}

/* The median, from its left: there e^(a y) / (a e^total) bounds P from above. */
static double inversion_median(const struct law *law)
{
    double y = (special_log(0.5 * law->a) + law->total) / law->a, step = 1.0, slope;
    for (int n = 0; n < 1000 && fabs(step) > 1e-9 * (1.0 + fabs(y)); n++) {
        step = inversion_step(law, y, 0.0, &slope);
        y += step;
    }
    return y;
}

/* Fills the nodes from the middle outwards; each starts the next. */
static void inversion_fill(const struct law *law, int direction, double *table)
{
    double y = inversion_median(law), slope = 0.0;
    for (int n = 0; n <= INVERSION_CELLS / 2; n++) {
        double z = (double)(direction * n) / INVERSION_PER_UNIT;
        double *node = table + (INVERSION_CELLS + 2 * direction * n);
        y += direction * slope / INVERSION_PER_UNIT;
        for (int step = 0; step < 3; step++)
            y += inversion_step(law, y, z, &slope);
        inversion_step(law, y, z, &slope);
        node[0] = y;
        node[1] = slope / INVERSION_PER_UNIT;
    }
}

void inversion_gamma(double shape, double *table)
{
    assert(shape > 0.0);
    const struct law law = { shape, 0.0, inversion_log_gamma(shape), gamma_tail };
    inversion_fill(&law, -1, table);
    inversion_fill(&law, 1, table);
}

void inversion_beta(double a, double b, double *table)
{
    assert(a > 0.0 && b > 0.0);
    double total = inversion_log_gamma(a) + inversion_log_gamma(b) - inversion_log_gamma(a + b);
    const struct law law = { a, b, total, beta_tail };
    inversion_fill(&law, -1, table);
    inversion_fill(&law, 1, table);
}

void inversion_beta_quantile(const double *table, double low, double high, const double *u,
                             double *out, int lanes)
{
#pragma omp simd
    for (int lane = 0; lane < lanes; lane++) {
        double y = inversion_read(table, special_normal_quantile(u[lane]));
        double x = low + (high - low) * special_logistic(y);
        out[lane] = x < high ? x : high;
    }
}
