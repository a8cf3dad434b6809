#include "engine/import.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/scenario.h"
#include "tests/said.h"

/* Bueno de Mesquita (1994), p. 78, the table of emission standards: years of delay. */
static const char emissions[] = "Actor,Capability,Position,Salience\n"
                                "Netherlands,0.08,4,0.80\nBelgium,0.08,7,0.40\n"
                                "Luxembourg,0.03,4,0.20\nGermany,0.16,4,0.80\n"
                                "France,0.16,10,0.60\nItaly,0.16,10,0.60\nUK,0.16,10,0.90\n"
                                "Ireland,0.05,7,0.10\nDenmark,0.05,4,1.00\nGreece,0.08,7,0.70\n";

static struct import_table table;
static struct faults faults;
static char *misuse;

static void leave(void)
{
    import_free(&table);
    faults_free(&faults);
    free(misuse);
}

TestSuite(import, .fini = leave);

static bool read_text(const char *text)
{
    import_free(&table);
    faults_free(&faults);
    return import_read(&table, text, strlen(text), "folder/t.csv", &faults);
}

static bool take(const char *text, const char *scale, const char *between)
{
    free(misuse);
    misuse = NULL;
    return read_text(text) && import_scale(&table, scale, &faults, &misuse) &&
           import_contend(&table, between, &faults, &misuse);
}

static void expect_near(double found, double expected)
{
    cr_expect(fabs(found - expected) < 1e-12, "%.17g, expected %.17g", found, expected);
}

static void expect_fault(const char *text, int line, const char *part)
{
    cr_expect_not(take(text, NULL, NULL), "%s", text);
    cr_expect(said(&faults, "folder/t.csv", line, part), "%s: %s", text, said_first(&faults));
}

static void expect_scale(double low, double high)
{
    cr_expect(table.issue[0].low == low && table.issue[0].high == high, "%g to %g",
              table.issue[0].low, table.issue[0].high);
}

/* Weighted mean and median: published with the table (Scholz, Calbert, Smith 2011); the chance by
 * hand: 0.064 + 0.006 + 0.128 + 0.05 = 0.248 against 0.096 + 0.096 + 0.144 = 0.336, those in the
 * middle backing neither. */
Test(import, the_table_of_emission_standards)
{
    cr_assert(take(emissions, NULL, NULL), "%s", said_first(&faults));
    cr_expect(table.actors == 10 && table.issues == 1);
    expect_near(table.issue[0].mean, 7.38995568685377);
    cr_expect_eq(table.issue[0].median, 7);
    expect_scale(4, 10);
    cr_expect_str_eq(table.actor[table.low].key, "germany");
    cr_expect_str_eq(table.actor[table.high].key, "uk");
    expect_near(table.chance, 0.248 / 0.584);
    cr_expect_eq(table.actor[1].support, 0);
    expect_near(table.actor[0].support, -0.064);
}

/* The same order of columns does not matter, nor the words that head them. */
Test(import, headers_by_any_of_their_words)
{
    static const char *const heads[] = {
        "Stakeholder,Clout,Position,Salience",
        "player name;influence;pos;sal",
        "NAME\tPower\tStance (0-100)\tPriority [0-1]",
        "actors,Resources,position_1,salience_1",
        "Actor,relative power,Years of delay position,Years of delay salience",
        "actor,capability,Position (years),Salience",
    };
    for (size_t index = 0; index < sizeof heads / sizeof *heads; index++) {
        char text[256];
        const char *mark = strpbrk(heads[index], ",;\t");
        snprintf(text, sizeof text, "%s\nA%c2%c10%c0.5\nB%c3%c90%c0.25\n", heads[index], *mark,
                 *mark, *mark, *mark, *mark, *mark);
        cr_assert(take(text, NULL, NULL), "%s: %s", heads[index], said_first(&faults));
        cr_expect(table.actor[1].capability == 3 && table.actor[1].position[0].position == 90 &&
                      table.actor[1].position[0].salience == 0.25,
                  "%s", heads[index]);
    }
    cr_assert(
        take("Country,Influence,Preferred position,Importance\nA,1,2,3\nB,1,4,3\n", NULL, NULL));
    cr_expect_str_eq(table.guessed.name[0], "Country");
    cr_expect_str_eq(table.issue[0].key, "t"); /* of folder/t.csv */
    cr_assert(take("Actor,Influence,Position on Trade,Importance of trade\nA,1,2,3\nB,1,4,3\n",
                   NULL, NULL));
    cr_expect_str_eq(table.issue[0].key, "trade");
    cr_expect_eq(table.guessed.count, 0);
    cr_assert(take("Salience,note,Position,Actor,Power\n1,x,2,A,3\n1,y,4,B,5\n", NULL, NULL));
    cr_expect(table.actor[0].capability == 3 && table.ignored.count == 1);
    cr_expect_str_eq(table.ignored.name[0], "note");
}

