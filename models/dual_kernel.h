/* The search of models/dual.h, for one problem or several side by side. Whoever includes it defines
 * before: dual_real (numbers), dual_mask (what comparing them gives), and dual_choose(mask, a, b),
 * dual_any(mask), dual_log(x), dual_power(x, y), dual_all(double).
 *
 * Newton's method on the relative change q of the multipliers: (D J D + diag(m)) q = b - l s, with
 * b_i = a_i (at general alpha: l_i (a_i / l_i)^(1/alpha)), J the second derivatives of sum_k h_k.
 * For DUAL_RAY claims are lowered by T c, so that t + T >= 1, and log(t + T) + mu sum log s_i is
 * maximised while mu goes to 0. Along a step the slope may not turn round by more than half; a
 * longer step is shortened. The functions are homogeneous, so that scaling l is solved exactly. */
#ifndef MODELS_DUAL_KERNEL_H
#define MODELS_DUAL_KERNEL_H

#include "models/dual.h"

#define DUAL_INLINE static inline __attribute__((always_inline))
#define DUAL_STEPS 200
#define DUAL_LEAST_BARRIER 2e-12

/* A loop over parties, unrolled, so that what it fills stays in registers. */
#ifdef __clang__
#define dual_over(i, from, end) for (int i = from; i < (end); i++)
#else
#define dual_over(i, from, end) _Pragma("GCC unroll 8") for (int i = from; i < (end); i++)
#endif

struct dual_lanes {
    dual_real weight[DUAL_ISSUES][DUAL_PARTIES], pull[DUAL_ISSUES][DUAL_PARTIES];
    dual_real ideal[DUAL_ISSUES][DUAL_PARTIES], low[DUAL_ISSUES], high[DUAL_ISSUES];
    dual_real room[DUAL_PARTIES];  /* the surplus if every issue went a party's way */
    dual_real power[DUAL_PARTIES]; /* DUAL_RAY: mu */
    dual_real share[DUAL_PARTIES], lowered, alpha;
    dual_real claim[DUAL_PARTIES], multiplier[DUAL_PARTIES];
    dual_real package[DUAL_ISSUES], utility[DUAL_PARTIES], value, bound, worth, size; /* found */
};

/* From the multipliers `base` by `length` times the relative change `step`; `slope`: of the
 * searched function along it at its beginning, downwards. */
struct dual_heading {
    dual_real base[DUAL_PARTIES], step[DUAL_PARTIES], length, slope;
};

struct dual_search {
    dual_real surplus[DUAL_PARTIES], curve[DUAL_PARTIES][DUAL_PARTIES], iterations;
    struct dual_heading heading;
    dual_mask running;
};

/* The package of the multipliers, and the second derivatives by it: 0 at an issue's ends. */
DUAL_INLINE void dual_place(const struct dual_lanes *lanes, int parties, int issues, dual_real *at,
                            dual_real *steep)
{
    for (int k = 0; k < issues; k++) {
        dual_real top = dual_all(0.0), bottom = dual_all(0.0);
        dual_over (i, 0, parties) {
            top += lanes->multiplier[i] * lanes->pull[k][i];
            bottom += lanes->multiplier[i] * lanes->weight[k][i];
        }
        dual_real inverse = 1.0 / dual_choose(bottom > 0.0, bottom, dual_all(1.0));
        dual_real mean = top * inverse;
        dual_real x = dual_choose(mean < lanes->low[k], lanes->low[k], mean);
        at[k] = x = dual_choose(x > lanes->high[k], lanes->high[k], x);
        steep[k] = dual_choose(x == mean, 2.0 * inverse, dual_all(0.0));
    }
}

/* Surpluses at that package, and the second derivatives of sum_k h_k. */
DUAL_INLINE void dual_look(const struct dual_lanes *lanes, struct dual_search *search, int parties,
                           int issues)
{
    dual_real at[DUAL_ISSUES], steep[DUAL_ISSUES];
    dual_real surplus[DUAL_PARTIES], curve[DUAL_PARTIES][DUAL_PARTIES];
    dual_place(lanes, parties, issues, at, steep);
    dual_over (i, 0, parties) {
        surplus[i] = lanes->room[i];
        dual_over (j, 0, i + 1)
            curve[i][j] = dual_all(0.0);
    }
    for (int k = 0; k < issues; k++) {
        dual_real gap[DUAL_PARTIES], x = at[k];
        dual_over (i, 0, parties) {
            gap[i] = lanes->pull[k][i] - lanes->weight[k][i] * x;
            surplus[i] -= gap[i] * (lanes->ideal[k][i] - x);
        }
        dual_over (i, 0, parties) {
            dual_real scaled = steep[k] * gap[i];
            dual_over (j, 0, i + 1)
                curve[i][j] += scaled * gap[j];
        }
    }
    dual_over (i, 0, parties) {
        search->surplus[i] = surplus[i];
        dual_over (j, 0, i + 1)
            search->curve[i][j] = curve[i][j];
    }
}

