#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/bench.h"

static struct bench_problems *bench_drawn(int size, int count)
{
    struct bench_problems *problems = calloc(1, sizeof *problems);
    bench_problem_draw(problems, &bench_sizes[size], 11, 0, count);
    return problems;
}

static double bench_objective(const struct rival_problem *problem, const double *package)
{
    double value = 0;
    for (int i = 0; i < problem->parties; i++) {
        double surplus = rival_surplus(problem, i, package);
        value += surplus > 0 ? problem->power[i] * log(surplus) : -HUGE_VAL;
    }
    return value;
}

/* What engine/bench.h says of the problems. */
Test(bench, draws_problems_with_room)
{
    for (int size = 0; size < BENCH_SIZES; size++) {
        struct bench_problems *problems = bench_drawn(size, LANES);
        for (int p = 0; p < LANES; p++) {
            const struct rival_problem *problem = &problems->problem[p];
            double power = 0;
            for (int i = 0; i < problem->parties; i++) {
                double sum = 0, room = rival_surplus(problem, i, problem->start);
                for (int k = 0; k < problem->issues; k++) {
                    double ideal = problem->ideal[i * problem->issues + k];
                    sum += problem->weight[i * problem->issues + k];
                    cr_expect(ideal > -0.2 && ideal < 1.2);
                }
                power += problem->power[i];
                cr_expect_float_eq(sum, 1, 1e-12);
                cr_expect(room > 0.05 && room < 0.3, "room %g", room);
                double twin = rival_surplus(&problems->twin[p], i, problem->start) / room;
                cr_expect(twin > 1.05 && twin < 1.1, "twin %g", twin);
            }
            cr_expect_float_eq(power, 1, 1e-12);
        }
        free(problems);
    }
}

Test(bench, draws_by_number)
{
    struct bench_problems *all = bench_drawn(0, 8), *part = calloc(1, sizeof *part);
    bench_problem_draw(part, &bench_sizes[0], 11, 4, 4);
    cr_expect(memcmp(all->weight[4], part->weight[0], sizeof part->weight[0]) == 0);
    cr_expect(memcmp(all->claim[1][7], part->claim[1][3], sizeof part->claim[1][3]) == 0);
    free(part);
    free(all);
}

/* One quadratic issue, ideals 0 and 1, powers .7 and .3, claims 0: x = .376015746599 (design notes,
 * section 4, number 1; the root of .7 (-2x)/(1 - x^2) + .3 2(1-x)/(1-(1-x)^2) = 0, by bisection
 * here, too). */
Test(bench, gap_vanishes_at_the_solution_alone)
{
    const double weight[] = { 1, 1 }, ideal[] = { 0, 1 }, power[] = { 0.7, 0.3 },
                 claim[] = { 0, 0 };
    const struct rival_problem problem = {
        .parties = 2, .issues = 1, .weight = weight, .ideal = ideal, .power = power, .claim = claim
    };
    double low = 0.1, high = 0.9;
    while (high - low > 1e-15) {
        double x = (low + high) / 2;
        double slope = -1.4 * x / (1 - x * x) + 0.6 * (1 - x) / (1 - (1 - x) * (1 - x));
        *(slope > 0 ? &low : &high) = x;
    }
    cr_expect_float_eq(low, 0.376015746599, 1e-12);
    cr_expect(fabs(bench_problem_gap(&problem, &low)) < 1e-15);
    const double off = 0.4, outside = 1.1, edge = 1;
    double lost = bench_objective(&problem, &low) - bench_objective(&problem, &off);
    cr_expect(bench_problem_gap(&problem, &off) >= lost && lost > 1e-4);
    cr_expect(isinf(bench_problem_gap(&problem, &outside)));
    cr_expect(isinf(bench_problem_gap(&problem, &edge)), "the first party has no surplus");
}

