#include "models/mixture.h"

#include <math.h>
#include <string.h>

int mixture_add(struct mixture *mixture, const struct region *region, const double *package,
                const double *raw)
{
    int place = mixture->count;
    if (place < MIXTURE_PACKAGES) {
        mixture->count++;
    } else {
        place = mixture->next;
        for (int turn = 0; turn < MIXTURE_PACKAGES && mixture->share[place] > 0; turn++)
            place = (place + 1) % MIXTURE_PACKAGES;
        mixture->next = (place + 1) % MIXTURE_PACKAGES;
    }
    mixture->share[place] = 0;
    memcpy(mixture->package[place], package,
           (size_t)region->frontier->issues * sizeof *mixture->package[place]);
    memcpy(mixture->raw[place], raw,
           (size_t)region->frontier->parties * sizeof *mixture->raw[place]);
    return place;
}

static bool mixture_inside(const struct region *region, const double *package)
{
    for (int k = 0; k < region->frontier->issues; k++)
        if (package[k] < region->low[k] || package[k] > region->high[k])
            return false;
    return true;
}

void mixture_confine(struct mixture *mixture, const struct region *region)
{
    int count = 0;
    for (int j = 0; j < mixture->count; j++) {
        if (!mixture_inside(region, mixture->package[j]))
            continue;
        memmove(mixture->package[count], mixture->package[j], sizeof mixture->package[j]);
        mixture->share[count] = mixture->share[j];
        region_raw(region, mixture->package[count], mixture->raw[count]);
        count++;
    }
    mixture->count = count;
    mixture->next = 0;
}

static int mixture_heaviest(const struct mixture *mixture)
{
    int heaviest = 0;
    for (int j = 1; j < mixture->count; j++)
        if (mixture->share[j] > mixture->share[heaviest])
            heaviest = j;
    return heaviest;
}

bool mixture_average(const struct mixture *mixture, const struct region *region, double *package)
{
    int main = mixture_heaviest(mixture);
    bool same = true;
    for (int k = 0; k < region->frontier->issues; k++) {
        double at = mixture->package[main][k], shift = 0;
        bool differs = false;
        for (int j = 0; j < mixture->count; j++) {
            double away = mixture->share[j] > 0 ? mixture->package[j][k] - at : 0;
            shift += mixture->share[j] * away;
            differs = differs || away != 0;
        }
        package[k] =
            fmin(fmax(at + (region->mixes[k] ? shift : 0), region->low[k]), region->high[k]);
        same = same && (region->mixes[k] || !differs);
    }
    return same;
}

double mixture_spread(const struct mixture *mixture, int issue)
{
    double mean = 0, spread = 0;
    for (int j = 0; j < mixture->count; j++)
        mean += mixture->share[j] * mixture->package[j][issue];
    for (int j = 0; j < mixture->count; j++)
        spread += mixture->share[j] * fabs(mixture->package[j][issue] - mean);
    return spread;
}