/* q becomes the solution of curve x = q, by L D L^T; the curve is overwritten. */
DUAL_INLINE void dual_factor(struct dual_search *search, int parties, dual_real *q)
{
    dual_real inverse[DUAL_PARTIES];
    dual_over (j, 0, parties) {
        inverse[j] = 1.0 / search->curve[j][j];
        dual_over (i, j + 1, parties) {
            dual_real ratio = search->curve[i][j] * inverse[j];
            dual_over (m, j + 1, i + 1)
                search->curve[i][m] -= ratio * search->curve[m][j];
            q[i] -= ratio * q[j];
        }
    }
    dual_over (back, 0, parties) {
        int i = parties - 1 - back;
        dual_real rest = q[i];
        dual_over (m, i + 1, parties)
            rest -= search->curve[m][i] * q[m];
        q[i] = rest * inverse[i];
    }
}

/* b_i = l_i times what the surplus should be. */
DUAL_INLINE void dual_aim_at(const struct dual_lanes *lanes, const dual_real *multiplier,
                             enum dual_aim aim, int parties, dual_real *wanted)
{
    dual_real total = dual_all(0.0);
    dual_over (i, 0, parties)
        total += aim == DUAL_RAY ? lanes->share[i] * multiplier[i] : dual_all(0.0);
    dual_over (i, 0, parties) {
        wanted[i] = lanes->power[i];
        if (aim == DUAL_RAY)
            wanted[i] += lanes->share[i] * multiplier[i] / total;
        if (aim == DUAL_ALPHA_FAIR)
            wanted[i] =
                multiplier[i] * dual_power(lanes->power[i] / multiplier[i], 1.0 / lanes->alpha);
    }
}

/* Whether the step to where we are did not go too far. */
DUAL_INLINE dual_mask dual_accept(const struct dual_lanes *lanes, const struct dual_search *search,
                                  const dual_real *wanted, int parties)
{
    const struct dual_heading *heading = &search->heading;
    dual_real slope = dual_all(0.0);
    dual_over (i, 0, parties)
        slope += (lanes->multiplier[i] * search->surplus[i] - wanted[i]) * heading->step[i] /
                 (1.0 + heading->length * heading->step[i]);
    return slope <= 0.5 * heading->slope;
}

/* The best multiple of the multipliers; 0 or less where they prove that there is no package. */
DUAL_INLINE dual_real dual_scale(const struct dual_lanes *lanes, const struct dual_search *search,
                                 enum dual_aim aim, const dual_real *wanted, int parties)
{
    dual_real worth = dual_all(0.0), sum = dual_all(0.0);
    dual_over (i, 0, parties) {
        worth += lanes->multiplier[i] * search->surplus[i];
        sum += wanted[i];
    }
    dual_real scale = sum / dual_choose(worth != 0.0, worth, dual_all(-1.0));
    if (aim == DUAL_ALPHA_FAIR)
        scale = dual_choose(
            scale > 0.0, dual_power(dual_choose(scale > 0.0, scale, dual_all(1.0)), lanes->alpha),
            scale);
    return scale;
}

/* A new heading from here, at multipliers that are `scale` times these. */
DUAL_INLINE void dual_turn(const struct dual_lanes *lanes, struct dual_search *search,
                           enum dual_aim aim, const dual_real *scale, int parties,
                           struct dual_heading *heading)
{
    dual_real wanted[DUAL_PARTIES], pull[DUAL_PARTIES], *l = heading->base, total = dual_all(0.0);
    dual_over (i, 0, parties) {
        l[i] = lanes->multiplier[i] * *scale;
        total += lanes->share[i] * l[i];
    }
    dual_aim_at(lanes, l, aim, parties, wanted);
    dual_over (i, 0, parties) {
        dual_real worth = l[i] * search->surplus[i], own = worth, least = wanted[i];
        dual_over (j, 0, i + 1)
            search->curve[i][j] *= lanes->multiplier[i] * l[j];
        if (aim == DUAL_RAY) {
            dual_real part = lanes->share[i] * l[i] / total;
            own -= part;
            least = lanes->power[i];
            dual_over (j, 0, i + 1)
                search->curve[i][j] += part * (lanes->share[j] * l[j] / total);
        }
        if (aim == DUAL_ALPHA_FAIR) {
            own /= lanes->alpha;
            least /= lanes->alpha;
        }
        search->curve[i][i] += dual_choose(own > least, own, least);
        heading->step[i] = pull[i] = wanted[i] - worth;
    }
    dual_factor(search, parties, heading->step);
    dual_real most = dual_all(0.9), slope = dual_all(0.0);
    dual_over (i, 0, parties) {
        slope += pull[i] * heading->step[i];
        most = dual_choose(-heading->step[i] > most, -heading->step[i], most);
    }
    heading->slope = slope;
    heading->length = dual_choose(most > 0.9, 0.9 / most, dual_all(1.0));
}

