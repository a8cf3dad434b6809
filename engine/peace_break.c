#include "engine/aftermath.h"
#include "engine/ledger.h"
#include "engine/peace.h"

static void peace_relapse(struct table *table, int lane, int cause, int round)
{
    table->relapsed[lane] = true;
    peace_enter(table, lane, (struct turn){ PHASE_WAR, cause, -1 }, round);
}

static void peace_violate(struct table *table, int lane, int cause, int round)
{
    table->violated[lane] = true;
    peace_relapse(table, lane, cause, round);
}

static void peace_violations(struct table *table, int round)
{
    const struct scenario *scenario = table->scenario;
    const double *stall = table_row(table, &table->truth, scenario->process.comprehensive.stall);
    struct peril peril[LANES];
    double uniform[LANES], halted[LANES];
    aftermath_perils(table, peril);
    random_uniform(&table->random, PURPOSE_VIOLATION, 0, uniform);
    random_uniform(&table->random, PURPOSE_STALL, 0, halted);
    for (int lane = 0; lane < table->lanes; lane++) {
        double violation = peril[lane].left > 0 ? peril[lane].first : peril[lane].later;
        if (!table_agreed(table, lane) || table->since[lane] == round)
            continue;
        if (uniform[lane] < violation)
            peace_violate(table, lane, CAUSE_VIOLATED, round);
        else if (table->phase[lane] == PHASE_TALKS && halted[lane] < stall[lane])
            peace_freeze(table, lane, DETAIL_STALLED, CAUSE_STALLED, round);
    }
}

/* Flare-ups are frequent in a freeze's first rounds and rare after; monitoring cuts both by up to
 * four fifths. Those that do not become war are incidents. */
static void peace_flare_ups(struct table *table, const bool *frozen, int round)
{
    const struct ceasefire *rule = &table->scenario->process.ceasefire;
    const double *early = table_row(table, &table->truth, rule->flare_up);
    const double *later = table_row(table, &table->truth, rule->flare_up_later);
    const double *monitoring = table_row(table, &table->truth, rule->monitoring);
    const double *escalation = table_row(table, &table->truth, rule->escalation);
    double uniform[LANES];
    random_uniform(&table->random, PURPOSE_FLARE_UP, 0, uniform);
    for (int lane = 0; lane < table->lanes; lane++) {
        int age = round - table->since[lane];
        if (!frozen[lane] || age == 0)
            continue;
        double plain = (age <= rule->flare_up_rounds ? early[lane] : later[lane]) *
                       (1 - 0.8 * monitoring[lane]);
        double hazard = aftermath_flare_up(&table->truth, plain, lane);
        if (uniform[lane] < hazard * escalation[lane]) {
            peace_relapse(table, lane, CAUSE_FLARE_UP, round);
        } else if (uniform[lane] < hazard) {
            table->incident[lane] = true;
            ledger_incident(table, lane);
        }
    }
}

/* Incidents and spoilers' attacks. */
static void peace_troubles(struct table *table, int round)
{
    bool open[LANES];
    int cause[LANES];
    for (int lane = 0; lane < table->lanes; lane++)
        open[lane] = table->since[lane] != round &&
                     (table_agreed(table, lane) || table->phase[lane] == PHASE_FROZEN);
    aftermath_troubles(table, open, cause);
    for (int lane = 0; lane < table->lanes; lane++) {
        if (cause[lane] >= 0 && table_agreed(table, lane))
            peace_violate(table, lane, cause[lane], round);
        else if (cause[lane] >= 0)
            peace_relapse(table, lane, cause[lane], round);
    }
}

void peace_test(struct table *table, int round)
{
    bool frozen[LANES];
    for (int lane = 0; lane < table->lanes; lane++) {
        frozen[lane] = table->phase[lane] == PHASE_FROZEN;
        table->incident[lane] = table->attack[lane] = false;
    }
    peace_violations(table, round);
    peace_flare_ups(table, frozen, round);
    if (table->troubled)
        peace_troubles(table, round);
    aftermath_carry_out(table, round);
}
