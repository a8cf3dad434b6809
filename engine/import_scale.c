#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/import.h"
#include "engine/label.h"
#include "engine/memory.h"
#include "engine/number.h"

/* Positions that take up less than this share of 0 to 100 are taken to have a scale of their own:
 * years, prices. */
static const double IMPORT_NARROW = 0.25;

/* Without the last digits of a division, which would show: 45.77 / 100 is 0.4577. */
double import_place(const struct import_issue *issue, double position)
{
    return floor((position - issue->low) / (issue->high - issue->low) * 1e12 + 0.5) / 1e12;
}

static void import_ends(struct import_table *table, int index, double *least, double *most)
{
    *least = HUGE_VAL;
    *most = -HUGE_VAL;
    for (int actor = 0; actor < table->actors; actor++) {
        const struct import_position *position = &table->actor[actor].position[index];
        if (position->present) {
            *least = position->position < *least ? position->position : *least;
            *most = position->position > *most ? position->position : *most;
        }
    }
}

static void import_set(struct import_issue *issue, double low, double high, const char *scale)
{
    issue->low = low;
    issue->high = high;
    issue->scale = scale;
}

/* One scale for all issues where it is a usual one, else each its own. */
static void import_guess(struct import_table *table)
{
    double least = HUGE_VAL, most = -HUGE_VAL;
    for (int index = 0; index < table->issues; index++) {
        struct import_issue *issue = &table->issue[index];
        import_ends(table, index, &issue->least, &issue->most);
        least = issue->least < least ? issue->least : least;
        most = issue->most > most ? issue->most : most;
    }
    bool unit = least >= 0 && most <= 1;
    bool hundred = least >= 0 && most <= 100 && most - least >= 100 * IMPORT_NARROW;
    for (int index = 0; index < table->issues; index++) {
        struct import_issue *issue = &table->issue[index];
        if (unit || hundred)
            import_set(issue, 0, unit ? 1 : 100, "the usual scale, since all positions lie on it");
        else if (issue->least < issue->most)
            import_set(issue, issue->least, issue->most, "the lowest and highest in the table");
        else
            import_set(issue, issue->least - 1, issue->most + 1,
                       "around the only one in the table");
    }
}

static struct import_issue *import_named(struct import_table *table, const char *name)
{
    char *key = label_key(name, "issue");
    struct import_issue *found = NULL;
    for (int index = 0; index < table->issues; index++)
        if (strcmp(table->issue[index].key, key) == 0)
            found = &table->issue[index];
    free(key);
    return found;
}

static char *import_unknown(struct import_table *table, const char *name)
{
    struct names names = { 0 };
    for (int index = 0; index < table->issues; index++)
        names_add(&names, table->issue[index].key);
    char *hint = names_sample(&names, name);
    char *message = memory_format("--scale: found the unknown issue '%s'%s", name, hint);
    free(hint);
    names_free(&names);
    return message;
}

/* "LO:HI" or "ISSUE=LO:HI", which is cut to pieces. */
static char *import_take(struct import_table *table, char *entry)
{
    char *equal = strchr(entry, '='), *bounds = equal == NULL ? entry : equal + 1;
    char *shown = memory_text(entry), *colon = strchr(bounds, ':'), *message = NULL;
    double low, high;
    if (colon != NULL)
        *colon = '\0';
    if (equal != NULL)
        *equal = '\0';
    struct import_issue *issue = equal == NULL ? NULL : import_named(table, entry);
    if (colon == NULL || !number_parse_real(bounds, &low) || !number_parse_real(colon + 1, &high) ||
        low >= high || fabs(low) > 1e15 || fabs(high) > 1e15)
        message = memory_format("--scale: found '%s', expected LO:HI or ISSUE=LO:HI, two numbers "
                                "with LO below HI",
                                shown);
    else if (equal != NULL && issue == NULL)
        message = import_unknown(table, entry);
    for (int index = 0; index < table->issues && message == NULL; index++)
        if (issue == NULL || issue == &table->issue[index])
            import_set(&table->issue[index], low, high, "as given by --scale");
    free(shown);
    return message;
}

static char *import_take_all(struct import_table *table, const char *given)
{
    char *copy = memory_text(given), *message = NULL;
    for (char *entry = copy; entry != NULL && message == NULL;) {
        char *comma = strchr(entry, ',');
        if (comma != NULL)
            *comma = '\0';
        message = import_take(table, entry);
        entry = comma == NULL ? NULL : comma + 1;
    }
    free(copy);
    return message;
}

static void import_within(const struct import_table *table, int index, struct faults *faults)
{
    const struct import_issue *issue = &table->issue[index];
    for (int actor = 0; actor < table->actors; actor++) {
        const struct import_position *position = &table->actor[actor].position[index];
        if (position->present &&
            (position->position < issue->low || position->position > issue->high))
            faults_add(faults, table->file, position->line,
                       "column '%s': found %g, expected a position from %g to %g (--scale)",
                       issue->header, position->position, issue->low, issue->high);
    }
}

static double import_weight(const struct import_actor *actor, int issue)
{
    const struct import_position *position = &actor->position[issue];
    return position->present ? actor->capability * position->salience : 0;
}

/* The weights of the actors whose position is at or below a place. */
static double import_below(const struct import_table *table, int issue, double place)
{
    double sum = 0;
    for (int index = 0; index < table->actors; index++)
        if (table->actor[index].position[issue].present &&
            table->actor[index].position[issue].position <= place)
            sum += import_weight(&table->actor[index], issue);
    return sum;
}

/* The weighted mean, and the lower weighted median: the first position at which half of the weight
 * has been reached. */
static void import_middle(struct import_table *table, int issue)
{
    double all = import_below(table, issue, HUGE_VAL), sum = 0, median = HUGE_VAL;
    for (int index = 0; index < table->actors; index++) {
        const struct import_position *position = &table->actor[index].position[issue];
        sum += import_weight(&table->actor[index], issue) * position->position;
        if (position->present && position->position < median &&
            2 * import_below(table, issue, position->position) >= all)
            median = position->position;
    }
    table->issue[issue].mean = sum / all;
    table->issue[issue].median = median;
}

bool import_scale(struct import_table *table, const char *given, struct faults *faults,
                  char **misuse)
{
    int before = faults->count;
    import_guess(table);
    *misuse = given == NULL ? NULL : import_take_all(table, given);
    for (int index = 0; index < table->issues && *misuse == NULL; index++) {
        import_within(table, index, faults);
        import_middle(table, index);
    }
    return *misuse == NULL && faults->count == before;
}