/* Where a direction has reached its end: DUAL_RAY lowers mu, until it is the least; else stop. */
DUAL_INLINE void dual_close(struct dual_lanes *lanes, struct dual_search *search, enum dual_aim aim,
                            const dual_mask *turned, int parties)
{
    dual_real barrier = lanes->power[0], *slope = &search->heading.slope;
    dual_mask close = *turned & (*slope <= (aim == DUAL_RAY ? 0.05 * barrier : dual_all(1e-9)));
    if (aim == DUAL_RAY) {
        dual_mask lower = close & (barrier > DUAL_LEAST_BARRIER);
        close &= barrier <= DUAL_LEAST_BARRIER;
        *slope = dual_choose(lower, dual_all(1e300), *slope);
        dual_over (i, 0, parties)
            lanes->power[i] = dual_choose(lower, 0.01 * barrier, barrier);
    }
    search->running &= close == 0;
}

/* What follows a look: stop, shorten the step, or turn to a new heading. */
DUAL_INLINE void dual_move(struct dual_lanes *lanes, struct dual_search *search, enum dual_aim aim,
                           int parties)
{
    dual_real wanted[DUAL_PARTIES];
    struct dual_heading turned, *heading = &search->heading;
    dual_aim_at(lanes, lanes->multiplier, aim, parties, wanted);
    dual_mask accept = dual_accept(lanes, search, wanted, parties);
    dual_real scale = dual_scale(lanes, search, aim, wanted, parties);
    search->running &= scale > 0.0;
    accept &= search->running;
    scale = dual_choose(scale > 0.0, scale, dual_all(1.0));
    dual_turn(lanes, search, aim, &scale, parties, &turned);
    heading->length = dual_choose(accept, turned.length, 0.4 * heading->length);
    heading->slope = dual_choose(accept, turned.slope, heading->slope);
    dual_over (i, 0, parties) {
        heading->step[i] = dual_choose(accept, turned.step[i], heading->step[i]);
        heading->base[i] = dual_choose(accept, turned.base[i], heading->base[i]);
        dual_real moved = heading->base[i] * (1.0 + heading->length * heading->step[i]);
        lanes->multiplier[i] = dual_choose(search->running, moved, lanes->multiplier[i]);
    }
    search->running &= heading->length > 1e-9;
    dual_close(lanes, search, aim, &accept, parties);
}

DUAL_INLINE void dual_run(struct dual_lanes *lanes, struct dual_search *search, enum dual_aim aim,
                          int parties, int issues)
{
    search->running = dual_all(0.0) == dual_all(0.0);
    search->heading.length = search->heading.slope = search->iterations = dual_all(0.0);
    for (int i = 0; i < parties; i++) {
        search->heading.step[i] = dual_all(0.0);
        search->heading.base[i] = lanes->multiplier[i];
    }
    for (int count = 0; count < DUAL_STEPS && dual_any(search->running); count++) {
        search->iterations += dual_choose(search->running, dual_all(1.0), dual_all(0.0));
        dual_look(lanes, search, parties, issues);
        dual_move(lanes, search, aim, parties);
    }
}

/* The package of the multipliers, its utilities, and what it is worth at the multipliers. */
DUAL_INLINE void dual_weigh(struct dual_lanes *lanes, int parties, int issues)
{
    dual_real size[DUAL_PARTIES], steep[DUAL_ISSUES];
    dual_place(lanes, parties, issues, lanes->package, steep);
    dual_over (i, 0, parties)
        lanes->utility[i] = size[i] = dual_all(0.0);
    for (int k = 0; k < issues; k++) {
        dual_over (i, 0, parties) {
            dual_real off = lanes->package[k] - lanes->ideal[k][i], loss = off * off;
            lanes->utility[i] += lanes->weight[k][i] * (1.0 - loss);
            size[i] += lanes->weight[k][i] * (1.0 + loss);
        }
    }
    lanes->worth = lanes->size = dual_all(0.0);
    dual_over (i, 0, parties) {
        dual_real claim = lanes->claim[i], least = dual_choose(claim < 0.0, -claim, claim);
        lanes->worth += lanes->multiplier[i] * (lanes->utility[i] - claim);
        lanes->size += lanes->multiplier[i] * (size[i] + least);
    }
}

/* Value and bound of DUAL_NASH, after dual_weigh(). Value -1e300: a claim is not met. */
DUAL_INLINE void dual_certify(struct dual_lanes *lanes, int parties)
{
    dual_mask met = dual_all(0.0) == dual_all(0.0);
    lanes->value = dual_all(0.0);
    lanes->bound = lanes->worth;
    dual_over (i, 0, parties) {
        dual_real s = lanes->utility[i] - lanes->claim[i], a = lanes->power[i];
        met &= s > 0.0;
        lanes->value += a * dual_log(dual_choose(s > 0.0, s, dual_all(1.0)));
        lanes->bound += a * dual_log(a / lanes->multiplier[i]) - a;
    }
    lanes->value = dual_choose(met, lanes->value, dual_all(-1e300));
}
#endif
