#include "engine/vary.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "engine/number.h"
#include "engine/scenario.h"
#include "tests/scenario_text.h"

static void expect_refused(const char *text, bool spread, const char *part)
{
    struct vary vary;
    char *sentence = vary_parse(&vary, text, spread);
    cr_expect(sentence != NULL && strstr(sentence, part) != NULL, "%s: %s", text,
              sentence == NULL ? "accepted" : sentence);
    free(sentence);
    vary_free(&vary);
}

static void expect_values(const char *text, const char *path, const char *joined)
{
    struct vary vary;
    char found[512] = "", *sentence = vary_parse(&vary, text, false);
    cr_assert_null(sentence, "%s: %s", text, sentence);
    cr_expect_str_eq(vary.path, path);
    for (long k = 0; k < vary.count; k++) {
        char *value = vary_place(&vary, k);
        strcat(strcat(found, k == 0 ? "" : "|"), value);
        free(value);
    }
    cr_expect_str_eq(found, joined);
    vary_free(&vary);
}

/* Commas divide values, but not inside brackets and quotation marks. */
Test(vary, reads_lists)
{
    expect_values("a.b=nash", "a.b", "nash");
    expect_values(" a.b = nash , 0.50,1.0,-3 ", "a.b", "nash|0.5|1|-3");
    expect_values("a={dist=\"normal\"; mean=1; sd=2;},{dist=\"discrete\"; values=(1,2);},3", "a",
                  "{dist=\"normal\"; mean=1; sd=2;}|{dist=\"discrete\"; values=(1,2);}|3");
    expect_values("a=\"x,y\",\"{\",\"1:2:3\",\"\\\",\"", "a", "\"x,y\"|\"{\"|\"1:2:3\"|\"\\\",\"");
    expect_values("a=(\"x\",\"y\"),[1,2]", "a", "(\"x\",\"y\")|[1,2]");
    expect_values("a=b=c", "a", "b=c");
    expect_values("a=true,false", "a", "true|false");
    expect_values("a=1e10,5000000000L", "a", "10000000000.0|5000000000L");
}

/* Both ends are there exactly, and what lies between has no digits that rounding alone made. */
Test(vary, spaces_ranges)
{
    expect_values("a=0.02:0.20:7", "a", "0.02|0.05|0.08|0.11|0.14|0.17|0.2");
    expect_values("a=-0.1:0.3:5", "a", "-0.1|0|0.1|0.2|0.3");
    expect_values("a=1:0:3", "a", "1|0.5|0");
    expect_values("a= 0 : 1 : 2 ", "a", "0|1");
    expect_values("a=0.1:0.7:3", "a", "0.1|0.4|0.7");
    expect_values("a=1e-7:3e-7:3", "a", "1e-07|2e-07|3e-07");
    expect_values("a=0:1:4", "a", "0|0.33333333333333|0.66666666666667|1");
    expect_values("a=0.1234567890123456789:12.3:2", "a", "0.12345678901234568|12.3");
    expect_values("a=1:12.345678901234567:2", "a", "1|12.345678901234567");
}

Test(vary, refuses_what_is_neither)
{
    static const struct {
        const char *text, *part;
    } cases[] = {
        { "", "no path" },
        { "=1,2", "no path" },
        { "a.b", "no '='" },
        { "a=", "found no value" },
        { "a=1,,2", "found no value" },
        { "a=1,2,", "found no value" },
        { "a=,", "found no value" },
        { "a=1,2,1.0", "the value 1 twice" },
        { "a=x,x", "the value x twice" },
        { "a={b,c", "without its other" },
        { "a=b},c", "without its other" },
        { "a={b),c", "without its other" },
        { "a=\"b,c", "without its other" },
        { "a=0:1", "expected LO:HI:N" },
        { "a=0:1:2:3", "expected LO:HI:N" },
        { "a=:1:2", "expected LO:HI:N" },
        { "a=0:1:", "expected LO:HI:N" },
        { "a=0:1:2.5", "expected LO:HI:N" },
        { "a=0:1:3,5", "expected LO:HI:N" },
        { "a=0:x:3", "expected LO:HI:N" },
        { "a=nan:1:3", "expected LO:HI:N" },
        { "a=0x1:1:3", "expected LO:HI:N" },
        { "a=0:1:1", "found 1 values, expected 2 to 1000000" },
        { "a=0:1:0", "found 0 values" },
        { "a=0:1:-3", "found -3 values" },
        { "a=0:1:1000001", "found 1000001 values" },
        { "a=2.5:2.5:3", "two different ends" },
        { "a=1\n,2", "control character" },
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++)
        expect_refused(cases[k].text, false, cases[k].part);
    expect_refused("a=0:1:5", true, "expected LO:HI, two numbers");
    expect_refused("a=1:1", true, "two different ends");
}