/* KTAB's leading line and pairs of columns, with commas at the ends of lines. */
Test(import, a_table_of_ktab)
{
    static const char text[] = "Scen/One; 2 ,\"A dummy, quoted\",3,2,\n"
                               "Actor,Description,Power,Pstn1,Sal1,Pstn2,Sal2,\n"
                               "SA-00, First one, 102.543, 75.79, 49.53,  6.37,  5.91,\n"
                               "SA-01, Second one,  53.393, 82.72, 30.33, 73.50, 21.22,\n"
                               "SA-02, Third one, 129.643, 82.45, 48.47, 90.89, 13.55,\n";
    cr_assert(take(text, NULL, NULL), "%s", said_first(&faults));
    cr_expect(table.actors == 3 && table.issues == 2);
    cr_expect_str_eq(table.title, "Scen/One; 2");
    cr_expect_str_eq(table.issue[1].key, "issue_2");
    cr_expect_str_eq(table.issue[1].title, "Issue 2");
    cr_expect_str_eq(table.actor[2].description, "Third one");
    cr_expect_eq(table.actor[1].position[1].position, 73.5);
    expect_scale(0, 100);
    char wrong[sizeof text];
    strcpy(wrong, text);
    *strstr(wrong, "3,2,") = '4';
    expect_fault(wrong, 1, "found 4 actors announced, expected 3");
    strcpy(wrong, text);
    strstr(wrong, "3,2,")[2] = '1';
    expect_fault(wrong, 1, "found 1 dimensions announced, expected 2");
}

Test(import, issues_in_columns_and_in_rows)
{
    cr_assert(take("actor,power,Trade position,Trade salience,BorderPosition,BorderSalience\n"
                   "North,10,0.2,0.9,0.1,0.4\nSouth,8,0.8,0.7,0.9,0.5\nCoast,3,,,0.5,0.2\n",
                   NULL, NULL),
              "%s", said_first(&faults));
    cr_expect_str_eq(table.issue[0].key, "trade");
    cr_expect_str_eq(table.issue[1].key, "border");
    cr_expect_not(table.actor[2].position[0].present);
    double wide = table.chance;
    cr_assert(take("issue,actor,power,position,salience\nTrade,North,10,0.2,0.9\n"
                   "Trade,South,8,0.8,0.7\nBorder,North,10,0.1,0.4\nborder,SOUTH,,0.9,0.5\n"
                   "Border,Coast,3,0.5,0.2\n",
                   NULL, NULL),
              "%s", said_first(&faults));
    cr_expect(table.issues == 2 && table.actors == 3);
    cr_expect_not(table.actor[2].position[0].present);
    /* Both contenders by hand, Coast in the middle of the border backs neither:
     * 10 (0.9 * 0.6 + 0.4 * 0.8) = 8.6 against 8 (0.7 * 0.6 + 0.5 * 0.8) = 6.56. */
    expect_near(wide, 8.6 / 15.16);
    expect_near(table.chance, wide);
}

Test(import, scales_by_the_look_of_positions)
{
    cr_assert(take("actor,power,position,salience\nA,1,0.4,1\nB,1,0.6,1\n", NULL, NULL));
    expect_scale(0, 1);
    cr_assert(take("actor,power,position,salience\nA,1,40,1\nB,1,66,1\n", NULL, NULL));
    expect_scale(0, 100);
    /* Less than a quarter of 0 to 100: prices, say. */
    cr_assert(take("actor,power,position,salience\nA,1,12.85,1\nB,1,14.25,1\n", NULL, NULL));
    expect_scale(12.85, 14.25);
    cr_assert(take("actor,power,position,salience\nA,1,-5,1\nB,1,90,1\n", NULL, NULL));
    expect_scale(-5, 90);
    cr_expect_eq(import_place(&table.issue[0], -5), 0);
    cr_expect_eq(import_place(&table.issue[0], 90), 1);
    cr_assert(take("actor,power,position,salience\nA,1,45.77,1\nB,1,90,1\n", NULL, NULL));
    cr_expect_eq(import_place(&table.issue[0], 45.77), 0.4577); /* 45.77 / 100 is one bit more */
}

