#include "engine/uncertain.h"

#include <math.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/number.h"
#include "engine/schema.h"
#include "models/catalogue.h"

const struct parameter uncertain_parameters[] = {
    { .name = "dist",
      .kind = PARAMETER_MODEL,
      .words = "distribution",
      .required = true,
      .unit = "",
      .meaning = "how the number is spread" },
    PARAMETER_END,
};

static const struct parameter list_parameters[] = {
    { .name = "values",
      .kind = PARAMETER_NUMBERS,
      .required = true,
      .unit = "",
      .meaning = "the values that it may take" },
    { .name = "weights",
      .kind = PARAMETER_NUMBERS,
      .unit = "",
      .meaning = "how likely they are, up to a common factor; alike where absent" },
    PARAMETER_END,
};

const struct parameter *uncertain_lists(const char *kind, const struct model *model)
{
    if (strcmp(kind, "distribution") != 0)
        return NULL;
    return ((const struct distribution *)(const void *)model)->lists ? list_parameters : NULL;
}

bool uncertain_is(const struct node *node)
{
    return node != NULL && node->kind == NODE_GROUP && tree_member(node, "dist") != NULL;
}

static double uncertain_number(const struct node *node, const struct scope *scope)
{
    double number = NAN;
    if (node->kind == NODE_TEXT)
        scope_level(scope, node->text, &number);
    else
        number = node->real;
    return number;
}

/* The parameters that the group gives, and the defaults of the others. */
static void uncertain_fill(const struct node *group, const struct scope *scope,
                           const struct model *model, struct distribution_settings *settings)
{
    for (const struct parameter *entry = model->parameters; entry != NULL && entry->name != NULL;
         entry++) {
        const struct node *node = tree_member(group, entry->name);
        double *field = (double *)(void *)((char *)settings + entry->offset);
        *field = node == NULL ? entry->initial : uncertain_number(node, scope);
    }
}

static const double *uncertain_list(const struct node *list, const struct scope *scope, int *count,
                                    struct allocations **owned)
{
    *count = list == NULL ? 0 : tree_count(list);
    if (*count == 0)
        return NULL;
    double *numbers = allocations_new(owned, (size_t)*count, sizeof *numbers);
    int index = 0;
    for (const struct node *element = list->first; element != NULL; element = element->next)
        numbers[index++] = uncertain_number(element, scope);
    return numbers;
}

const struct distribution *uncertain_read(const struct node *group, const struct scope *scope,
                                          struct distribution_settings *settings,
                                          struct allocations **owned, const char **sentence)
{
    const struct model *model = catalogue_find("distribution", tree_member(group, "dist")->text);
    const struct distribution *distribution = (const void *)model;
    *settings = (struct distribution_settings){ 0 };
    *sentence = NULL;
    uncertain_fill(group, scope, model, settings);
    if (distribution->lists) {
        int weights;
        const struct node *list = tree_member(group, "weights");
        settings->weight = uncertain_list(list, scope, &weights, owned);
        settings->value =
            uncertain_list(tree_member(group, "values"), scope, &settings->count, owned);
        if (list != NULL && weights != settings->count)
            *sentence = "there must be as many weights as values";
    }
    if (*sentence == NULL && model->check != NULL)
        *sentence = model->check(settings);
    if (*sentence != NULL)
        return NULL;
    return distribution;
}

double uncertain_mean(const struct distribution *distribution,
                      const struct distribution_settings *settings, double low, double high)
{
    double mean = distribution->mean(settings);
    return mean < low ? low : mean > high ? high : mean;
}

static char *uncertain_misplaced(const struct distribution *distribution,
                                 const struct distribution_settings *settings,
                                 const struct parameter *parameter)
{
    char range[3 * NUMBER_SIZE], mean[NUMBER_SIZE];
    double least, most, expected = distribution->mean(settings);
    distribution->support(settings, &least, &most);
    schema_range(parameter, range, sizeof range);
    if (!isfinite(expected))
        return memory_text("found a distribution without a finite mean, expected one that has it");
    if (expected >= parameter->low && expected <= parameter->high)
        return NULL;
    if (least > parameter->high || most < parameter->low)
        return memory_format("found a distribution wholly outside %s, expected its values in there",
                             range);
    number_format(mean, sizeof mean, expected);
    return memory_format("found a distribution with mean %s, expected a mean in %s", mean, range);
}

char *uncertain_fault(const struct node *group, const struct scope *scope,
                      const struct parameter *parameter)
{
    struct allocations *owned = NULL;
    struct distribution_settings settings;
    const char *sentence;
    const struct distribution *distribution =
        uncertain_read(group, scope, &settings, &owned, &sentence);
    char *fault = distribution == NULL ? memory_text(sentence)
                                       : uncertain_misplaced(distribution, &settings, parameter);
    allocations_free(owned);
    return fault;
}
