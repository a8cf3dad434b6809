#include "engine/verdict.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static void expect_good(const char *text, int terms, const char *last)
{
    struct verdict verdict;
    char *fault;
    cr_assert(verdict_parse(text, &verdict, &fault), "%s: %s", text, fault);
    cr_assert(verdict.terms == terms && fault == NULL);
    char *found = verdict_text(&verdict.term[terms - 1]);
    cr_expect_str_eq(found, last);
    free(found);
}

static void expect_bad(const char *text, const char *part)
{
    struct verdict verdict;
    char *fault;
    cr_assert(!verdict_parse(text, &verdict, &fault), "%s", text);
    cr_expect(strstr(fault, part) != NULL, "%s: %s", text, fault);
    free(fault);
}

Test(verdict, conditions)
{
    expect_good("deal<-0.05", 1, "deal<-0.05");
    expect_good(" not  frozen_conflict > 5 % ", 1, "not frozen_conflict>0.05");
    expect_good("deal<-5%,continued_war>.1 , changed>1", 3, "changed>1");
    expect_bad("", "found ''");
    expect_bad("deal", "expected < or >");
    expect_bad("deals<0", "found 'deals<0', expected deal, frozen_conflict");
    expect_bad("notdeal<0", "expected deal");
    expect_bad("deal=0", "expected < or >");
    expect_bad("deal<", "expected a number");
    expect_bad("deal<=0.1", "expected a number");
    expect_bad("deal<5", "[-1, 1]");
    expect_bad("deal<101%", "[-1, 1]");
    expect_bad("deal<0.1%%", "expected a number");
    expect_bad("deal<nan", "expected a number");
    expect_bad("deal<0.1,", "found ''");
    expect_bad("deal<0.1,,deal>0", "found ''");
    expect_bad(
        "deal<0,deal<0,deal<0,deal<0,deal<0,deal<0,deal<0,deal<0,deal<0,deal<0,deal<0,deal<0,"
        "deal<0,deal<0,deal<0,deal<0,deal<0",
        "more than 16");
}

static bool holds(const char *text, double low, double high)
{
    struct verdict verdict;
    char *fault;
    cr_assert(verdict_parse(text, &verdict, &fault), "%s", text);
    return verdict_holds(&verdict.term[0], (struct interval){ low, high });
}

/* Only what the whole interval shows; `not` holds unless that is shown. */
Test(verdict, only_what_is_shown)
{
    cr_expect(holds("deal<-0.05", -0.09, -0.06) && !holds("deal<-0.05", -0.09, -0.04));
    cr_expect(!holds("deal<-0.05", -0.09, -0.05) && !holds("deal<-0.05", 0, 0));
    cr_expect(holds("deal>0.05", 0.06, 0.09) && !holds("deal>0.05", 0.04, 0.09));
    cr_expect(holds("not deal>-0.05", -0.09, 0.02) && !holds("not deal>-0.05", -0.04, 0.02));
    cr_expect(!holds("deal<0.5", NAN, NAN) && holds("not deal<0.5", NAN, NAN));
}
