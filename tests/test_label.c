#include "engine/label.h"

#include <criterion/criterion.h>
#include <stdlib.h>

#include "engine/token.h"

static void expect(char *found, const char *expected)
{
    cr_expect_str_eq(found, expected, "found %s, expected %s", found, expected);
    free(found);
}

Test(label, base_of_a_path)
{
    expect(label_base("a/b.csv", NULL), "b");
    expect(label_base("b.cfg", "cfg"), "b");
    expect(label_base("b.txt", "cfg"), "b.txt");
    expect(label_base("b.tar.gz", NULL), "b.tar");
    expect(label_base("a/", "cfg"), "");
    expect(label_base(".cfg", "cfg"), ".cfg");
}

Test(label, names_of_scenarios)
{
    expect(label_name("talks"), "talks");
    expect(label_name("my war, 2nd try"), "my-war-2nd-try");
    expect(label_name("a\"b\\c"), "a-b-c");
    expect(label_name("  a--b  "), "a--b");
    expect(label_name("C\xc3\xb4te_1.2"), "C\xc3\xb4te_1.2");
    expect(label_name("--a-"), "a");
    expect(label_name("!?."), "");
    expect(label_name(""), "");
}

/* Keys are names that a scenario can hold, whatever they are made of. */
Test(label, keys_of_a_scenario)
{
    static const char *const cases[][2] = {
        { "United States", "united_states" },
        { "C\xc3\xb4te d'Ivoire", "cote_d_ivoire" },
        { "\xc3\x85land / \xc3\x98stfold", "aland_ostfold" },
        { "Stra\xc3\x9f"
          "e \xc3\x86r\xc3\xb8",
          "strasse_aero" },
        { "\xc5\x81\xc3\xb3"
          "d\xc5\xba",
          "lodz" },
        { "e\xcc\x81tat", "etat" }, /* a mark of its own */
        { "A\xe2\x80\x93"
          "B",
          "a_b" }, /* a dash */
        { "  EUR/JPN  ", "eur_jpn" },
        { "27 states", "actor_27_states" },
        { "\xe4\xb8\xad\xe5\x9b\xbd", "actor" },
        { "\xd0\xa0\xd0\xbe\xd1\x81\xd1\x81\xd0\xb8\xd1\x8f", "actor" },
        { "True", "actor_true" },
        { "dist", "actor_dist" },
        { "-", "actor" },
    };
    for (size_t index = 0; index < sizeof cases / sizeof *cases; index++) {
        char *key = label_key(cases[index][0], "actor");
        cr_expect(token_is_name(key), "%s", key);
        expect(key, cases[index][1]);
    }
}

Test(label, words_of_a_command_line)
{
    expect(label_word("a/b-1.cfg"), "a/b-1.cfg");
    expect(label_word("my war.cfg"), "'my war.cfg'");
    expect(label_word("it's"), "'it'\\''s'");
    expect(label_word("$x"), "'$x'");
    expect(label_word("-n"), "'./-n'");
    expect(label_word(""), "''");
}