static struct vary_plan plan_of(const char *const *texts, int paths)
{
    struct vary_plan plan = { .paths = paths, .spread = VARY_GRID, .seed = 2385 };
    for (int path = 0; path < paths; path++)
        cr_assert_null(vary_parse(&plan.vary[path], texts[path], false));
    return plan;
}

/* The last path's values change fastest. */
Test(vary, walks_a_grid)
{
    const char *const texts[] = { "a=x,y", "b=0:1:3" };
    static const char *const expected[] = { "x0", "x0.5", "x1", "y0", "y0.5", "y1" };
    struct vary_plan plan = plan_of(texts, 2);
    cr_assert_eq(vary_points(&plan), 6);
    for (uint64_t point = 0; point < 6; point++) {
        char *a = vary_value(&plan, point, 0), *b = vary_value(&plan, point, 1), both[32];
        snprintf(both, sizeof both, "%s%s", a, b);
        cr_expect_str_eq(both, expected[point]);
        free(a);
        free(b);
    }
    char *assignment = vary_assignment(&plan, 4, 1);
    cr_expect_str_eq(assignment, "b=0.5");
    free(assignment);
    vary_plan_free(&plan);
}

Test(vary, counts_no_more_points_than_there_may_be)
{
    const char *const most[] = { "a=0:1:1000", "b=0:1:1000" };
    const char *const more[] = { "a=0:1:1000", "b=0:1:1001" };
    const char *const many[] = { "a=0:1:1000000", "b=0:1:1000000", "c=0:1:1000000",
                                 "d=0:1:1000000" };
    struct vary_plan plan = plan_of(most, 2);
    cr_expect_eq(vary_points(&plan), 1000000);
    vary_plan_free(&plan);
    plan = plan_of(more, 2);
    cr_expect_eq(vary_points(&plan), 0);
    char *asked = vary_points_asked(&plan);
    cr_expect_str_eq(asked, "1,001,000");
    free(asked);
    vary_plan_free(&plan);
    plan = plan_of(many, 4);
    cr_expect_eq(vary_points(&plan), 0);
    asked = vary_points_asked(&plan);
    cr_expect_str_eq(asked, "1e+24");
    free(asked);
    vary_plan_free(&plan);
}

static double number_at(const struct vary_plan *plan, uint64_t point, int path)
{
    double number = 0;
    char *value = vary_value(plan, point, path);
    cr_assert(number_parse_real(value, &number), "%s", value);
    free(value);
    return number;
}

/* The definition: each of as many equal parts of a range as there are points holds one. */
Test(vary, latin_hypercube_has_one_point_in_each_part)
{
    enum { POINTS = 37 };
    struct vary_plan plan = { .paths = 3, .spread = VARY_LHS, .points = POINTS, .seed = 2385 };
    cr_assert_null(vary_parse(&plan.vary[0], "a=0.25:0.75", true));
    cr_assert_null(vary_parse(&plan.vary[1], "b=3:-1", true));
    cr_assert_null(vary_parse(&plan.vary[2], "c=x,y,z", true));
    vary_draw(&plan);
    int parts[2][POINTS] = { { 0 } }, letters[3] = { 0 }, apart = 0;
    for (uint64_t point = 0; point < POINTS; point++) {
        int a = (int)((number_at(&plan, point, 0) - 0.25) / 0.5 * POINTS);
        int b = (int)((3 - number_at(&plan, point, 1)) / 4 * POINTS);
        char *c = vary_value(&plan, point, 2);
        parts[0][a]++;
        parts[1][b]++;
        letters[c[0] - 'x']++;
        apart += a != b;
        free(c);
    }
    for (int part = 0; part < POINTS; part++)
        cr_expect(parts[0][part] == 1 && parts[1][part] == 1, "part %d", part);
    for (int letter = 0; letter < 3; letter++)
        cr_expect(letters[letter] == 12 || letters[letter] == 13); /* 37 / 3 */
    cr_expect(apart > POINTS / 2);
    vary_plan_free(&plan);
}

/* Joe and Kuo 2008: any 2^m points of a sequence from a multiple of 2^m on have one in each of 2^m
 * equal parts of every range; of the first two, one in each of the cells that halving makes. */
