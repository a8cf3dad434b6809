/* Rows of trials as tests/sample.h makes them: expected lines are put together from its functions,
 * or written by hand. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "engine/number.h"
#include "engine/rows.h"
#include "sample.h"

enum { TRIALS = 60 };

static char *rows_head_of(const struct scenario *const *scenarios, int count)
{
    struct rows_columns columns = { 0 };
    struct text text = { 0 };
    for (int k = 0; k < count; k++)
        rows_columns_add(&columns, scenarios[k]);
    rows_head(&columns, &text);
    rows_columns_free(&columns);
    return text.bytes;
}

/* The lines of a scenario's first trials, in a file that has the columns of `other`, too. */
static char *rows_of(const struct scenario *scenario, const struct scenario *other, int trials)
{
    struct rows_columns columns = { 0 };
    struct text text = { 0 };
    rows_columns_add(&columns, scenario);
    if (other != NULL)
        rows_columns_add(&columns, other);
    struct rows *rows = rows_new(&columns, scenario, scenario->name);
    struct history *history = history_new(scenario);
    sample_fill(history, 0, trials);
    rows_add(rows, history, &text);
    history_free(history);
    rows_free(rows);
    rows_columns_free(&columns);
    return text.bytes;
}

Test(rows, head)
{
    struct scenario sample = sample_scenario(TRIALS);
    char *head = rows_head_of((const struct scenario *[]){ &sample, &sample }, 2);
    cr_expect_str_eq(head, "scenario,trial,seed,outcome,detail,round,u_north,u_south,u_broker,"
                           "territory,neutrality\n");
    free(head);
}

/* The union in order of first appearance; issues that are named like another column. */
Test(rows, head_of_several_scenarios_and_names_that_clash)
{
    struct issue first[] = { { .name = "trial" }, { .name = "line" } };
    struct issue second[] = { { .name = "u_north" },
                              { .name = "line" },
                              { .name = "issue_trial" } };
    struct actor actors[] = { { .name = "west" }, { .name = "north" } };
    struct scenario one = sample_scenario(TRIALS), other = one;
    one.game.issues = 2;
    one.game.issue = first;
    other.game.issues = 3;
    other.game.issue = second;
    other.game.actors = 2;
    other.game.actor = actors;
    char *head = rows_head_of((const struct scenario *[]){ &one, &other }, 2);
    cr_expect_str_eq(head, "scenario,trial,seed,outcome,detail,round,u_north,u_south,u_broker,"
                           "u_west,issue_issue_trial,line,issue_u_north,issue_trial\n");
    free(head);
}

/* A row from the sample's own functions. */
static void rows_expect(const char *line, size_t length, uint64_t trial)
{
    char name[64], round[24] = "", utility[64] = "", other[8] = "", terms[64] = ",", expected[400];
    const struct scenario sample = sample_scenario(TRIALS);
    int detail = sample_detail(trial), outcome = history_detail_outcome(detail);
    if (!sample_failed(trial)) {
        snprintf(round, sizeof round, "%d", sample_since(trial));
        number_format(utility, sizeof utility, sample_utility(trial));
        snprintf(other, sizeof other, "0.1");
        if (outcome == OUTCOME_DEAL)
            snprintf(terms, sizeof terms, "%.10g,0.62", sample_position(trial));
    }
    int expect = snprintf(expected, sizeof expected, "sample,%d,7,%s,%s,%s,%s,%s,,%s", (int)trial,
                          history_outcome_name(outcome),
                          history_detail_name(&sample, detail, name, sizeof name), round, utility,
                          other, terms);
    cr_expect(length == (size_t)expect && strncmp(line, expected, length) == 0, "%.*s, expected %s",
              (int)length, line, expected);
}

Test(rows, every_trial_has_its_row)
{
    struct scenario sample = sample_scenario(TRIALS);
    char *text = rows_of(&sample, NULL, TRIALS), *line = text;
    for (uint64_t trial = 0; trial < TRIALS; trial++) {
        size_t length = strcspn(line, "\n");
        rows_expect(line, length, trial);
        cr_assert(line[length] == '\n');
        line += length + 1;
    }
    cr_expect_str_eq(line, "");
    free(text);
}

