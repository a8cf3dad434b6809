#include "engine/batch_means.h"

#include <assert.h>
#include <math.h>

struct batch_means batch_means_of(const double *total, const double *count, int batches)
{
    struct batch_means means = { .mean = NAN, .error = NAN, .freedom = -1 };
    double all = 0, sum = 0, square = 0;
    for (int k = 0; k < batches; k++) {
        all += count[k];
        sum += total[k];
        means.freedom += count[k] > 0;
    }
    if (means.freedom < 0)
        return means;
    means.mean = sum / all;
    for (int k = 0; k < batches; k++) {
        double off = total[k] - means.mean * count[k];
        square += off * off;
    }
    if (means.freedom >= 1)
        means.error = sqrt(square * (means.freedom + 1) / means.freedom) / all;
    return means;
}

struct interval batch_means_interval(const struct batch_means *means)
{
    if (means->freedom < 1)
        return (struct interval){ NAN, NAN };
    double half = batch_means_quantile(means->freedom) * means->error;
    return (struct interval){ means->mean - half, means->mean + half };
}

double batch_means_quantile(int freedom)
{
    static const double first[] = { 12.7062047362, 4.3026527297, 3.1824463053,
                                    2.7764451052,  2.5705818356, 2.4469118511,
                                    2.3646242516,  2.3060041352, 2.2621571628 };
    const double z = INTERVAL_Z, z2 = z * z, v = freedom;
    assert(freedom >= 1);
    if (freedom <= (int)(sizeof first / sizeof *first))
        return first[freedom - 1];
    double g1 = z * (z2 + 1) / 4, g2 = z * ((5 * z2 + 16) * z2 + 3) / 96;
    double g3 = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
    double g4 = z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160;
    return z + (g1 + (g2 + (g3 + g4 / v) / v) / v) / v;
}
