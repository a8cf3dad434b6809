/* What every model of the catalogue promises, whatever its kind: a model is tested by being listed.
 */
#include <criterion/criterion.h>

#include <math.h>
#include <string.h>

#include "models/catalogue.h"

Test(catalogue, every_model_explains_itself)
{
    for (int k = 0; k < catalogue_count; k++) {
        const struct model *model = catalogue[k].model;
        cr_expect(model->summary != NULL && strlen(model->summary) > 20, "%s %s", catalogue[k].kind,
                  model->name);
        cr_expect(model->summary[strlen(model->summary) - 1] == '.', "%s: a summary is a sentence",
                  model->name);
        cr_expect(model->formula != NULL && strlen(model->formula) > 3, "%s has a formula",
                  model->name);
        cr_expect(model->source != NULL && strlen(model->source) > 10, "%s has a source",
                  model->name);
        cr_expect_eq(catalogue_find(catalogue[k].kind, model->name), model,
                     "%s is found by its name", model->name);
    }
}

static void check_entry(const char *owner, const struct parameter *entry)
{
    cr_expect(entry->meaning != NULL && strlen(entry->meaning) > 5, "%s.%s has a meaning", owner,
              entry->name);
    cr_expect(entry->unit != NULL, "%s.%s has a unit, if only none", owner, entry->name);
    bool number = entry->kind == PARAMETER_QUANTITY || entry->kind == PARAMETER_POSITION ||
                  entry->kind == PARAMETER_COUNT || entry->kind == PARAMETER_REAL;
    if (!number)
        return;
    cr_expect(entry->low < entry->high, "%s.%s has a range", owner, entry->name);
    cr_expect(isnan(entry->initial) ||
                  (entry->low <= entry->initial && entry->initial <= entry->high),
              "%s.%s: the default lies in the range", owner, entry->name);
}

Test(catalogue, tables_are_sound)
{
    for (int k = 0; k < catalogue_count; k++) {
        const struct model *model = catalogue[k].model;
        for (const struct parameter *entry = model->parameters;
             entry != NULL && entry->name != NULL; entry++) {
            check_entry(model->name, entry);
            for (const struct parameter *other = model->parameters; other != entry; other++)
                cr_expect(strcmp(other->name, entry->name) != 0, "%s: %s stands twice", model->name,
                          entry->name);
        }
    }
}

Test(catalogue, names_are_unique_in_their_kind)
{
    for (int k = 0; k < catalogue_count; k++)
        for (int other = 0; other < k; other++)
            cr_expect(strcmp(catalogue[k].kind, catalogue[other].kind) != 0 ||
                          strcmp(catalogue[k].model->name, catalogue[other].model->name) != 0,
                      "%s %s", catalogue[k].kind, catalogue[k].model->name);
}

/* Settings of a model with every quantity in a row of its own at its default. */
struct defaults {
    _Alignas(64) double values[32 * LANES];
    char settings[512];
};

static void defaults_fill(struct defaults *defaults, const struct model *model)
{
    int row = 0;
    memset(defaults, 0, sizeof *defaults);
    cr_assert(model->settings_size <= sizeof defaults->settings);
    for (const struct parameter *entry = model->parameters; entry != NULL && entry->name != NULL;
         entry++) {
        if (entry->kind != PARAMETER_QUANTITY && entry->kind != PARAMETER_POSITION)
            continue;
        struct quantity quantity = { .row = isnan(entry->initial) ? -1 : row,
                                     .expected = entry->initial };
        memcpy(defaults->settings + entry->offset, &quantity, sizeof quantity);
        if (quantity.row >= 0)
            block_fill(block_row(defaults->values, (size_t)row++), entry->initial, LANES);
    }
}

Test(catalogue, moods_do_not_depend_on_the_block)
{
    for (int k = 0; k < catalogue_count; k++) {
        if (strcmp(catalogue[k].kind, "acceptance") != 0)
            continue;
        const struct acceptance *rule = (const struct acceptance *)catalogue[k].model;
        struct defaults defaults;
        defaults_fill(&defaults, catalogue[k].model);
        _Alignas(64) double whole[4 * LANES] = { 0 }, single[4 * LANES] = { 0 }, mood[LANES],
                                      alone[LANES];
        cr_assert(rule->about.state_rows <= 4);
        for (uint32_t round = 1; round <= 5; round++) {
            struct random all = { .seed = 5, .trial = 100, .round = round, .lanes = LANES };
            struct random one = { .seed = 5, .trial = 117, .round = round, .lanes = 1 };
            rule->mood(defaults.settings, defaults.values, whole, &all, 99, mood);
            rule->mood(defaults.settings, defaults.values, single, &one, 99, alone);
            cr_expect(mood[17] == alone[0], "%s, round %u", rule->about.name, round);
        }
    }
}

