/* Four problems side by side. */
#include "models/dual.h"

#include "models/special.h"

#pragma GCC diagnostic ignored "-Wpsabi" /* vectors go between inlined functions only */

#define DUAL_WIDE 4
typedef double dual_real __attribute__((vector_size(DUAL_WIDE * sizeof(double))));
typedef __typeof__((dual_real){ 0.0 } < (dual_real){ 0.0 }) dual_mask;
#define DUAL_BATCH_INLINE static inline __attribute__((always_inline))

#define dual_choose(mask, a, b)                                                                    \
    ((dual_real)(((mask) & (dual_mask)(a)) | (~(mask) & (dual_mask)(b))))

#define dual_any(mask) (((mask)[0] | (mask)[1] | (mask)[2] | (mask)[3]) != 0)

DUAL_BATCH_INLINE dual_real dual_all(double x)
{
    return (dual_real){ x, x, x, x };
}

DUAL_BATCH_INLINE dual_real dual_log(dual_real x)
{
    double in[DUAL_WIDE], out[DUAL_WIDE];
    memcpy(in, &x, sizeof in);
    for (int lane = 0; lane < DUAL_WIDE; lane++)
        out[lane] = special_log(in[lane]);
    memcpy(&x, out, sizeof x);
    return x;
}

/* Of DUAL_ALPHA_FAIR, which is solved one at a time. */
#define dual_power(x, y) ((x) + (y))
#define dual_lane(x) ((double *)(x))

#include "models/dual_kernel.h"
#include "models/dual_lane.h"

DUAL_INLINE dual_real dual_load(const double *from)
{
    dual_real x;
    memcpy(&x, from, sizeof x);
    return x;
}

/* Four numbers in a row of each of four problems become those of four problems side by side. */
DUAL_INLINE void dual_transpose(const double *first, const double *second, const double *third,
                                const double *fourth, dual_real *to)
{
    dual_real a = dual_load(first), b = dual_load(second), c = dual_load(third),
              d = dual_load(fourth);
    dual_real ab = __builtin_shufflevector(a, b, 0, 4, 2, 6);
    dual_real cd = __builtin_shufflevector(c, d, 0, 4, 2, 6);
    to[0] = __builtin_shufflevector(ab, cd, 0, 1, 4, 5);
    to[2] = __builtin_shufflevector(ab, cd, 2, 3, 6, 7);
    ab = __builtin_shufflevector(a, b, 1, 5, 3, 7);
    cd = __builtin_shufflevector(c, d, 1, 5, 3, 7);
    to[1] = __builtin_shufflevector(ab, cd, 0, 1, 4, 5);
    to[3] = __builtin_shufflevector(ab, cd, 2, 3, 6, 7);
}

#define DUAL_TRANSPOSE(problems, row, to)                                                          \
    dual_transpose(&problems[0].row, &problems[1].row, &problems[2].row, &problems[3].row, to)

/* As dual_pack_issues(), of all four, four issues at a time; what is behind the last is not read.
 */
DUAL_INLINE void dual_pack_four(const struct dual_problem *problems, struct dual_lanes *lanes,
                                int parties, int issues)
{
    for (int k = 0; k < issues; k += DUAL_WIDE) {
        DUAL_TRANSPOSE(problems, low[k], &lanes->low[k]);
        DUAL_TRANSPOSE(problems, high[k], &lanes->high[k]);
        for (int i = 0; i < parties; i++) {
            dual_real weight[DUAL_WIDE], ideal[DUAL_WIDE];
            DUAL_TRANSPOSE(problems, weight[i][k], weight);
            DUAL_TRANSPOSE(problems, ideal[i][k], ideal);
            for (int m = 0; m < DUAL_WIDE; m++) {
                lanes->weight[k + m][i] = weight[m];
                lanes->ideal[k + m][i] = ideal[m];
            }
        }
    }
}