/* Weak duality: no package is better than one by more than its gap. */
Test(bench, gap_bounds_what_any_package_adds)
{
    struct bench_problems *problems = bench_drawn(0, 16);
    unsigned state = 5;
    for (int p = 0; p < 16; p++) {
        const struct rival_problem *problem = &problems->problem[p];
        double gap = bench_problem_gap(problem, problem->start), package[RIVAL_ISSUES];
        double value = bench_objective(problem, problem->start);
        for (int trial = 0; trial < 2000; trial++) {
            for (int k = 0; k < problem->issues; k++) {
                state = state * 1664525u + 1013904223u;
                package[k] = (state >> 8) / 16777216.0;
            }
            cr_expect(bench_objective(problem, package) <= value + gap);
        }
    }
    free(problems);
}

/* Each rival, the kernel and the contract's Nash solver, by the certificate: none is asked for a
 * time. */
Test(bench, answers_agree)
{
    struct bench bench = { .seed = 3, .problems = 20, .repeats = 1 };
    bench_contract_add(&bench.methods);
    bench_kernel_add(&bench.methods);
    bench_rival_add(&bench.methods, rivals, rival_count);
    names_add(&bench.words, "nash");
    cr_assert(bench_run(&bench));
    cr_expect(bench.rows.count >= BENCH_SIZES * (7 + rival_count));
    for (int index = 0; index < bench.rows.count; index++) {
        const struct bench_row *row = &bench.rows.row[index];
        cr_expect(row->failures == 0, "%s %s: %ld failures", row->by, row->size, row->failures);
        cr_expect(row->gap < (row->rival ? 1e-7 : 1e-9), "%s %s: %g", row->by, row->size, row->gap);
        cr_expect(row->least > 0 && row->least <= row->median);
    }
    bench_free(&bench);
}

Test(bench, counts_errors_and_wrong_answers)
{
    struct bench_tally tally = { .gap = NAN };
    bench_tally_add(&tally, true, 1e-9, 3);
    bench_tally_add(&tally, true, 2e-6, 4);
    bench_tally_add(&tally, false, NAN, 5);
    cr_expect(tally.solved == 3 && tally.failures == 2);
    cr_expect_float_eq(tally.iterations, 12, 0);
    cr_expect_float_eq(tally.gap, 2e-6, 0);
    bench_tally_add(&tally, true, HUGE_VAL, 0);
    bench_tally_add(&tally, true, 1e-3, 0);
    cr_expect(isinf(tally.gap) && tally.failures == 4);
}

Test(bench, the_best_rival_fails_least)
{
    struct bench_rows rows = { 0 };
    bench_rows_add(&rows, &(struct bench_row){ "nash", "ours", "cold", "n2k4", .least = 1 });
    bench_rows_add(&rows, &(struct bench_row){ "nash", "hasty", "cold", "n2k4", .rival = true,
                                               .least = 1, .failures = 2 });
    bench_rows_add(
        &rows, &(struct bench_row){ "nash", "slow", "cold", "n2k4", .rival = true, .least = 8 });
    bench_rows_add(
        &rows, &(struct bench_row){ "nash", "sound", "cold", "n2k4", .rival = true, .least = 5 });
    bench_rows_add(&rows, &(struct bench_row){ "menu", "ours", "cold", "n2k4", .least = 1 });
    bench_rows_compare(&rows);
    cr_expect_str_eq(rows.row[0].baseline, "sound");
    cr_expect_float_eq(rows.row[0].ratio, 5, 0);
    cr_expect_float_eq(rows.row[2].ratio, 0.625, 0);
    cr_expect(rows.row[4].baseline == NULL && isnan(rows.row[4].ratio));
    free(rows.row);
}

Test(bench, wants_what_is_named)
{
    struct names words = { 0 };
    cr_expect(bench_wants(&words, "nash", "contract", "n2k4"));
    names_add(&words, "n4k8");
    cr_expect(bench_wants(&words, "nash", "contract", "n4k8"));
    cr_expect_not(bench_wants(&words, "nash", "contract", "n2k4"));
    names_add(&words, "contract");
    cr_expect(bench_wants(&words, "nash", "contract", "n4k8"));
    cr_expect_not(bench_wants(&words, "nash", "gsl_bfgs2", "n4k8"));
    names_free(&words);
}
