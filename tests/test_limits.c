#include <criterion/criterion.h>

#include "engine/limits.h"

Test(limits, times)
{
    static const struct {
        const char *text;
        double seconds;
    } cases[] = {
        { "90", 90 },   { "0.5", 0.5 },   { "55m", 3300 }, { "1h30m", 5400 },
        { "2h", 7200 }, { "1h1s", 3601 }, { "1.5m", 90 },  { "1h2m3s", 3723 },
    };
    static const char *const wrong[] = { "",      "0",    "-1",  "0s",  "m",  "1x",
                                         "30m1h", "1h1h", "1 h", "nan", "1m5" };
    double seconds;
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        cr_expect(limits_time(cases[k].text, &seconds), "%s", cases[k].text);
        cr_expect_eq(seconds, cases[k].seconds);
    }
    for (size_t k = 0; k < sizeof wrong / sizeof *wrong; k++)
        cr_expect_not(limits_time(wrong[k], &seconds), "%s", wrong[k]);
}

Test(limits, precisions)
{
    static const char *const wrong[] = { "", "0", "%", "0.5", "-0.1", "100%", "0%", "1e", "5 %" };
    struct precision precision;
    cr_expect(limits_precision("0.005", &precision) && !precision.relative);
    cr_expect_eq(precision.width, 0.005);
    cr_expect(limits_precision("10%", &precision) && precision.relative);
    cr_expect_eq(precision.width, 0.1);
    for (size_t k = 0; k < sizeof wrong / sizeof *wrong; k++)
        cr_expect_not(limits_precision(wrong[k], &precision), "%s", wrong[k]);
}

Test(limits, shards)
{
    static const char *const wrong[] = { "",    "1",         "1/",    "/2",  "2/2", "-1/2",
                                         "0/0", "0/1000001", "1/2/3", "a/b", "0 /2" };
    int shard, shards;
    cr_expect(limits_shard("0/1", &shard, &shards) && shard == 0 && shards == 1);
    cr_expect(limits_shard("999999/1000000", &shard, &shards) && shard == 999999);
    for (size_t k = 0; k < sizeof wrong / sizeof *wrong; k++)
        cr_expect_not(limits_shard(wrong[k], &shard, &shards), "%s", wrong[k]);
}
