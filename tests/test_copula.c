#include <criterion/criterion.h>
#include <math.h>

#include "engine/copula.h"

Test(copula, groups_what_hangs_together_in_the_order_of_hashes)
{
    /* 0 - 3 - 1 hang together; 2 stands alone; 4 - 5 are a group of their own. */
    static const struct copula_pair pairs[] = { { 0, 3, 0.5 }, { 3, 1, 0.25 }, { 5, 4, -0.75 } };
    static const uint64_t hash[] = { 30, 10, 5, 20, 2, 1 };
    struct allocations *owned = NULL;
    int groups;
    struct correlation *group = copula_groups(pairs, 3, hash, 6, &groups, &owned);
    cr_assert(groups == 2 && group[0].count == 3 && group[1].count == 2);
    cr_expect(group[0].member[0] == 1 && group[0].member[1] == 3 && group[0].member[2] == 0);
    cr_expect(group[1].member[0] == 5 && group[1].member[1] == 4);
    cr_expect(group[1].factor[2] == -0.75);
    allocations_free(owned);
}

Test(copula, factor_times_its_transpose_is_the_matrix)
{
    static const struct copula_pair pairs[] = { { 0, 1, 0.3 }, { 1, 2, -0.6 }, { 2, 0, 0.2 } };
    static const uint64_t hash[] = { 1, 2, 3 };
    static const double matrix[3][3] = { { 1, 0.3, 0.2 }, { 0.3, 1, -0.6 }, { 0.2, -0.6, 1 } };
    struct allocations *owned = NULL;
    int groups;
    struct correlation *group = copula_groups(pairs, 3, hash, 3, &groups, &owned);
    cr_assert(groups == 1 && group->count == 3);
    for (int row = 0; row < 3; row++)
        for (int column = 0; column < 3; column++) {
            double sum = 0;
            for (int k = 0; k < 3; k++)
                sum += group->factor[3 * row + k] * group->factor[3 * column + k];
            cr_expect_float_eq(sum, matrix[row][column], 1e-15);
        }
    allocations_free(owned);
}

Test(copula, refuses_what_no_law_can_have)
{
    static const struct copula_pair pairs[] = { { 0, 1, 0.9 }, { 1, 2, 0.9 }, { 2, 0, -0.9 } };
    static const uint64_t hash[] = { 1, 2, 3 };
    struct allocations *owned = NULL;
    int groups;
    cr_expect(copula_groups(pairs, 3, hash, 3, &groups, &owned) == NULL && groups == -1);
    allocations_free(owned);
}
