#include "engine/table_rows.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"

/* Appends lists of rows that are of one size. */
static size_t table_append(struct table_cleared *out, size_t used, double **const *rows,
                           size_t count, size_t size)
{
    assert(used + count <= TABLE_CLEARED);
    for (size_t k = 0; k < count; k++)
        out[used + k] = (struct table_cleared){ rows[k], size };
    return used + count;
}

static size_t table_append_single(struct table *table, struct table_cleared *out, size_t used)
{
    double **const rows[] = { &table->front,          &table->steps_done,   &table->coercion,
                              &table->signed_strain,  &table->strain,       &table->left,
                              &table->strain_offered, &table->left_offered, &table->confidentiality,
                              &table->credibility,    &table->cohesion,     &table->lean,
                              &table->trust,          &table->trust_gain,   &table->trust_loss,
                              &table->fought };
    return table_append(out, used, rows, sizeof rows / sizeof *rows, 1);
}

static size_t table_append_actors(struct table *table, struct table_cleared *out, size_t used)
{
    double **const rows[] = { &table->exhaustion,
                              &table->resource,
                              &table->walked,
                              &table->jolt,
                              &table->shelter_left,
                              &table->audience,
                              &table->friction,
                              &table->reworked,
                              &table->resolve,
                              &table->mood,
                              &table->drift_belief,
                              &table->drift_variance,
                              &table->belief_mean,
                              &table->belief_variance,
                              &table->claim,
                              &table->doubt,
                              &table->held,
                              &table->held_picture,
                              &table->refused_worth,
                              &table->refused_held,
                              &table->offer_worth,
                              &table->worth,
                              &table->refused_running,
                              &table->expected_growth,
                              &table->growth,
                              &table->mobilised_from,
                              &table->mobilised_until,
                              &table->mobilised_times,
                              &table->legitimacy,
                              &table->weariness,
                              &table->standing,
                              &table->weight,
                              &table->utility };
    return table_append(out, used, rows, sizeof rows / sizeof *rows,
                        (size_t)table->scenario->game.actors);
}

static size_t table_append_issues(struct table *table, struct table_cleared *out, size_t used)
{
    double **const rows[] = { &table->status_quo, &table->package,   &table->offer,
                              &table->low,        &table->high,      &table->true_low,
                              &table->true_high,  &table->bound_low, &table->bound_high,
                              &table->refused,    &table->share };
    return table_append(out, used, rows, sizeof rows / sizeof *rows,
                        (size_t)table->scenario->game.issues);
}

/* Those of levers, shocks and groups, and what models remember. */
static size_t table_append_others(struct table *table, struct table_cleared *out, size_t used)
{
    const struct scenario *scenario = table->scenario;
    size_t moods = (size_t)scenario->game.actors * table->acceptance->about.state_rows;
    struct table_cleared others[] = { { &table->shock_ends, (size_t)scenario->shocks },
                                      { &table->mood_state, moods },
                                      { &table->lever_since, (size_t)scenario->levers },
                                      { &table->idle, (size_t)scenario->levers },
                                      { &table->zone_memory, bargain_zone_rows(&scenario->game) },
                                      { &table->offer_memory, bargain_zone_rows(&scenario->game) },
                                      { &table->readiness, (size_t)scenario->process.groups },
                                      { &table->meets, (size_t)scenario->process.groups } };
    size_t count = sizeof others / sizeof *others;
    assert(used + count <= TABLE_CLEARED);
    memcpy(out + used, others, sizeof others);
    return used + count;
}

size_t table_rows_cleared(struct table *table, struct table_cleared out[TABLE_CLEARED])
{
    size_t used = table_append_single(table, out, 0);
    used = table_append_actors(table, out, used);
    used = table_append_issues(table, out, used);
    return table_append_others(table, out, used);
}

/* Rows of drivers; how many are one row an actor, and one in all. */
enum { DRIVERS_EACH = 15, DRIVERS_ALL = 6 };

static void drivers_rows(struct drivers *drivers, double **out[DRIVERS_EACH + DRIVERS_ALL])
{
    double **all[DRIVERS_EACH + DRIVERS_ALL] = {
        &drivers->cost,       &drivers->burn,         &drivers->aid,        &drivers->backfill,
        &drivers->damage,     &drivers->capability,   &drivers->bonus,      &drivers->kept,
        &drivers->paid,       &drivers->gift,         &drivers->expense,    &drivers->audience,
        &drivers->precision,  &drivers->noise,        &drivers->legitimacy, &drivers->doubt,
        &drivers->guarantees, &drivers->verification, &drivers->strain,     &drivers->restraint,
        &drivers->confidence,
    };
    memcpy(out, all, sizeof all);
}

void table_drivers_new(struct drivers *drivers, size_t actors)
{
    double **rows[DRIVERS_EACH + DRIVERS_ALL];
    drivers_rows(drivers, rows);
    for (int k = 0; k < DRIVERS_EACH + DRIVERS_ALL; k++)
        *rows[k] = memory_rows(k < DRIVERS_EACH ? actors : 1);
}

void table_drivers_free(struct drivers *drivers)
{
    double **rows[DRIVERS_EACH + DRIVERS_ALL];
    drivers_rows(drivers, rows);
    for (int k = 0; k < DRIVERS_EACH + DRIVERS_ALL; k++)
        free(*rows[k]);
}
