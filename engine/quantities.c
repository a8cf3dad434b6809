#include "engine/quantities.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/quantile.h"
#include "engine/uncertain.h"
#include "models/random.h"

enum { QUANTITIES_PATH = 512 };

static int quantities_row(struct quantities *quantities, double expected)
{
    quantities->expected = memory_grow(quantities->expected, (size_t)quantities->rows + 1,
                                       sizeof *quantities->expected);
    quantities->expected[quantities->rows] = expected;
    return quantities->rows++;
}

static bool quantities_is_uncertain(const struct quantities *quantities, int row)
{
    for (int index = 0; index < quantities->uncertains; index++)
        if (quantities->uncertain[index].row == row)
            return true;
    return false;
}

static struct quantity quantities_constant(struct quantities *quantities, double value)
{
    for (int row = 0; row < quantities->rows; row++)
        if (memcmp(&quantities->expected[row], &value, sizeof value) == 0 &&
            !quantities_is_uncertain(quantities, row))
            return (struct quantity){ row, value };
    return (struct quantity){ quantities_row(quantities, value), value };
}

static char *quantities_path(struct compile *compile, const struct node *node)
{
    char path[QUANTITIES_PATH];
    tree_path(node, path, sizeof path);
    char *copy = compile_new(compile, strlen(path) + 1, 1);
    return strcpy(copy, path);
}

static struct quantity quantities_uncertain(struct compile *compile,
                                            const struct parameter *parameter,
                                            const struct node *node)
{
    struct quantities *quantities = &compile->scenario->quantities;
    struct uncertain entry = { .path = quantities_path(compile, node),
                               .low = parameter->low,
                               .high = parameter->high };
    const char *sentence;
    struct scope scope = compile->scope;
    scope.position = parameter->kind == PARAMETER_POSITION;
    entry.hash = random_hash(entry.path);
    entry.distribution =
        uncertain_read(node, &scope, &entry.settings, &compile->scenario->owned, &sentence);
    assert(entry.distribution != NULL);
    quantile_prepare(entry.distribution, &entry.settings);
    double mean = uncertain_mean(entry.distribution, &entry.settings, entry.low, entry.high);
    entry.row = quantities_row(quantities, mean);
    quantities->uncertain = memory_grow(quantities->uncertain, (size_t)quantities->uncertains + 1,
                                        sizeof *quantities->uncertain);
    quantities->uncertain[quantities->uncertains++] = entry;
    return (struct quantity){ entry.row, mean };
}

static struct quantity quantities_level(const struct compile *compile, const struct node *node)
{
    const struct issue *issues = compile->scenario->game.issue;
    int issue = scope_index(&compile->scope, "issue", compile->scope.issue->name);
    int level = scope_index(&compile->scope, "level", node->text);
    assert(issue >= 0 && level >= 0 && level < issues[issue].levels);
    return issues[issue].level[level].at;
}

struct quantity quantities_read(struct compile *compile, const struct parameter *parameter,
                                const struct node *node)
{
    struct quantities *quantities = &compile->scenario->quantities;
    if (node == NULL)
        return isnan(parameter->initial) ? (struct quantity){ -1, NAN }
                                         : quantities_constant(quantities, parameter->initial);
    if (node->kind == NODE_GROUP)
        return quantities_uncertain(compile, parameter, node);
    if (node->kind == NODE_TEXT)
        return quantities_level(compile, node);
    return quantities_constant(quantities, node->real);
}
