#include "engine/correlations.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/consistency.h"
#include "engine/copula.h"
#include "engine/memory.h"
#include "engine/schema.h"
#include "engine/uncertain.h"
#include "models/random.h"

enum { CORRELATIONS_PATH = 512 };

/* The uncertain number that a text names, or NULL with a fault. */
static const struct node *correlations_number(const struct node *root, const struct node *text,
                                              struct faults *faults)
{
    if (text->kind != NODE_TEXT)
        return NULL;
    const struct node *number = tree_find(root, text->text);
    if (uncertain_is(number))
        return number;
    consistency_fault(faults, text,
                      "found '%s', which is %s, expected the path of an uncertain number",
                      text->text, number == NULL ? "no path of this scenario" : "certain");
    return NULL;
}

static int correlations_variable(const struct node **variable, int *variables,
                                 const struct node *number)
{
    for (int index = 0; index < *variables; index++)
        if (variable[index] == number)
            return index;
    variable[*variables] = number;
    return (*variables)++;
}

static bool correlations_pair(const struct node *root, const struct node *element,
                              const struct node **variable, int *variables,
                              struct copula_pair *pair, struct faults *faults)
{
    const struct node *between = schema_member(element, "between");
    const struct node *rho = schema_member(element, "rho");
    if (between == NULL || between->kind != NODE_LIST)
        return false;
    if (tree_count(between) != 2) {
        consistency_fault(faults, between, "found %d, expected two paths", tree_count(between));
        return false;
    }
    const struct node *first = correlations_number(root, between->first, faults);
    const struct node *second = correlations_number(root, between->last, faults);
    if (first != NULL && first == second)
        consistency_fault(faults, between,
                          "found the same number twice, expected two different ones");
    if (first == NULL || second == NULL || first == second)
        return false;
    if (rho == NULL || !(rho->real > -1 && rho->real < 1))
        return false;
    *pair = (struct copula_pair){ correlations_variable(variable, variables, first),
                                  correlations_variable(variable, variables, second), rho->real };
    return true;
}

static bool correlations_repeated(const struct copula_pair *pairs, int count)
{
    const struct copula_pair *last = &pairs[count];
    for (int index = 0; index < count; index++)
        if ((pairs[index].first == last->first && pairs[index].second == last->second) ||
            (pairs[index].first == last->second && pairs[index].second == last->first))
            return true;
    return false;
}

static void correlations_definite(const struct node *list, const struct copula_pair *pairs,
                                  int count, const struct node *const *variable, int variables,
                                  struct faults *faults)
{
    int groups;
    char path[CORRELATIONS_PATH];
    struct allocations *owned = NULL;
    uint64_t *hash = memory_new((size_t)variables, sizeof *hash);
    for (int index = 0; index < variables; index++)
        hash[index] = random_hash(tree_path(variable[index], path, sizeof path));
    copula_groups(pairs, count, hash, variables, &groups, &owned);
    if (groups < 0)
        consistency_fault(faults, list,
                          "found correlations that contradict each other, expected a positive "
                          "definite matrix");
    free(hash);
    allocations_free(owned);
}

/* The pairs of the list and the numbers that they join; `variable` has room for two a pair. */
static int correlations_list(const struct node *root, const struct node *list,
                             struct copula_pair *pairs, const struct node **variable,
                             int *variables, struct faults *faults)
{
    int count = 0;
    *variables = 0;
    for (const struct node *element = list->first; element != NULL; element = element->next) {
        if (!correlations_pair(root, element, variable, variables, &pairs[count], faults))
            continue;
        if (correlations_repeated(pairs, count))
            consistency_fault(faults, element,
                              "found a pair that was named before, expected each pair once");
        else
            count++;
    }
    return count;
}

void correlations_check(const struct node *root, struct faults *faults)
{
    const struct node *list = schema_member(root, "correlations");
    if (list == NULL || list->kind != NODE_LIST)
        return;
    int before = faults->count, variables;
    size_t most = (size_t)tree_count(list);
    struct copula_pair *pairs = memory_new(most, sizeof *pairs);
    const struct node **variable = memory_new(2 * most, sizeof *variable);
    int count = correlations_list(root, list, pairs, variable, &variables, faults);
    if (faults->count == before)
        correlations_definite(list, pairs, count, variable, variables, faults);
    free(variable);
    free(pairs);
}

/* The place of a number in the list of uncertain ones. */
static int correlations_uncertain(const struct quantities *quantities, const struct node *number)
{
    char path[CORRELATIONS_PATH];
    tree_path(number, path, sizeof path);
    int index = 0;
    while (strcmp(quantities->uncertain[index].path, path) != 0) {
        index++;
        assert(index < quantities->uncertains);
    }
    return index;
}

void correlations_compile(const struct node *root, struct quantities *quantities,
                          struct allocations **owned)
{
    const struct node *list = schema_member(root, "correlations");
    if (list == NULL)
        return;
    struct faults none = { 0 };
    int variables;
    size_t most = (size_t)tree_count(list);
    struct copula_pair *pairs = memory_new(most, sizeof *pairs);
    const struct node **variable = memory_new(2 * most, sizeof *variable);
    int count = correlations_list(root, list, pairs, variable, &variables, &none);
    for (int pair = 0; pair < count; pair++) {
        pairs[pair].first = correlations_uncertain(quantities, variable[pairs[pair].first]);
        pairs[pair].second = correlations_uncertain(quantities, variable[pairs[pair].second]);
    }
    uint64_t *hash = memory_new((size_t)quantities->uncertains, sizeof *hash);
    for (int index = 0; index < quantities->uncertains; index++)
        hash[index] = quantities->uncertain[index].hash;
    quantities->correlation =
        copula_groups(pairs, count, hash, quantities->uncertains, &quantities->correlations, owned);
    assert(none.count == 0 && quantities->correlations >= 0);
    free(hash);
    free(variable);
    free(pairs);
}
