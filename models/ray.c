#include "models/ray.h"

#include <math.h>
#include <string.h>

#include "models/root.h"

enum { RAY_STEPS = 80 };

/* A floor is kept up to rounding. */
static const double RAY_SLACK = 1e-12;

/* What new weights must show, as a share of what the packages are apart in, to go on. */
static const double RAY_GAIN = 1e-15;

/* The weight of the other party where one comes first: it decides between what is equal to that. */
static const double RAY_TRIFLE = 1e-12;

struct ray_end {
    double package[FRONTIER_ISSUES], raw[FRONTIER_PARTIES];
};

struct ray {
    const struct branch *branch;
    const struct objective *objective;
    struct ray_end low, high; /* on the first's side of the ray, and on the second's */
    double weight[2];         /* of raw worth */
};

static double ray_spare(const struct ray *ray, int party, const double *raw)
{
    return reward_of(&ray->branch->reward[party], raw[party]) - ray->objective->floor[party];
}

/* Above 0: more for the second than the ray says. */
static double ray_side(const struct ray *ray, const double *raw)
{
    const double *share = ray->objective->share;
    return share[0] * ray_spare(ray, 1, raw) - share[1] * ray_spare(ray, 0, raw);
}

static void ray_support(const struct ray *ray, const double *weight, struct ray_end *end)
{
    frontier_support(ray->branch->frontier, weight, end->package, end->raw);
}

/* The two ends of the frontier; whether the ray passes between them. */
static bool ray_open(struct ray *ray)
{
    const double *scale = ray->branch->frontier->scale;
    const double first[2] = { scale[0], RAY_TRIFLE * scale[1] };
    const double second[2] = { RAY_TRIFLE * scale[0], scale[1] };
    ray_support(ray, first, &ray->low);
    ray_support(ray, second, &ray->high);
    if (ray_side(ray, ray->low.raw) >= 0) {
        ray->high = ray->low;
        memcpy(ray->weight, first, sizeof first);
        return false;
    }
    if (ray_side(ray, ray->high.raw) <= 0) {
        ray->low = ray->high;
        memcpy(ray->weight, second, sizeof second);
        return false;
    }
    return true;
}

/* Brings the ends together until nothing is above the straight line between them. */
static void ray_close(struct ray *ray)
{
    for (int step = 0; step < RAY_STEPS; step++) {
        double given = ray->low.raw[0] - ray->high.raw[0];
        double gained = ray->high.raw[1] - ray->low.raw[1];
        if (!(given > 0 && gained > 0))
            return;
        ray->weight[0] = gained;
        ray->weight[1] = given;
        struct ray_end end;
        ray_support(ray, ray->weight, &end);
        double gain =
            gained * (end.raw[0] - ray->low.raw[0]) + given * (end.raw[1] - ray->low.raw[1]);
        if (!(gain > RAY_GAIN * gained * given))
            return;
        *(ray_side(ray, end.raw) < 0 ? &ray->low : &ray->high) = end;
    }
}

static void ray_mix(const struct ray *ray, double share, double *package)
{
    const struct frontier *frontier = ray->branch->frontier;
    for (int k = 0; k < frontier->issues; k++) {
        double low = ray->low.package[k], high = ray->high.package[k];
        package[k] = low == high ? low : low + share * (high - low);
    }
}

static double ray_side_of_mix(const void *about, double share)
{
    const struct ray *ray = about;
    double package[FRONTIER_ISSUES], raw[FRONTIER_PARTIES];
    ray_mix(ray, share, package);
    frontier_raw(ray->branch->frontier, package, raw);
    return ray_side(ray, raw);
}

/* t of raw worths. */
static double ray_value(const struct ray *ray, const double *raw)
{
    double value = HUGE_VAL;
    for (int i = 0; i < 2; i++)
        if (ray->objective->share[i] > 0)
            value = fmin(value, ray_spare(ray, i, raw) / ray->objective->share[i]);
    return value;
}

static void ray_write(const struct ray *ray, struct optimum *optimum)
{
    double package[FRONTIER_ISSUES], raw[FRONTIER_PARTIES], sum = 0;
    ray_mix(ray, root_find(ray_side_of_mix, ray, 0, 1), package);
    frontier_raw(ray->branch->frontier, package, raw);
    optimum->value = ray_value(ray, raw);
    optimum->bound = fmax(optimum->bound, optimum->value);
    memcpy(optimum->package, package, (size_t)ray->branch->frontier->issues * sizeof *package);
    optimum->least = HUGE_VAL;
    for (int i = 0; i < 2; i++) {
        double spare = ray_spare(ray, i, raw);
        optimum->least =
            ray->objective->share[i] > 0 ? optimum->least : fmin(optimum->least, spare);
        const struct reward *reward = &ray->branch->reward[i];
        optimum->worth[i] = reward_of(reward, raw[i]);
        optimum->weight[i] = ray->weight[i] / reward_slope(reward, raw[i]);
        sum += optimum->weight[i] * ray->objective->share[i];
    }
    for (int i = 0; i < 2 && sum > 0; i++)
        optimum->weight[i] /= sum;
}

/* Holds what does not mix; false where two free issues are linked. */
static bool ray_hold(struct zone *zone, const double *package)
{
    struct frontier *frontier = &zone->frontier;
    bool mixes[FRONTIER_ISSUES], tangled = frontier->tangled;
    memcpy(mixes, frontier->mixes, sizeof mixes);
    for (int k = 0; k < frontier->issues; k++)
        if (!frontier->pinned[k] && !mixes[k])
            frontier_pin(frontier, k, package[k]);
    frontier_settle(frontier);
    return !tangled;
}

static bool ray_needs_both(const struct zone *zone)
{
    return zone->frontier.parties == 2 && zone->branch.needed[0] && zone->branch.needed[1];
}

/* Whether all packages lie in one branch, in which all that is free mixes; enters it. */
static bool ray_alone(struct zone *zone)
{
    const struct zone_place only = { 0, 0 };
    if (zone->branch.cells != 1 || !zone_enter(zone, only) || zone->branch.combinations != 1)
        return false;
    return frontier_mixes(&zone->frontier);
}

/* Where the ray meets the frontier of the branch at hand. */
static void ray_meet(const struct zone *zone, const struct objective *objective,
                     struct optimum *optimum)
{
    struct ray ray = { .branch = &zone->branch, .objective = objective };
    if (ray_open(&ray))
        ray_close(&ray);
    ray_write(&ray, optimum);
}

void ray_find(struct zone *zone, const struct objective *objective, struct optimum *optimum)
{
    if (zone->open && zone->frontier.parties == 2 && ray_alone(zone) && ray_needs_both(zone)) {
        *optimum = (struct optimum){ .bound = -HUGE_VAL, .nodes = 1 };
        ray_meet(zone, objective, optimum);
        optimum->found = optimum->least >= -RAY_SLACK;
        return;
    }
    optimum_find(zone, objective, optimum);
    if (!optimum->found || !ray_needs_both(zone))
        return;
    if (ray_hold(zone, optimum->package))
        ray_meet(zone, objective, optimum);
    zone_enter(zone, optimum->place);
}