Test(vary, sobol_sequence_fills_evenly)
{
    enum { POINTS = 64 };
    struct vary_plan plan = {
        .paths = VARY_PATHS, .spread = VARY_SOBOL, .points = 2 * POINTS, .seed = 2385
    };
    for (int path = 0; path < VARY_PATHS; path++) {
        char text[] = "a=0:1";
        text[0] = (char)('a' + path);
        cr_assert_null(vary_parse(&plan.vary[path], text, true));
    }
    for (uint64_t first = 0; first < 2 * POINTS; first += POINTS) {
        int parts[VARY_PATHS][POINTS] = { { 0 } }, cells[8][8] = { { 0 } };
        for (uint64_t point = first; point < first + POINTS; point++) {
            for (int path = 0; path < VARY_PATHS; path++)
                parts[path][(int)(number_at(&plan, point, path) * POINTS)]++;
            cells[(int)(number_at(&plan, point, 0) * 8)][(int)(number_at(&plan, point, 1) * 8)]++;
        }
        for (int path = 0; path < VARY_PATHS; path++)
            for (int part = 0; part < POINTS; part++)
                cr_expect_eq(parts[path][part], 1, "path %d, part %d", path, part);
        for (int cell = 0; cell < 64; cell++)
            cr_expect_eq(cells[cell / 8][cell % 8], 1);
    }
    vary_plan_free(&plan);
}

/* The first direction number of each path that the recurrence makes, m(k) = 2 a(1) m(k-1) + ... +
 * 2^s m(k-s) + m(k-s) with + for exclusive or (Joe and Kuo 2008), worked out by hand from their
 * table: what the point 2^(k-1) has, but for the shift that all points share. */
Test(vary, sobol_sequence_has_the_published_directions)
{
    static const struct {
        int path;
        uint64_t point;
        double expected;
    } cases[] = {
        { 0, 8, 1.0 / 16 },   { 3, 8, 5.0 / 16 },  { 4, 8, 11.0 / 16 },  { 5, 16, 25.0 / 32 },
        { 6, 16, 11.0 / 32 }, { 7, 32, 9.0 / 64 }, { 8, 32, 53.0 / 64 }, { 9, 32, 37.0 / 64 },
    };
    struct vary_plan plan = { .paths = VARY_PATHS, .spread = VARY_SOBOL, .points = 64, .seed = 7 };
    for (int path = 0; path < VARY_PATHS; path++) {
        char text[] = "a=0:1";
        text[0] = (char)('a' + path);
        cr_assert_null(vary_parse(&plan.vary[path], text, true));
    }
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        uint32_t shift = (uint32_t)(number_at(&plan, 0, cases[k].path) * 0x1p32);
        uint32_t digits = (uint32_t)(number_at(&plan, cases[k].point, cases[k].path) * 0x1p32);
        cr_expect_eq((digits ^ shift) * 0x1p-32, cases[k].expected, "path %d", cases[k].path);
    }
    vary_plan_free(&plan);
}

static char *settle(const char *text, struct vary *vary)
{
    struct faults faults = { 0 };
    struct scenario *scenario = scenario_from_text(scenario_text, "test", &faults);
    cr_assert_not_null(scenario);
    cr_assert_null(vary_parse(vary, text, strchr(text, ':') == strrchr(text, ':')));
    char *sentence = vary_settle(vary, scenario->tree);
    scenario_free(scenario);
    return sentence;
}

/* A path that holds a whole number, whether the scenario gives it or not, has whole values. */
Test(vary, keeps_whole_numbers_whole)
{
    static const struct {
        const char *text, *refused;
    } cases[] = {
        { "run.horizon=6:36:7", NULL },
        { "run.tail=0:10:4", NULL },
        { "run.horizon=6:8:4", "at most 3" },
        { "run.horizon=6.5:8:2", "no whole number" },
        { "actors.ukraine.optimism=6.5:8:2", NULL },
        { "actors.ukraine.war.cost.mu=-3.5:-2:2", NULL },
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct vary vary;
        char *sentence = settle(cases[k].text, &vary);
        cr_expect((sentence == NULL) == (cases[k].refused == NULL), "%s", cases[k].text);
        cr_expect(sentence == NULL || strstr(sentence, cases[k].refused) != NULL, "%s", sentence);
        cr_expect_eq(vary.whole, sentence == NULL && k < 2);
        free(sentence);
        vary_free(&vary);
    }
    struct vary vary;
    cr_assert_null(settle("run.tail=0:10:4", &vary));
    static const char *const rounded[] = { "0", "3", "7", "10" };
    for (long place = 0; place < 4; place++) {
        char *value = vary_place(&vary, place);
        cr_expect_str_eq(value, rounded[place]);
        free(value);
    }
    vary_free(&vary);
}

Test(vary, knows_paths_that_meet)
{
    cr_expect(vary_overlap("a.b", "a.b") && vary_overlap("a.b", "a.b.c"));
    cr_expect(vary_overlap("a.b[0].c", "a.b") && vary_overlap("a", "a[1]"));
    cr_expect(!vary_overlap("a.b", "a.bc") && !vary_overlap("a.b.c", "a.b.d"));
}
