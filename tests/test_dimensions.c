/* Which dimension covers which number. */
#include <criterion/criterion.h>

#include "engine/dimensions.h"
#include "models/random.h"

enum { NUMBERS = 300 };

static struct uncertain numbers[NUMBERS];

static struct quantities numbers_of(int count, int first, int step)
{
    for (int k = 0; k < count; k++) {
        char path[32];
        snprintf(path, sizeof path, "actors.a%d.resolve", first + step * k);
        numbers[k] = (struct uncertain){ .hash = random_hash(path) };
    }
    struct quantities quantities = { .uncertains = count, .uncertain = numbers };
    dimensions_assign(&quantities);
    return quantities;
}

Test(dimensions, each_has_its_own)
{
    const int counts[] = { 0, 1, 55, 256, 257, 300 };
    for (size_t k = 0; k < sizeof counts / sizeof *counts; k++) {
        int taken[DESIGN_DIMENSIONS + 1] = { 0 };
        numbers_of(counts[k], 0, 1);
        for (int number = 0; number < counts[k]; number++)
            taken[numbers[number].dimension]++;
        int beyond = counts[k] > DESIGN_DIMENSIONS ? counts[k] - DESIGN_DIMENSIONS : 0;
        for (int dimension = 0; dimension < DESIGN_DIMENSIONS; dimension++)
            cr_expect(taken[dimension] <= 1 && (beyond == 0 || taken[dimension] == 1));
        cr_expect_eq(taken[DESIGN_DIMENSIONS], beyond);
    }
}

Test(dimensions, order_does_not_matter)
{
    int forward[55];
    numbers_of(55, 0, 1);
    for (int k = 0; k < 55; k++)
        forward[k] = numbers[k].dimension;
    numbers_of(55, 54, -1);
    for (int k = 0; k < 55; k++)
        cr_expect_eq(numbers[k].dimension, forward[54 - k]);
}

/* 55 of 256: a number more takes a few of the others' places at the most, and mostly none. */
Test(dimensions, a_number_more_changes_little)
{
    int before[55], moved = 0, most = 0;
    numbers_of(55, 0, 1);
    for (int k = 0; k < 55; k++)
        before[k] = numbers[k].dimension;
    for (int more = 0; more < 200; more++) {
        int here = 0;
        numbers_of(55, 0, 1);
        numbers[55] = (struct uncertain){ .hash = random_hash("") * (uint64_t)(2 * more + 1) };
        struct quantities quantities = { .uncertains = 56, .uncertain = numbers };
        dimensions_assign(&quantities);
        for (int k = 0; k < 55; k++)
            here += numbers[k].dimension != before[k];
        moved += here;
        most = here > most ? here : most;
    }
    cr_expect(moved < 100 && most <= 5, "%d moved by 200 numbers, at most %d by one", moved, most);
}
