/* Elementary and normal-distribution functions made of + - * / and sqrt only.
 *
 * Their last bits do not depend on the CPU, the C library or the compiler, as libm's do; whatever
 * reaches a draw or a decision uses these. The one-lane forms are static inline, free of branches
 * where that costs no accuracy, so that loops over lanes vectorise. Accuracy is stated per function
 * and tested against GSL and libm: "e" is a relative error of 2^-52. Arguments are numbers (no NaN)
 * inside the stated range; no result is ever denormal, infinite or NaN unless it says so.
 *
 * Polynomials without a citation are Chebyshev interpolations computed with 60 digits. */
#ifndef MODELS_SPECIAL_H
#define MODELS_SPECIAL_H

#include <math.h>
#include <stdint.h>
#include <string.h>

/* Inlined whatever its size: a call that is left over keeps a loop over lanes from vectorising. */
#define ONE_LANE static inline __attribute__((always_inline))

/* Half the logarithm of 2 pi. */
#define SPECIAL_LOG_ROOT_TWO_PI 0.91893853320467274178

ONE_LANE uint64_t special_bits(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

ONE_LANE double special_from_bits(uint64_t bits)
{
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/* c0 + c1 x + ... + c7 x^7, in Estrin's order: short chains keep vector units busy. */
ONE_LANE double special_polynomial(double x, double c0, double c1, double c2, double c3, double c4,
                                   double c5, double c6, double c7)
{
    double x2 = x * x, x4 = x2 * x2;
    double low = (c0 + c1 * x) + (c2 + c3 * x) * x2;
    double high = (c4 + c5 * x) + (c6 + c7 * x) * x2;
    return low + high * x4;
}

/* The largest whole number not above x. Exact for every finite x. */
ONE_LANE double special_floor(double x)
{
    double size = fabs(x), rounded = (size + 0x1p52) - 0x1p52;
    double nearest = x < 0.0 ? -rounded : rounded;
    double below = nearest > x ? nearest - 1.0 : nearest;
    return size < 0x1p52 ? below : x; /* whole already */
}

/* Natural logarithm, x >= 0 and finite. Error below 1 e. Below the smallest normal number (2^-1022)
 * it only stays monotone: it goes down to special_log(0) = -1023 log 2 = -709.09. */
ONE_LANE double special_log(double x)
{
    /* x = 2^k m with sqrt(1/2) <= m < sqrt(2); 2048 keeps the shifted exponent positive. */
    uint64_t bits = special_bits(x);
    uint64_t shifted = bits - 0x3fe6a09e667f3bcdu + ((uint64_t)2048 << 52);
    double k = special_from_bits(shifted >> 52 | 0x4330000000000000u) - (0x1p52 + 2048.0);
    uint64_t mantissa = bits - (shifted & 0xfff0000000000000u) + ((uint64_t)2048 << 52);
    double f = special_from_bits(mantissa) - 1.0;

    /* log(1 + f) = f - f^2/2 + s (f^2/2 + R(s^2)), s = f / (2 + f) (Tang 1990; fdlibm). */
    double s = f / (2.0 + f), z = s * s, half = 0.5 * f * f;
    double rest = z * special_polynomial(z, 0.66666666666666666465, 0.40000000000000877606,
                                         0.28571428570803230015, 0.22222222391800469329,
                                         0.181817956308847532, 0.15386240205813477879,
                                         0.13268759668560612686, 0.13086767009948173713);
    double low = k * 0x1.a39ef35793c76p-33; /* with the next constant: log 2 */
    return k * 0x1.62e42fee00000p-1 - ((half - (s * (half + rest) + low)) - f);
}

/* log(1 + x), x > -1 and finite. Error below 2 e, also for tiny x. */
ONE_LANE double special_log_one_plus(double x)
{
    double sum = 1.0 + x;
    return special_log(sum) + (x - (sum - 1.0)) / sum;
}

/* x = k log 2 + r with |r| <= log(2) / 2, -708 <= x <= 709: writes 2^k, returns e^r - 1. */
ONE_LANE double special_exp_reduce(double x, double *power)
{
    double low = x < -708.0 ? -708.0 : x;
    double clamped = low > 709.0 ? 709.0 : low;
    double shifted = clamped * 0x1.71547652b82fep0 + 0x1.8p52;
    double k = shifted - 0x1.8p52;
    double r = (clamped - k * 0x1.62e42fee00000p-1) - k * 0x1.a39ef35793c76p-33;
    double r2 = r * r, r4 = r2 * r2;
    double q = special_polynomial(r, 0.50000000000000010221, 0.16666666666666667453,
                                  0.041666666666624127873, 0.0083333333333300618325,
                                  0.0013888888917213716901, 0.00019841269863053616878,
                                  0.000024801521295954375131, 2.7557268459997064772e-6) +
               r4 * r4 * (2.7620088445409748161e-7 + 2.5100385495510319078e-8 * r);
    *power = special_from_bits((special_bits(shifted) << 52) + 0x3ff0000000000000u);
    return r + r2 * q;
}

/* e^x. Error below 1 e. Outside [-708, 709] that of the nearer end: never 0, never infinite. */
ONE_LANE double special_exp(double x)
{
    double power, part = special_exp_reduce(x, &power);
    return power * (1.0 + part);
}

/* e^x - 1. Error below 2 e, also for tiny x. Outside [-708, 709] that of the nearer end. */
ONE_LANE double special_exp_minus_one(double x)
{
    double power, part = special_exp_reduce(x, &power);
    return power * part + (power - 1.0);
}

/* x^y, x >= 0 and finite. Error below (2 + |y log x|) e; 0^0 = 1, 0^y = 0 for y > 0; results stay
 * inside [e^-708, e^709] otherwise. */
ONE_LANE double special_power(double x, double y)
{
    double value = special_exp(y * special_log(x));
    double nought = y == 0.0 ? 1.0 : 0.0;
    return x > 0.0 ? value : nought;
}

/* 1 / (1 + e^-x). Error below 2 e, in both tails; 1 - logistic(x) is logistic(-x). */
ONE_LANE double special_logistic(double x)
{
    return 1.0 / (1.0 + special_exp(-x));
}

/* phi(z), the standard normal density. Error below 3 e. |z| counts as 37.5 at most. */
ONE_LANE double special_normal_density(double z)
{
    double size = fabs(z), a = size > 37.5 ? 37.5 : size;
    /* a^2 in two parts (Dekker 1971): else its rounding would cost 700 e in the tail. */
    double high = special_from_bits(special_bits(a) & 0xfffffffff8000000u), low = a - high;
    double square = a * a, error = ((high * high - square) + 2.0 * high * low) + low * low;
    return 0.39894228040143267794 * special_exp(-0.5 * square) * (1.0 - 0.5 * error);
}

/* The Mills ratio Phi(-z) / phi(z), z >= 0. Error below 3 e, however large z is. */
ONE_LANE double special_normal_mills(double z)
{
    /* (1 + z) times it is smooth in t over all z (after Shepherd and Laframboise 1981). */
    double t = 1.0 - 10.0 / (z + 5.0), t2 = t * t, t4 = t2 * t2, t8 = t4 * t4;
    double low = special_polynomial(t, 1.1568486282918945821, -0.22948753825211291166,
                                    0.077781598868737643629, 0.025072179301617152422,
                                    -0.066177600779094605231, 0.061505045840745968109,
                                    -0.038026592185867161477, 0.016348231274349995154);
    double middle = special_polynomial(t, -0.0042012903289861389285, 0.000019530682704042312101,
                                       0.00045704392266071996856, -0.00013437445842160463187,
                                       -0.000024805835828998952566, 0.000022710081536644495101,
                                       -1.7633721137504215681e-7, -3.2780889332747657884e-6);
    double high = special_polynomial(t, 3.2054886338682207158e-7, 4.9288941276362904216e-7,
                                     -6.5893933183334210569e-8, -7.8210492204738042798e-8,
                                     9.0942184324729132047e-9, 1.128164552513973341e-8,
                                     -7.0770318419826763793e-10, -9.9980224082934287303e-10);
    return (low + t8 * (middle + t8 * high)) / (1.0 + z);
}

/* Phi(z). Error below 4 e, also deep in the lower tail; z below -37.5 counts as -37.5. */
ONE_LANE double special_normal_cdf(double z)
{
    double size = fabs(z), a = size > 37.5 ? 37.5 : size;
    double tail = special_normal_density(a) * special_normal_mills(a);
    return z < 0.0 ? tail : 1.0 - tail;
}

/* log Phi(z), |z| < 1e150. Error below 5 e; it does not underflow. */
ONE_LANE double special_normal_log_cdf(double z)
{
    double size = fabs(z), mills = special_normal_mills(size);
    double tail = special_normal_density(size) * mills, body = 1.0 - tail;
    double logarithm = special_log(z < 0.0 ? mills : body);
    double below = logarithm - (0.5 * size * size + SPECIAL_LOG_ROOT_TWO_PI);
    double above = logarithm - (tail + (body - 1.0)) / body; /* as in special_log_one_plus */
    return z < 0.0 ? below : above;
}

/* phi(z) / Phi(z), the slope of log Phi. Error below 5 e; close to -z for very negative z. */
ONE_LANE double special_normal_ratio(double z)
{
    double mills = special_normal_mills(fabs(z)), density = special_normal_density(z);
    double numerator = z < 0.0 ? 1.0 : density;
    return numerator / (z < 0.0 ? mills : 1.0 - density * mills);
}

/* The u-quantile of the standard normal, 1e-300 <= u < 1. Error below 5 e (near the median: of u -
 * 1/2). Source: Wichura 1988, algorithm AS 241, PPND16. */
ONE_LANE double special_normal_quantile(double u)
{
    double q = u - 0.5, v = 0.180625 - q * q;
    double top =
        q * special_polynomial(v, 3.3871328727963666080, 133.14166789178437745,
                               1971.5909503065514427, 13731.693765509461125, 45921.953931549871457,
                               67265.770927008700853, 33430.575583588128105, 2509.0809287301226727);
    double bottom = special_polynomial(
        v, 1.0, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077,
        21213.794301586595867, 39307.895800092710610, 28729.085735721942674, 5226.4952788528545610);

    double r = sqrt(-special_log(q < 0.0 ? u : 1.0 - u)), s = r - 1.6;
    double tail = special_polynomial(s, 1.42343711074968357734, 4.63033784615654529590,
                                     5.76949722146069140550, 3.64784832476320460504,
                                     1.27045825245236838258, 0.241780725177450611770,
                                     0.0227238449892691845833, 7.74545014278341407640e-4);
    double tail_bottom = special_polynomial(s, 1.0, 2.05319162663775882187, 1.67638483018380384940,
                                            0.689767334985100004550, 0.148103976427480074590,
                                            0.0151986665636164571966, 5.47593808499534494600e-4,
                                            1.05075007164441684324e-9);

    double w = r - 5.0;
    double far = special_polynomial(w, 6.65790464350110377720, 5.46378491116411436990,
                                    1.78482653991729133580, 0.296560571828504891230,
                                    0.0265321895265761230930, 0.00124266094738807843860,
                                    2.71155556874348757815e-5, 2.01033439929228813265e-7);
    double far_bottom = special_polynomial(w, 1.0, 0.599832206555887937690, 0.136929880922735805310,
                                           0.0148753612908506148525, 7.86869131145613259100e-4,
                                           1.84631831751005468180e-5, 1.42151175831644588870e-7,
                                           2.04426310338993978564e-15);

    double outer = r > 5.0 ? far : tail, outer_bottom = r > 5.0 ? far_bottom : tail_bottom;
    double signed_outer = q < 0.0 ? -outer : outer;
    return (v >= 0.0 ? top : signed_outer) / (v >= 0.0 ? bottom : outer_bottom);
}

#endif