DUAL_INLINE void dual_four(const struct dual_problem *problems, const double (*start)[DUAL_PARTIES],
                           enum dual_aim aim, int parties, struct dual_answer *answers)
{
    struct dual_lanes lanes;
    struct dual_search search;
    int issues = problems->issues;
    dual_pack_four(problems, &lanes, parties, issues);
    for (int lane = 0; lane < DUAL_WIDE; lane++)
        dual_pack(&problems[lane], start ? start[lane] : NULL, &lanes, lane, parties);
    dual_prepare(&lanes, parties, issues);
    dual_run(&lanes, &search, aim, parties, issues);
    if (aim == DUAL_NASH) {
        dual_weigh(&lanes, parties, issues);
        dual_certify(&lanes, parties);
    }
    for (int lane = 0; lane < DUAL_WIDE; lane++)
        dual_unpack(&problems[lane], &lanes, &search, aim, lane, &answers[lane]);
}

#define DUAL_EACH(aim)                                                                             \
    switch (problems->parties) {                                                                   \
    case 2:                                                                                        \
        dual_four(problems, start, aim, 2, answers);                                               \
        return;                                                                                    \
    case 3:                                                                                        \
        dual_four(problems, start, aim, 3, answers);                                               \
        return;                                                                                    \
    case 4:                                                                                        \
        dual_four(problems, start, aim, 4, answers);                                               \
        return;                                                                                    \
    case 5:                                                                                        \
        dual_four(problems, start, aim, 5, answers);                                               \
        return;                                                                                    \
    case 6:                                                                                        \
        dual_four(problems, start, aim, 6, answers);                                               \
        return;                                                                                    \
    case 7:                                                                                        \
        dual_four(problems, start, aim, 7, answers);                                               \
        return;                                                                                    \
    default:                                                                                       \
        dual_four(problems, start, aim, 8, answers);                                               \
        return;                                                                                    \
    }

typedef void dual_fours(const struct dual_problem *problems, const double (*start)[DUAL_PARTIES],
                        struct dual_answer *answers);

static void dual_fours_plain(const struct dual_problem *problems,
                             const double (*start)[DUAL_PARTIES], struct dual_answer *answers)
{
    if (problems->aim == DUAL_NASH)
        DUAL_EACH(DUAL_NASH)
    DUAL_EACH(DUAL_RAY)
}

#ifdef __x86_64__
__attribute__((target("avx2"))) static void dual_fours_avx2(const struct dual_problem *problems,
                                                            const double (*start)[DUAL_PARTIES],
                                                            struct dual_answer *answers)
{
    if (problems->aim == DUAL_NASH)
        DUAL_EACH(DUAL_NASH)
    DUAL_EACH(DUAL_RAY)
}
#endif

static bool dual_alike(const struct dual_problem *problems)
{
    bool alike = problems->aim == DUAL_NASH || problems->aim == DUAL_RAY;
    for (int lane = 1; lane < DUAL_WIDE; lane++)
        alike = alike && problems[lane].aim == problems->aim &&
                problems[lane].parties == problems->parties &&
                problems[lane].issues == problems->issues;
    return alike;
}

static void dual_batch(const struct dual_problem *problems, size_t count,
                       const double (*start)[DUAL_PARTIES], struct dual_answer *answers,
                       dual_fours *fours)
{
    for (size_t p = 0; p < count;) {
        if (count - p >= DUAL_WIDE && dual_alike(problems + p)) {
            fours(problems + p, start ? start + p : NULL, answers + p);
            p += DUAL_WIDE;
        } else {
            dual_solve_from(problems + p, start ? start[p] : NULL, answers + p);
            p++;
        }
    }
}

void dual_solve_batch(const struct dual_problem *problems, size_t count,
                      const double (*start)[DUAL_PARTIES], struct dual_answer *answers)
{
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx2")) {
        dual_batch(problems, count, start, answers, dual_fours_avx2);
        return;
    }
#endif
    dual_batch(problems, count, start, answers, dual_fours_plain);
}

void dual_solve_batch_plain(const struct dual_problem *problems, size_t count,
                            const double (*start)[DUAL_PARTIES], struct dual_answer *answers)
{
    dual_batch(problems, count, start, answers, dual_fours_plain);
}
