#include "models/learning.h"

#include <math.h>

#include "models/special.h"

/* An acceptance says that y - e lies below S, a refusal that it lies above; the two are mirror
 * images. */
static void learning_answer(double *mean, double *variance, double surplus, double noise,
                            bool accepted)
{
    double spread = sqrt(*variance + noise);
    double sign = accepted ? 1 : -1;
    double z = sign * (surplus - *mean) / spread;
    double ratio = special_normal_ratio(z);
    double gain = *variance / spread;
    *mean -= sign * ratio * gain;
    double left = *variance - gain * gain * ratio * (ratio + z);
    *variance = left > 0 ? left : 0;
}

void learning_update(double *mean, double *variance, const double *surplus, const double *noise,
                     const double *drift, const bool *asked, const bool *accepted, int lanes)
{
    for (int lane = 0; lane < lanes; lane++) {
        if (!asked[lane])
            continue;
        if (variance[lane] + noise[lane] > 0)
            learning_answer(&mean[lane], &variance[lane], surplus[lane], noise[lane],
                            accepted[lane]);
        variance[lane] += drift[lane];
    }
}