/* The mood's spread is what it says: 64 x 300 draws, sd within 4 standard errors (6 in 100,000). */
Test(catalogue, moods_are_spread_as_they_say)
{
    for (int k = 0; k < catalogue_count; k++) {
        if (strcmp(catalogue[k].kind, "acceptance") != 0)
            continue;
        const struct acceptance *rule = (const struct acceptance *)catalogue[k].model;
        struct defaults defaults;
        defaults_fill(&defaults, catalogue[k].model);
        double mood[LANES], spread[LANES], sum = 0;
        for (uint64_t block = 0; block < 300; block++) {
            _Alignas(64) double state[4 * LANES] = { 0 };
            struct random random = {
                .seed = 11, .trial = block * LANES, .round = 1, .lanes = LANES
            };
            rule->mood(defaults.settings, defaults.values, state, &random, 7, mood);
            for (int lane = 0; lane < LANES; lane++)
                sum += mood[lane] * mood[lane];
        }
        rule->spread(defaults.settings, defaults.values, spread, 1);
        double sd = sqrt(sum / (300 * LANES));
        cr_expect(fabs(sd - spread[0]) <= 4 * spread[0] * sqrt(1.05 / (300 * LANES)),
                  "%s: sd %.5f, says %.5f", rule->about.name, sd, spread[0]);
    }
}

enum { EACH = 15, DRIVERS = 21, ACTORS = 2 };

struct drivers_memory {
    _Alignas(64) double rows[DRIVERS * ACTORS * LANES];
    struct drivers drivers;
};

static void drivers_reset(struct drivers_memory *memory)
{
    struct drivers *drivers = &memory->drivers;
    double **rows[DRIVERS] = { &drivers->cost,       &drivers->bonus,        &drivers->kept,
                               &drivers->paid,       &drivers->gift,         &drivers->expense,
                               &drivers->backfill,   &drivers->precision,    &drivers->burn,
                               &drivers->aid,        &drivers->capability,   &drivers->damage,
                               &drivers->audience,   &drivers->noise,        &drivers->legitimacy,
                               &drivers->doubt,      &drivers->strain,       &drivers->restraint,
                               &drivers->guarantees, &drivers->verification, &drivers->confidence };
    for (int k = 0; k < DRIVERS; k++) {
        double initial = k < 8 || k >= 18 ? 0 : 1;
        *rows[k] = block_row(memory->rows, (size_t)(k * ACTORS));
        for (int lane = 0; lane < ACTORS * LANES; lane++)
            (*rows[k])[lane] = initial;
    }
}

static void lever_try(const struct lever *lever, const void *settings, double intensity,
                      struct drivers_memory *memory)
{
    double pull[LANES], nothing[LANES], credibility[LANES], size[LANES], rank[LANES];
    bool due[LANES];
    block_fill(pull, intensity, LANES);
    block_fill(nothing, 0, LANES);
    block_fill(credibility, 0.7, LANES);
    block_fill(size, NAN, LANES);
    block_fill(rank, 1, LANES);
    for (int lane = 0; lane < LANES; lane++)
        due[lane] = true;
    drivers_reset(memory);
    struct tug tug = { pull, pull, nothing, due, due, credibility, size, rank };
    lever->pull(settings, 1, &tug, &memory->drivers, LANES);
}

Test(catalogue, levers_act_on_one_thing_of_their_target_alone)
{
    for (int k = 0; k < catalogue_count; k++) {
        if (strcmp(catalogue[k].kind, "lever") != 0)
            continue;
        const struct lever *lever = (const struct lever *)catalogue[k].model;
        static struct drivers_memory idle, half, full;
        struct defaults defaults;
        for (int on = 0; on < 3; on++) {
            defaults_fill(&defaults, catalogue[k].model);
            if (!lever->rewards)
                memcpy(defaults.settings, &on, sizeof on);
            lever_try(lever, defaults.settings, 0, &idle);
            lever_try(lever, defaults.settings, 0.5, &half);
            lever_try(lever, defaults.settings, 1, &full);
            int changed = 0;
            for (int row = 0; row < DRIVERS * ACTORS; row++) {
                double start = idle.rows[row * LANES], middle = half.rows[row * LANES],
                       end = full.rows[row * LANES];
                cr_expect(start == 0 || start == 1, "%s: not pulled, it does nothing",
                          lever->about.name);
                cr_expect((end - middle) * (middle - start) >= 0, "%s: more intensity, more effect",
                          lever->about.name);
                changed += end != start;
                cr_expect(end == start || row % ACTORS == 1 || row / ACTORS >= EACH,
                          "%s acts on its target", lever->about.name);
            }
            cr_expect_eq(changed, lever->rewards ? 3 : 1,
                         "%s acts on exactly one thing; a reward, what of it is kept and is paid",
                         lever->about.name);
        }
    }
}

/* Swapping the sides' strengths, and the first belligerent's side, mirrors a war that favours
 * nobody. */
Test(catalogue, wars_are_symmetric_in_the_sides)
{
    for (int k = 0; k < catalogue_count; k++) {
        if (strcmp(catalogue[k].kind, "war") != 0)
            continue;
        const struct war *war = (const struct war *)catalogue[k].model;
        struct defaults defaults;
        double low[LANES], high[LANES], drift[2][LANES], volatility[LANES];
        defaults_fill(&defaults, catalogue[k].model);
        block_fill(low, 2.385, LANES);
        block_fill(high, 0.71, LANES);
        war->move(defaults.settings, defaults.values, low, high, true, drift[0], volatility, LANES);
        war->move(defaults.settings, defaults.values, high, low, false, drift[1], volatility,
                  LANES);
        double sum = drift[0][3] + drift[1][3];
        cr_expect_float_eq(sum, war->at_once ? 1 : 0, 1e-15, "%s", war->about.name);
    }
}
