#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "engine/command.h"
#include "engine/completion.h"
#include "models/catalogue.h"

static void completion_expect(const char *word, const char *offer)
{
    char *found = completion_offer(word);
    cr_expect_str_eq(found, offer, "%s: %s", word, found);
    free(found);
}

Test(completion, words_of_the_tables_stand_for_offers)
{
    completion_expect("SCENARIO", "@scenarios");
    completion_expect("PATH", "@paths");
    completion_expect("PATH=VALUE", "@settings");
    completion_expect("FILE", "@files");
    completion_expect("FILE.csv", "@files");
    completion_expect("TABLE.csv", "@files");
    completion_expect("DIR", "@folders");
    completion_expect("VARIANT", "@variants");
    completion_expect("MODEL", "@models");
    completion_expect("auto|always|never", "auto always never");
    completion_expect("N", "");
    completion_expect("NAME", "");
}

/* A word that is a kind and a group is offered once. */
Test(completion, kinds_and_groups_are_listed)
{
    char *offer = completion_offer("KIND|GROUP");
    int wars = 0;
    for (const char *at = offer; (at = strstr(at, " war")) != NULL; at++)
        wars += at[4] == ' ' || at[4] == '\0';
    cr_expect(wars == 1, "%s", offer);
    cr_expect(names_index(offer, "solver") >= 0 && names_index(offer, "red_line") >= 0);
    free(offer);
}

static void completion_expect_place(const char *arguments, int index, const char *offer, bool last)
{
    struct completion_place place;
    cr_assert(completion_place(arguments, index, &place), "%s: %d", arguments, index);
    cr_expect_str_eq(place.offer, offer, "%s: %s", arguments, place.offer);
    cr_expect_eq(place.last, last, "%s", arguments);
    completion_place_free(&place);
}

Test(completion, places_are_those_of_the_arguments)
{
    struct completion_place place;
    completion_expect_place("SCENARIO [PATH...]", 0, "@scenarios", false);
    completion_expect_place("SCENARIO [PATH...]", 1, "@paths", true);
    completion_expect_place("[TABLE.csv...]", 0, "@files", true);
    completion_expect_place("bash|zsh", 0, "bash zsh", false);
    completion_expect_place("SCENARIO...", 0, "@scenarios", true);
    cr_expect(!completion_place("[KIND]", 1, &place));
    cr_expect(!completion_place("", 0, &place));
}

static void completion_holds(const char *script, const char *word)
{
    cr_expect(strstr(script, word) != NULL, "%s", word);
}

/* Whatever verbs, flags and models there will be. */
Test(completion, scripts_hold_every_verb_flag_and_model)
{
    void (*const shells[])(FILE *) = { completion_bash, completion_zsh, completion_fish };
    for (size_t shell = 0; shell < sizeof shells / sizeof *shells; shell++) {
        char *script;
        size_t size;
        FILE *out = open_memstream(&script, &size);
        shells[shell](out);
        fclose(out);
        for (int index = 0; index < command_count; index++)
            completion_holds(script, commands[index]->name);
        for (int index = 0; index < option_flag_count; index++)
            completion_holds(script, option_flags[index].takes.name);
        for (int index = 0; index < catalogue_count; index++)
            completion_holds(script, catalogue[index].model->name);
        free(script);
    }
}

Test(completion, quotes_hold_any_text)
{
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    completion_quote(out, "a group's keys");
    fclose(out);
    cr_expect_str_eq(text, "'a group'\\''s keys'");
    free(text);
}
