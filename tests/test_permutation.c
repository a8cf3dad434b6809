/* That a permutation is one, and that all are equally likely. */
#include <criterion/criterion.h>

#include <stdlib.h>

#include "models/permutation.h"
#include "models/random.h"

static void key_of(uint64_t number, uint64_t key[4])
{
    random_threefry((const uint64_t[4]){ number, 0, 0, 0 }, (const uint64_t[4]){ 31, 0, 0, 0 },
                    key);
}

Test(permutation, every_number_once)
{
    const uint64_t sizes[] = { 1, 2, 3, 4, 5, 6, 7, 15, 16, 17, 63, 100, 625, 1000, 6250, 65537 };
    for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++) {
        uint64_t key[4];
        bool *seen = calloc(sizes[k], sizeof *seen);
        key_of(k, key);
        for (uint64_t index = 0; index < sizes[k]; index++) {
            uint64_t place = permutation_of(index, sizes[k], key);
            cr_assert(place < sizes[k] && !seen[place], "size %zu", (size_t)sizes[k]);
            seen[place] = true;
        }
        free(seen);
    }
}

/* The largest that a run can ask for, 10^12 trials in 16 replicates, stays inside. */
Test(permutation, of_a_large_size)
{
    uint64_t key[4], size = 62500000000;
    key_of(1, key);
    for (uint64_t index = 0; index < 1000; index++)
        cr_expect(permutation_of(size - 1 - index * 2385, size, key) < size);
}

/* Chi-squared of the permutations of 2 .. 5 numbers, each 2,000 times on average: mean `cells` - 1,
 * variance twice that. Beyond 5 standard deviations in one of 100,000 such tests (chi-squared is
 * skewed); the keys are fixed. */
Test(permutation, all_are_equally_likely)
{
    for (uint64_t size = 2, cells = 2; size <= 5; size++, cells *= size) {
        uint64_t count[120] = { 0 }, draws = 2000 * cells;
        for (uint64_t draw = 0; draw < draws; draw++) {
            uint64_t key[4], place[5], rank = 0;
            key_of(1000 + draw, key);
            for (uint64_t index = 0; index < size; index++)
                place[index] = permutation_of(index, size, key);
            for (uint64_t index = 0; index < size; index++) {
                uint64_t smaller = 0;
                for (uint64_t other = index + 1; other < size; other++)
                    smaller += place[other] < place[index];
                rank = rank * (size - index) + smaller;
            }
            count[rank]++;
        }
        double square = 0, expected = 2000, freedom = (double)cells - 1;
        for (uint64_t cell = 0; cell < cells; cell++) {
            double off = (double)count[cell] - expected;
            square += off * off / expected;
        }
        cr_expect((square - freedom) * (square - freedom) < 25 * 2 * freedom,
                  "size %zu: chi-squared %.1f with %.0f degrees of freedom", (size_t)size, square,
                  freedom);
    }
}
