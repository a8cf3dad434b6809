#include <criterion/criterion.h>
#include <math.h>

#include "models/root.h"

struct asked {
    double power;
    int *calls;
};

static double shifted_power(const void *about, double at)
{
    const struct asked *asked = about;
    ++*asked->calls;
    double value = at;
    for (int m = 1; m < asked->power; m++)
        value *= at;
    return value - 0.3;
}

/* The root of x^n = .3, to the last digits, in few steps however crooked. */
Test(root, finds_powers)
{
    for (int power = 1; power <= 20; power++) {
        int calls = 0;
        struct asked asked = { power, &calls };
        double root = root_find(shifted_power, &asked, 0, 1);
        cr_assert_float_eq(root, pow(0.3, 1.0 / power), 1e-14);
        cr_assert(calls < 20, "%d calls for power %d", calls, power);
    }
}

static double jump(const void *about, double at)
{
    return at < *(const double *)about ? -1 : 2;
}

Test(root, closes_in_on_a_jump)
{
    double where = 0.123456789;
    cr_assert_float_eq(root_find(jump, &where, 0, 1), where, 1e-14);
}

Test(root, takes_an_end_whose_sign_is_the_others)
{
    double where = -1;
    cr_assert_eq(root_find(jump, &where, 0, 1), 0);
    where = 2;
    cr_assert_eq(root_find(jump, &where, 0, 1), 1);
}
