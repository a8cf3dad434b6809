#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/number.h"
#include "engine/page.h"
#include "engine/text.h"
#include "engine/vary.h"
#include "models/random.h"

enum { VARY_BITS = 32 };

/* The draws of a spread, apart from those of the trials by their round. */
static uint64_t vary_random(const struct vary_plan *plan, int path, uint64_t place)
{
    const uint64_t counter[4] = { place, UINT64_MAX, (uint64_t)path, (uint64_t)plan->spread };
    const uint64_t key[4] = { plan->seed, 0, 0, 0 };
    uint64_t out[4];
    random_threefry(counter, key, out);
    return out[0];
}

/* 1 stands for a range that has none of its own. */
static uint64_t vary_count(const struct vary *vary)
{
    return vary->count > 0 ? (uint64_t)vary->count : 1;
}

uint64_t vary_points(const struct vary_plan *plan)
{
    uint64_t points = 1;
    if (plan->spread != VARY_GRID)
        return plan->points;
    for (int path = 0; path < plan->paths; path++) {
        if (vary_count(&plan->vary[path]) > VARY_POINTS / points)
            return 0;
        points *= vary_count(&plan->vary[path]);
    }
    return points;
}

char *vary_points_asked(const struct vary_plan *plan)
{
    char count[PAGE_COUNT];
    uint64_t points = 1;
    double many = 1;
    for (int path = 0; path < plan->paths; path++) {
        points *= vary_count(&plan->vary[path]);
        many *= (double)vary_count(&plan->vary[path]);
    }
    return many < 1e18 ? memory_text(page_grouped(count, points)) : memory_format("%.3g", many);
}

/* A random order of the strata of one path (Fisher and Yates). */
static void vary_shuffle(const struct vary_plan *plan, int path, uint32_t *order)
{
    for (uint64_t k = 0; k < plan->points; k++)
        order[k] = (uint32_t)k;
    for (uint64_t k = plan->points; k > 1; k--) {
        uint64_t other = vary_random(plan, path, k) % k;
        uint32_t last = order[k - 1];
        order[k - 1] = order[other];
        order[other] = last;
    }
}

void vary_draw(struct vary_plan *plan)
{
    if (plan->spread != VARY_LHS)
        return;
    plan->order = memory_grow(plan->order, (size_t)plan->paths * plan->points, sizeof *plan->order);
    for (int path = 0; path < plan->paths; path++)
        vary_shuffle(plan, path, plan->order + (size_t)path * plan->points);
}

/* A place within the unit interval that is fixed for a stratum; 52 bits, as random_uniform. */
static double vary_jitter(uint64_t bits)
{
    return ((double)(bits >> 12) + 0.5) * 0x1p-52;
}

/* McKay, Beckman and Conover 1979, Technometrics 21:239. Of a list, the middle of a stratum says
 * which value it is, so that each has its share of the points. */
static double vary_hypercube(const struct vary_plan *plan, uint64_t point, int path)
{
    uint32_t stratum = plan->order[(size_t)path * plan->points + point];
    uint64_t bits = vary_random(plan, path, plan->points + 1 + point);
    double inside = plan->vary[path].value != NULL ? 0.5 : vary_jitter(bits);
    return (stratum + inside) / (double)plan->points;
}

/* Direction numbers of Joe and Kuo 2008 (SIAM J. Sci. Comput. 30:2635), new-joe-kuo-6.21201: the
 * degree and the inner coefficients of a primitive polynomial, and the first odd numbers. The first
 * path has van der Corput's sequence. */
static const struct {
    int degree;
    unsigned inner, odd[5];
} vary_sobol_table[VARY_PATHS] = {
    { 0, 0, { 0 } },
    { 1, 0, { 1 } },
    { 2, 1, { 1, 3 } },
    { 3, 1, { 1, 3, 1 } },
    { 3, 2, { 1, 1, 1 } },
    { 4, 1, { 1, 1, 3, 3 } },
    { 4, 4, { 1, 3, 5, 13 } },
    { 5, 2, { 1, 1, 5, 5, 17 } },
    { 5, 4, { 1, 1, 5, 5, 5 } },
    { 5, 7, { 1, 1, 7, 11, 19 } },
};

static void vary_directions(int path, uint32_t direction[VARY_BITS])
{
    int degree = vary_sobol_table[path].degree;
    for (int k = 0; k < VARY_BITS; k++) {
        if (degree == 0 || k < degree) {
            unsigned odd = degree == 0 ? 1 : vary_sobol_table[path].odd[k];
            direction[k] = odd << (VARY_BITS - 1 - k);
            continue;
        }
        direction[k] = direction[k - degree] ^ (direction[k - degree] >> degree);
        for (int j = 1; j < degree; j++)
            if ((vary_sobol_table[path].inner >> (degree - 1 - j) & 1) != 0)
                direction[k] ^= direction[k - j];
    }
}