Test(import, scales_that_are_given)
{
    static const char two[] = "actor,power,a position,a salience,b position,b salience\n"
                              "A,1,4,1,10,1\nB,1,10,1,90,1\n";
    cr_assert(take(emissions, "0:20", NULL));
    expect_scale(0, 20);
    cr_assert(take(two, "a=4:10", NULL));
    expect_scale(4, 10);
    cr_expect(table.issue[1].low == 0 && table.issue[1].high == 100);
    cr_assert(take(two, "a=0:12,b=-10.5:1e2", NULL));
    cr_expect(table.issue[0].high == 12 && table.issue[1].low == -10.5);
    static const char *const wrong[] = { "",    "4",    "4:",    ":4",    "4:4",   "10:4",
                                         "a:b", "1:2,", "x=1:2", "nan:1", "0:1e99" };
    for (size_t index = 0; index < sizeof wrong / sizeof *wrong; index++) {
        cr_expect_not(take(two, wrong[index], NULL), "%s", wrong[index]);
        cr_expect(misuse != NULL && faults.count == 0, "%s", wrong[index]);
    }
    cr_expect_not(take(emissions, "4:9", NULL));
    cr_expect(misuse == NULL && faults.count == 3);
    cr_expect(said(&faults, "folder/t.csv", 6, "column 'Position': found 10"));
}

Test(import, contenders_that_are_given)
{
    cr_assert(take(emissions, NULL, "Denmark,Belgium"));
    cr_expect(table.low == 8 && table.high == 1);
    /* All at 4 back Denmark, 0.248 times half of the scale; those at 7 or above back Belgium:
     * 0.032 + 0.005 + 0.056 and 0.336, times the same half. */
    expect_near(table.chance, 0.248 / (0.248 + 0.429));
    cr_assert(take(emissions, NULL, "uk,germany")); /* by position, whatever the order */
    cr_expect_str_eq(table.actor[table.low].key, "germany");
    cr_assert(
        take("actor,power,position,salience\n\"Smith, J.\",1,1,1\nB,1,2,1\n", NULL, "Smith, J.,B"));
    static const char *const wrong[][2] = {
        { "Germany", "expected two actors" },
        { "Germany,Germny", "did you mean 'germany'" },
        { "uk,UK", "twice" },
        { "France,Italy", "no issue on which france and italy differ" },
        { ",", "unknown actor ''" },
    };
    for (size_t index = 0; index < sizeof wrong / sizeof *wrong; index++) {
        cr_expect_not(take(emissions, NULL, wrong[index][0]), "%s", wrong[index][0]);
        cr_expect(misuse != NULL && strstr(misuse, wrong[index][1]) != NULL, "%s: %s",
                  wrong[index][0], misuse);
    }
}

/* Of equals, the first. */
Test(import, contenders_of_equal_strength)
{
    cr_assert(
        take("actor,power,position,salience\nA,1,1,1\nB,1,2,1\nC,2,9,0.5\nD,1,8,1\n", NULL, NULL));
    cr_expect(table.low == 0 && table.high == 2);
}

/* Every key is a name of its own; the mediator's too. */
Test(import, keys_that_clash_are_numbered)
{
    cr_assert(take("actor,power,position,salience\nA B,1,1,1\nA-B,1,2,1\na_b_2,1,3,1\n"
                   "Mediator,1,4,1\n\xe4\xb8\xad,1,4,1\n\xe5\x9b\xbd,1,4,1\n",
                   NULL, NULL),
              "%s", said_first(&faults));
    static const char *const keys[] = { "a_b", "a_b_2", "a_b_2_2", "mediator", "actor", "actor_2" };
    for (int index = 0; index < table.actors; index++)
        cr_expect_str_eq(table.actor[index].key, keys[index]);
    cr_expect_str_eq(table.mediator, "mediator_2");
    cr_expect_eq(table.numbered.count, 3);
    cr_assert_eq(table.unwritten.count, 2);
    cr_expect_str_eq(table.unwritten.name[1], "\xe5\x9b\xbd");
    cr_expect_str_eq(table.stand_ins.name[1], "actor_2");
}
