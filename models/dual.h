/* Bargaining solutions of smooth games, by their multipliers.
 *
 * Parties i share issues k: u_i(x) = sum_k w_ik (1 - (x_k - theta_ik)^2), low_k <= x_k <= high_k.
 * With a multiplier l_i >= 0 per party the problem falls apart into issues: h_k(l) = max over x_k
 * of sum_i l_i w_ik (1 - (x_k - theta_ik)^2), reached at the weighted mean of the ideal points,
 * clipped to the issue's ends. What is searched is the least of a convex function of l alone; no
 * package to begin from is needed. Surplus: s_i = u_i - claim_i. At the solution s_i follows from
 * l_i:
 *
 *   aim               maximises                                condition
 *   DUAL_NASH         sum a_i log s_i                          l_i s_i = a_i
 *   DUAL_RAY          t with s_i >= c_i t for every i          l_i (s_i - c_i t) = 0, c.l = 1
 *   DUAL_ALPHA_FAIR   sum a_i s_i^(1 - alpha) / (1 - alpha)    s_i = (a_i / l_i)^(1 / alpha)
 *   DUAL_UTILITARIAN  sum a_i u_i, whatever the claims         l_i = a_i
 *
 * DUAL_RAY is egalitarian with c = 1, Kalai and Smorodinsky's with c = ideal value less claim, an
 * agenda setter's (or a party's ideal value) with c_m = 1 and 0 for the others. Its t is below 0
 * where no package satisfies all claims.
 *
 * Certificate: by weak duality no package is worth more than `bound`; both it and `value` are
 * worked out anew from the multipliers after the search, so that they hold however it went.
 *
 * The same bits come out of dual_solve() and dual_solve_batch(), on every instruction set. */
#ifndef MODELS_DUAL_H
#define MODELS_DUAL_H

#include <stdbool.h>
#include <stddef.h>

#define DUAL_PARTIES 8 /* 2 .. 8 */
#define DUAL_ISSUES 32 /* 1 .. 32 */

enum dual_aim { DUAL_NASH, DUAL_RAY, DUAL_ALPHA_FAIR, DUAL_UTILITARIAN };

struct dual_problem {
    int parties, issues;
    enum dual_aim aim;
    double weight[DUAL_PARTIES][DUAL_ISSUES]; /* w_ik >= 0 */
    double ideal[DUAL_PARTIES][DUAL_ISSUES];  /* theta_ik, also outside the ends */
    double low[DUAL_ISSUES], high[DUAL_ISSUES];
    double claim[DUAL_PARTIES];
    double power[DUAL_PARTIES]; /* a_i > 0 (utilitarian: >= 0), in sum 1; DUAL_RAY ignores them */
    double share[DUAL_PARTIES]; /* c_i >= 0, one of them > 0; DUAL_RAY only */
    double alpha;               /* > 0; DUAL_ALPHA_FAIR only, 1 is DUAL_NASH */
};

enum dual_status {
    DUAL_SOLVED, /* gap <= DUAL_GAP max(1, |value|) */
    DUAL_NONE, /* proved: no package gives all parties (DUAL_RAY: all with c_i = 0) their claims */
    DUAL_UNDECIDED /* neither, as where the zone is thinner than rounding; `gap` still holds */
};
#define DUAL_GAP 1e-9

struct dual_answer {
    enum dual_status status;
    int iterations; /* evaluations of the gradient */
    double package[DUAL_ISSUES];
    double utility[DUAL_PARTIES];
    double multiplier[DUAL_PARTIES]; /* l_i; with DUAL_NONE the proof: sum 1, sum_k h_k < l.claim */
    double value, bound, gap;        /* gap = bound - value. With DUAL_NONE value is -HUGE_VAL and
                                      * bound is sum_k h_k(l) - l.claim, below 0 */
};

/* Solves one problem. The answer is written whole. */
void dual_solve(const struct dual_problem *problem, struct dual_answer *answer);

/* As dual_solve(), beginning at these multipliers (> 0) instead of the usual ones: those of a
 * problem close by save iterations. `start` may be NULL. Only DUAL_NASH begins there. */
void dual_solve_from(const struct dual_problem *problem, const double *start,
                     struct dual_answer *answer);

/* Solves problems[0 .. count): four at a time side by side, where four in a row have equal numbers
 * of parties and issues and the aim DUAL_NASH or DUAL_RAY. `start`: multipliers to begin at,
 * start[p][DUAL_PARTIES], or NULL. */
void dual_solve_batch(const struct dual_problem *problems, size_t count,
                      const double (*start)[DUAL_PARTIES], struct dual_answer *answers);

/* The same without the instructions that not every machine has: for tests and measurements. */
void dual_solve_batch_plain(const struct dual_problem *problems, size_t count,
                            const double (*start)[DUAL_PARTIES], struct dual_answer *answers);

#endif