/* Shifted digit by digit, at random but alike for all points, so that none lies in a corner. */
static double vary_sobol(const struct vary_plan *plan, uint64_t point, int path)
{
    uint32_t direction[VARY_BITS], digits = 0;
    vary_directions(path, direction);
    for (int k = 0; k < VARY_BITS && point >> k != 0; k++)
        if ((point >> k & 1) != 0)
            digits ^= direction[k];
    digits ^= (uint32_t)vary_random(plan, path, 0);
    return (digits + 0.5) * 0x1p-32;
}

/* The number in as many decimals as 15 digits of the larger end leave: 0.3 for what rounding has
 * made 0.30000000000000004, 0 for what it has left of a difference. */
static double vary_round(const struct vary *vary, double number)
{
    char text[2 * DBL_MAX_10_EXP];
    int exponent = 0;
    double largest = fmax(fabs(vary->low), fabs(vary->high)), rounded;
    snprintf(text, sizeof text, "%.0e", largest);
    for (const char *at = text; *at != '\0'; at++)
        if (*at == 'e')
            exponent = (int)strtol(at + 1, NULL, 10);
    snprintf(text, sizeof text, "%.*f", exponent < 14 ? 14 - exponent : 0, number);
    return number_parse_real(text, &rounded) ? rounded + 0.0 : number;
}

/* The number of a range at a share of the way from its one end to the other. */
static double vary_number(const struct vary *vary, double share)
{
    if (share <= 0)
        return vary->low;
    if (share >= 1)
        return vary->high;
    return vary_round(vary, vary->low * (1 - share) + vary->high * share);
}

static char *vary_digits(const struct vary *vary, double number)
{
    char digits[NUMBER_SIZE];
    number_format(digits, sizeof digits, number);
    bool wide = fabs(number) > 2147483647.0;
    if (vary->whole)
        return memory_format("%.0f%s", number, wide ? "L" : "");
    for (const char *at = digits; *at != '\0'; at++)
        wide = wide && *at != '.' && *at != 'e';
    return memory_format("%s%s", digits, wide ? ".0" : "");
}

char *vary_place(const struct vary *vary, long place)
{
    if (vary->value != NULL)
        return memory_text(vary->value[place]);
    double last = vary->count > 0 ? (double)(vary->count - 1) : 1;
    double number = vary_number(vary, (double)place / last);
    return vary_digits(vary, vary->whole ? floor(number + 0.5) : number);
}

/* Each value, or whole number, has its equal part of the unit interval. */
static char *vary_spread_value(const struct vary *vary, double share)
{
    share = fmin(share, 1 - 0x1p-53);
    if (vary->value != NULL)
        return memory_text(vary->value[(long)(share * (double)vary->count)]);
    if (!vary->whole)
        return vary_digits(vary, vary_number(vary, share));
    double least = fmin(vary->low, vary->high), most = fmax(vary->low, vary->high);
    return vary_digits(vary, least + floor(share * (most - least + 1)));
}

char *vary_value(const struct vary_plan *plan, uint64_t point, int path)
{
    const struct vary *vary = &plan->vary[path];
    if (plan->spread == VARY_LHS)
        return vary_spread_value(vary, vary_hypercube(plan, point, path));
    if (plan->spread == VARY_SOBOL)
        return vary_spread_value(vary, vary_sobol(plan, point, path));
    for (int faster = plan->paths - 1; faster > path; faster--)
        point /= (uint64_t)plan->vary[faster].count;
    return vary_place(vary, (long)(point % (uint64_t)vary->count));
}

char *vary_assignment(const struct vary_plan *plan, uint64_t point, int path)
{
    char *value = vary_value(plan, point, path);
    char *assignment = memory_format("%s=%s", plan->vary[path].path, value);
    free(value);
    return assignment;
}

void vary_plan_free(struct vary_plan *plan)
{
    for (int path = 0; path < plan->paths; path++)
        vary_free(&plan->vary[path]);
    free(plan->order);
    *plan = (struct vary_plan){ 0 };
}

/* "PATH=VALUE PATH=VALUE"; the caller frees it. */
static char *points_text(const struct vary_plan *plan, uint64_t point)
{
    struct text text = { 0 };
    for (int path = 0; path < plan->paths; path++) {
        char *assignment = vary_assignment(plan, point, path);
        text_add(&text, "%s%s", path == 0 ? "" : " ", assignment);
        free(assignment);
    }
    return text.bytes;
}

static int points_compare(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

uint64_t vary_repeated(const struct vary_plan *plan)
{
    uint64_t repeated = 0;
    for (int path = 0; path < plan->paths; path++)
        if (plan->spread == VARY_GRID ||
            (plan->vary[path].value == NULL && !plan->vary[path].whole))
            return 0;
    char **text = memory_new((size_t)plan->points, sizeof *text);
    for (uint64_t point = 0; point < plan->points; point++)
        text[point] = points_text(plan, point);
    qsort(text, (size_t)plan->points, sizeof *text, points_compare);
    for (uint64_t point = 1; point < plan->points; point++)
        repeated += strcmp(text[point - 1], text[point]) == 0;
    for (uint64_t point = 0; point < plan->points; point++)
        free(text[point]);
    free(text);
    return repeated;
}
