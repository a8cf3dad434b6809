#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/assignment.h"
#include "engine/consistency.h"
#include "engine/memory.h"
#include "engine/scenario.h"
#include "engine/schema.h"
#include "engine/vary.h"

const struct node *vary_first(const struct node *root)
{
    const struct node *list = schema_member(root, "sweep");
    return list != NULL && list->kind == NODE_LIST ? list->first : NULL;
}

static const char *vary_path(const struct node *element)
{
    const struct node *path = schema_member(element, "path");
    return path != NULL && path->kind == NODE_TEXT ? path->text : NULL;
}

bool vary_overlap(const char *path, const char *other)
{
    size_t length = strlen(path), shared = strlen(other);
    if (length > shared)
        return vary_overlap(other, path);
    return strncmp(path, other, length) == 0 && strchr(".[", other[length]) != NULL;
}

static void vary_check_twin(const struct node *root, const struct node *element,
                            struct faults *faults)
{
    const char *path = vary_path(element);
    for (const struct node *twin = vary_first(root); path != NULL && twin != element;
         twin = twin->next)
        if (vary_path(twin) != NULL && vary_overlap(vary_path(twin), path)) {
            consistency_fault(faults, tree_member(element, "path"),
                              "found '%s', of which sweep[%d] varies a part or the whole; expected "
                              "each path once",
                              path, twin->place);
            return;
        }
}

/* Either both ends, or a list of values. */
static void vary_check_shape(const struct node *element, struct faults *faults)
{
    static const char *const range[] = { "from", "to", "points" };
    const struct node *values = schema_member(element, "values");
    for (size_t k = 0; k < sizeof range / sizeof *range; k++) {
        const struct node *member = schema_member(element, range[k]);
        if (values != NULL && member != NULL)
            consistency_fault(faults, member,
                              "found it beside values, expected either from and to, or values");
        else if (values == NULL && member == NULL && k < 2)
            consistency_fault(faults, element, "found no %s, expected from and to, or values",
                              range[k]);
    }
    if (values != NULL && values->kind == NODE_LIST && values->first == NULL)
        consistency_fault(faults, values, "found an empty list, expected at least one value");
}

void vary_check(const struct node *root, struct faults *faults)
{
    const struct node *first = vary_first(root);
    for (const struct node *element = first; element != NULL; element = element->next) {
        vary_check_twin(root, element, faults);
        if (element->kind == NODE_GROUP)
            vary_check_shape(element, faults);
    }
    if (first != NULL && tree_count(first->parent) > VARY_PATHS)
        consistency_fault(faults, first->parent, "found %d paths, expected at most %d",
                          tree_count(first->parent), VARY_PATHS);
}

static char *vary_settle_whole(struct vary *vary)
{
    double values = fabs(vary->high - vary->low) + 1;
    if (floor(vary->low) < vary->low || floor(vary->high) < vary->high ||
        fmax(fabs(vary->low), fabs(vary->high)) > 0x1p53)
        return memory_text("found an end that is no whole number, which it must be here");
    if ((double)vary->count > values)
        return memory_format("found %ld values, expected at most %.0f: whole numbers from %.0f to "
                             "%.0f",
                             vary->count, values, vary->low, vary->high);
    vary->whole = true;
    return NULL;
}

char *vary_settle(struct vary *vary, const struct node *root)
{
    const struct parameter *entry = assignment_entry(root, scenario_parameters, vary->path);
    if (vary->value != NULL || entry == NULL || entry->kind != PARAMETER_COUNT)
        return NULL;
    return vary_settle_whole(vary);
}
