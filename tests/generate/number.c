/* Numbers and distributions of random scenarios. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/libconfig.h"
#include "engine/memory.h"
#include "engine/uncertain.h"
#include "models/catalogue.h"
#include "tests/generate/generate.h"

enum { NUMBER_COUNT = 6, NUMBER_TRIES = 40 };

/* A number of a distribution: also the name of a level where that is its position. */
struct number {
    double at;
    const char *level; /* NULL: written as a number */
};

/* Where a distribution's values shall lie. */
struct target {
    double low, high;
    const struct generate_issue *issue; /* whose levels may stand for numbers; NULL: none */
};

/* splitmix64 */
static uint64_t generate_bits(struct generate *generate)
{
    uint64_t z = generate->state += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

double generate_share(struct generate *generate)
{
    return (double)(generate_bits(generate) >> 11) * 0x1p-53;
}

int generate_index(struct generate *generate, int count)
{
    return (int)(generate_share(generate) * count);
}

bool generate_chance(struct generate *generate, double chance)
{
    return generate_share(generate) < chance;
}

static double number_inside(double number, double low, double high)
{
    return number < low ? low : number > high ? high : number;
}

/* Of any size between a thousandth and `most`, all orders of magnitude alike. */
static double number_sized(struct generate *generate, double most)
{
    return 1e-3 * pow(most / 1e-3, generate_share(generate));
}

double generate_number(struct generate *generate, double low, double high, double initial)
{
    double share = generate_share(generate), most = fmax(fabs(low), fabs(high));
    if (generate_chance(generate, generate->wild ? 0.15 : 0.02))
        return generate_chance(generate, 0.5) ? low : high;
    if (isfinite(initial) && initial != 0 && generate_chance(generate, generate->wild ? 0.2 : 0.7))
        return number_inside(initial * (0.3 + 1.4 * share), low, high);
    if (low >= 0 && high <= 1 && generate_chance(generate, 0.5))
        return low + (high - low) * share;
    if (!generate->wild && most > 0.3)
        most = 0.3;
    double number = number_sized(generate, fmax(most, 2e-3));
    return number_inside(low < 0 && generate_chance(generate, 0.5) ? -number : number, low, high);
}

static void number_add(struct text *text, struct generate *generate, double number)
{
    bool whole = number == floor(number) && fabs(number) < 1e6;
    if (whole && generate_chance(generate, 0.5))
        text_add(text, "%d", (int)number);
    else
        text_add(text, "%#.17g", number);
}

void generate_write(struct generate *generate, double number)
{
    number_add(&generate->out, generate, number);
}

static const struct generate_level *number_level(struct generate *generate,
                                                 const struct generate_issue *issue)
{
    const struct generate_level *level =
        issue == NULL || issue->levels == 0
            ? NULL
            : &issue->level[generate_index(generate, issue->levels)];
    return level != NULL && level->certain ? level : NULL;
}

static struct number number_draw(struct generate *generate, const struct target *target)
{
    const struct generate_level *level = number_level(generate, target->issue);
    if (level != NULL && generate_chance(generate, 0.3))
        return (struct number){ level->at, level->name };
    return (struct number){ target->low + (target->high - target->low) * generate_share(generate),
                            NULL };
}

static int number_compare(const void *left, const void *right)
{
    double a = ((const struct number *)left)->at, b = ((const struct number *)right)->at;
    return (a > b) - (a < b);
}

/* Ascending. */
static void number_fill(struct generate *generate, const struct target *target,
                        struct number *number, int count)
{
    for (int i = 0; i < count; i++)
        number[i] = number_draw(generate, target);
    qsort(number, (size_t)count, sizeof *number, number_compare);
}

/* Both texts are of the same distribution; `plain` names no levels. */
struct draft {
    struct text text, plain;
};

static void number_say(struct draft *draft, struct generate *generate, const struct number *number)
{
    uint64_t state = generate->state;
    if (number->level != NULL)
        text_add(&draft->text, "\"%s\"", number->level);
    else
        number_add(&draft->text, generate, number->at);
    generate->state = state;
    number_add(&draft->plain, generate, number->at);
}

static void number_list(struct draft *draft, struct generate *generate, const char *name,
                        const struct number *number, int count)
{
    text_add(&draft->text, "%s = ( ", name);
    text_add(&draft->plain, "%s = ( ", name);
    for (int i = 0; i < count; i++) {
        number_say(draft, generate, &number[i]);
        text_add(&draft->text, i + 1 < count ? ", " : " ); ");
        text_add(&draft->plain, i + 1 < count ? ", " : " ); ");
    }
}

/* Parameters that may lie anywhere are drawn from the target, in ascending order; others are shapes
 * of a size that people use. Where a table has lists, they are as long as each other. */
static void number_table(struct draft *draft, struct generate *generate,
                         const struct parameter *table, const struct target *target)
{
    struct number place[NUMBER_COUNT];
    int next = 0, count = 1 + generate_index(generate, NUMBER_COUNT);
    number_fill(generate, target, place, NUMBER_COUNT);
    for (; table != NULL && table->name != NULL; table++) {
        bool anywhere = table->low <= -1e11 && table->high >= 1e11;
        if (!table->required && generate_chance(generate, 0.5))
            continue;
        if (table->kind == PARAMETER_NUMBERS) {
            number_list(draft, generate, table->name, place, count);
            number_fill(generate, &(struct target){ 0.1, 3, NULL }, place, NUMBER_COUNT);
            continue;
        }
        struct number shape = { generate_number(generate, table->low, fmin(table->high, 30), NAN),
                                NULL };
        text_add(&draft->text, "%s = ", table->name);
        text_add(&draft->plain, "%s = ", table->name);
        number_say(draft, generate, anywhere ? &place[next++] : &shape);
        text_add(&draft->text, "; ");
        text_add(&draft->plain, "; ");
    }
}

static const struct model *number_model(struct generate *generate)
{
    for (;;) {
        const struct catalogue_entry *entry = &catalogue[generate_index(generate, catalogue_count)];
        if (strcmp(entry->kind, "distribution") == 0)
            return entry->model;
    }
}

static struct draft number_draft(struct generate *generate, const struct model *model,
                                 const struct target *target)
{
    struct draft draft = { 0 };
    text_add(&draft.text, "{ dist = \"%s\"; ", model->name);
    text_add(&draft.plain, "{ dist = \"%s\"; ", model->name);
    number_table(&draft, generate, model->parameters, target);
    number_table(&draft, generate, uncertain_lists("distribution", model), target);
    text_add(&draft.text, "}");
    text_add(&draft.plain, "}");
    return draft;
}

/* What the models' own checks say of it, and whether it suits the parameter. */
static bool number_suits(const struct draft *draft, const struct parameter *parameter)
{
    struct faults faults = { 0 };
    struct node *group = libconfig_read_value(draft->plain.bytes, "draft", &faults);
    char *fault = group == NULL ? memory_text(faults.fault[0].message)
                                : uncertain_fault(group, &(struct scope){ 0 }, parameter);
    bool suits = fault == NULL;
    free(fault);
    tree_free(group);
    faults_free(&faults);
    return suits;
}

/* False where none was found that suits. */
static bool number_distribution(struct generate *generate, const struct parameter *parameter,
                                const struct generate_issue *issue)
{
    const struct model *model = number_model(generate);
    for (int try = 0; try < NUMBER_TRIES; try++) {
        double one = generate_number(generate, parameter->low, parameter->high, parameter->initial);
        double two = generate_number(generate, parameter->low, parameter->high, parameter->initial);
        struct target target = { fmin(one, two), fmax(one, two), issue };
        struct draft draft = number_draft(generate, model, &target);
        bool suits = number_suits(&draft, parameter);
        if (suits)
            text_add(&generate->out, "%s", draft.text.bytes);
        free(draft.text.bytes);
        free(draft.plain.bytes);
        if (suits) {
            names_add(&generate->uncertain, generate->path);
            return true;
        }
    }
    return false;
}

void generate_quantity(struct generate *generate, const struct parameter *parameter,
                       const struct generate_place *place)
{
    bool position = parameter->kind == PARAMETER_POSITION;
    const struct generate_issue *issue =
        position && place->issue >= 0 ? &generate->issue[place->issue] : NULL;
    if (issue != NULL && issue->levels > 0 && generate_chance(generate, 0.5)) {
        text_add(&generate->out, "\"%s\"",
                 issue->level[generate_index(generate, issue->levels)].name);
        return;
    }
    if (generate_chance(generate, 0.3) && number_distribution(generate, parameter, issue))
        return;
    generate_write(generate,
                   generate_number(generate, parameter->low, parameter->high, parameter->initial));
}