/* Trial 0 of the sample: its utility and position are sample_utility(0) and sample_position(0). */
Test(rows, columns_of_other_scenarios_are_missing)
{
    struct issue issues[] = { { .name = "neutrality" }, { .name = "trade" } };
    struct actor actors[] = { { .name = "west" } };
    struct scenario sample = sample_scenario(TRIALS), other = sample;
    other.game.issues = 2;
    other.game.issue = issues;
    other.game.actors = 1;
    other.game.actor = actors;
    char *alone = rows_of(&sample, NULL, 40), *beside = rows_of(&sample, &other, 40);
    char *line = alone, *wider = beside;
    for (int k = 0; k < 40; k++) {
        int commas = 0;
        char expected[400] = "";
        for (char *next = line, *out = expected; *next != '\n'; next++) {
            *out++ = *next;
            commas += *next == ',';
            if (*next == ',' && commas == 9)
                *out++ = ',';
        }
        strcat(expected, ",\n");
        cr_assert(commas == 10 && strncmp(wider, expected, strlen(expected)) == 0, "%s", expected);
        line = strchr(line, '\n') + 1;
        wider = strchr(wider, '\n') + 1;
    }
    free(alone);
    free(beside);
}

/* RFC 4180, section 2, rules 6 and 7; bytes that are no UTF-8 as in JSON. */
Test(rows, quotes_what_must_be_quoted)
{
    static const struct {
        const char *name, *field;
    } cases[] = {
        { "plain name", "plain name,0," },
        { "one, two", "\"one, two\",0," },
        { "a \"word\"", "\"a \"\"word\"\"\",0," },
        { "two\nlines", "\"two\nlines\",0," },
        { "a\rb", "\"a\rb\",0," },
        { "", "\"\",0," },
        { "caf\xc3\xa9 \xff", "caf\xc3\xa9 \xef\xbf\xbd,0," },
    };
    struct scenario sample = sample_scenario(TRIALS);
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        sample.name = cases[k].name;
        char *text = rows_of(&sample, NULL, 1);
        cr_expect(strncmp(text, cases[k].field, strlen(cases[k].field)) == 0, "%s", text);
        free(text);
    }
}

Test(rows, leaves_out_what_is_not_finite_or_not_settled)
{
    struct scenario sample = sample_scenario(TRIALS);
    struct rows_columns columns = { 0 };
    struct text text = { 0 };
    rows_columns_add(&columns, &sample);
    struct rows *rows = rows_new(&columns, &sample, sample.name);
    struct history *history = history_new(&sample);
    sample_fill(history, 0, 3);
    for (int lane = 0; lane < 3; lane++) {
        history->outcome[lane] = OUTCOME_DEAL;
        history->detail[lane] = lane == 0 ? DETAIL_FRAMEWORK : DETAIL_COMPREHENSIVE;
        history->rounds[lane] = 1200;
        history->failed[lane] = false;
        block_row(history->package, 0)[lane] = -0.0;
        block_row(history->utility, 0)[lane] = lane == 1 ? INFINITY : 0.25;
        block_row(history->utility, 1)[lane] = lane == 1 ? NAN : -1e-7;
    }
    history->trial = 999999999998u;
    rows_add(rows, history, &text);
    sample.process.comprehensive.staged = true;
    rows_add(rows, history, &text);
    cr_expect_str_eq(text.bytes,
                     "sample,999999999998,7,deal,framework_holding,1200,0.25,-1e-07,,0,0.62\n"
                     "sample,999999999999,7,deal,comprehensive,1200,,,,0,0.62\n"
                     "sample,1000000000000,7,deal,comprehensive,1200,0.25,-1e-07,,0,0.62\n"
                     "sample,999999999998,7,deal,framework_holding,1200,0.25,-1e-07,,,\n"
                     "sample,999999999999,7,deal,comprehensive,1200,,,,0,0.62\n"
                     "sample,1000000000000,7,deal,comprehensive,1200,0.25,-1e-07,,0,0.62\n");
    history_free(history);
    rows_free(rows);
    rows_columns_free(&columns);
    free(text.bytes);
}
