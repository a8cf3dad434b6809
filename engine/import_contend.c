#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/import.h"
#include "engine/label.h"
#include "engine/memory.h"

/* The strongest actor on one side of the weighted mean of an issue, the first of equals; -1: none.
 */
static int import_strongest(const struct import_table *table, int issue, bool above)
{
    double best = 0, mean = table->issue[issue].mean;
    int found = -1;
    for (int index = 0; index < table->actors; index++) {
        const struct import_actor *actor = &table->actor[index];
        const struct import_position *position = &actor->position[issue];
        double weight = position->present ? actor->capability * position->salience : 0;
        bool side = above ? position->position > mean : position->position < mean;
        if (side && weight > best) {
            best = weight;
            found = index;
        }
    }
    return found;
}

/* On the first issue that has two sides. */
static bool import_choose(struct import_table *table, struct faults *faults)
{
    for (int issue = 0; issue < table->issues; issue++) {
        bool apart = table->issue[issue].least < table->issue[issue].most;
        table->low = apart ? import_strongest(table, issue, false) : -1;
        table->high = apart ? import_strongest(table, issue, true) : -1;
        if (table->low >= 0 && table->high >= 0)
            return true;
    }
    return faults_add(faults, table->file, 1,
                      "column '%s': found all who carry weight at one position, expected actors on "
                      "two sides",
                      table->issue[0].header);
}

static int import_known(const struct import_table *table, const char *name)
{
    char *key = label_key(name, "actor");
    int found = -1;
    for (int index = 0; index < table->actors && found < 0; index++)
        if (strcmp(table->actor[index].key, key) == 0)
            found = index;
    free(key);
    return found;
}

static char *import_stranger(const struct import_table *table, const char *name)
{
    struct names names = { 0 };
    char *key = label_key(name, "actor");
    for (int index = 0; index < table->actors; index++)
        names_add(&names, table->actor[index].key);
    char *hint = names_sample(&names, key);
    char *message = memory_format("--between: found the unknown actor '%s'%s", name, hint);
    free(hint);
    free(key);
    names_free(&names);
    return message;
}

/* Names may hold commas: any of them may be the one between the two. */
static char *import_name(struct import_table *table, const char *given)
{
    const char *last = NULL;
    for (const char *comma = strchr(given, ','); comma != NULL; comma = strchr(comma + 1, ',')) {
        char *low = memory_format("%.*s", (int)(comma - given), given);
        table->low = import_known(table, low);
        table->high = import_known(table, comma + 1);
        free(low);
        if (table->low >= 0 && table->high >= 0 && table->low != table->high)
            return NULL;
        last = comma;
    }
    if (last == NULL)
        return memory_format("--between: found '%s', expected two actors: LOW,HIGH", given);
    if (table->low >= 0 && table->high >= 0)
        return memory_format("--between: found '%s' twice, expected two actors", last + 1);
    char *low = memory_format("%.*s", (int)(last - given), given);
    char *message = import_stranger(table, table->low < 0 ? low : last + 1);
    free(low);
    return message;
}

/* By how much an actor is nearer to the high contender than to the low one, issue by issue by its
 * salience, times its capability. */
static double import_support(const struct import_table *table, const struct import_actor *actor)
{
    const struct import_actor *low = &table->actor[table->low], *high = &table->actor[table->high];
    double sum = 0;
    for (int issue = 0; issue < table->issues; issue++) {
        const struct import_position *own = &actor->position[issue];
        const struct import_position *below = &low->position[issue],
                                     *above = &high->position[issue];
        if (own->present && below->present && above->present)
            sum += own->salience *
                   (fabs(own->position - below->position) - fabs(own->position - above->position)) /
                   (table->issue[issue].high - table->issue[issue].low);
    }
    return actor->capability * sum;
}

/* LOW is the lower of the two on the first issue on which they differ. */
static void import_order(struct import_table *table)
{
    for (int issue = 0; issue < table->issues; issue++) {
        const struct import_position *low = &table->actor[table->low].position[issue];
        const struct import_position *high = &table->actor[table->high].position[issue];
        if (!low->present || !high->present || low->position == high->position)
            continue;
        if (low->position > high->position) {
            int other = table->low;
            table->low = table->high;
            table->high = other;
        }
        return;
    }
}

bool import_contend(struct import_table *table, const char *given, struct faults *faults,
                    char **misuse)
{
    double against = 0, all = 0;
    *misuse = given == NULL ? NULL : import_name(table, given);
    if (*misuse != NULL || (given == NULL && !import_choose(table, faults)))
        return false;
    import_order(table);
    for (int index = 0; index < table->actors; index++) {
        struct import_actor *actor = &table->actor[index];
        actor->support = import_support(table, actor);
        all += fabs(actor->support);
        against += actor->support < 0 ? -actor->support : 0;
    }
    table->chance = against / all;
    if (table->actor[table->low].support < 0 && table->actor[table->high].support > 0)
        return true;
    *misuse =
        memory_format("--between: found no issue on which %s and %s differ and that both care "
                      "about, expected one",
                      table->actor[table->low].key, table->actor[table->high].key);
    return false;
}
