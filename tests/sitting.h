/* A pie, two who fight over it and whoever mediates; and the table after a block of trials. */
#ifndef TESTS_SITTING_H
#define TESTS_SITTING_H

#include "engine/negotiation.h"
#include "engine/table.h"
#include "tests/play.h"

/* Two actors over one pie, on a front that stands still at half, and whoever mediates. */
#define PIE(first, second, mediators)                                                              \
    "issues = { pie = { front = true; core = true; status_quo = 0.5; }; };"                        \
    "actors = { first = { role = \"belligerent\"; side = \"high\"; capability = 1; discount = "    \
    "0.95; war = { cost = 0.1; }; positions = { pie = { ideal = 1; }; }; " first " };"             \
    "second = { role = \"belligerent\"; side = \"low\"; capability = 1; discount = 0.95;"          \
    " war = { cost = 0.1; }; positions = { pie = { ideal = 0; }; }; " second " };" mediators       \
    " }; war = { model = \"front\"; start = 0.5; };"
#define NASH(rate, more)                                                                           \
    "process = { protocol = \"mediated\"; solver = \"nash\"; text_rate = " rate "; " more " };"

/* A table after one block of a scenario. */
struct sitting {
    struct scenario *scenario;
    struct table *table;
    struct history *history;
};

__attribute__((unused)) static struct sitting sit(const char *text)
{
    struct faults faults = { 0 };
    struct sitting self = { .scenario = scenario_from_text(text, "test", &faults) };
    faults_print(&faults, stderr);
    cr_assert(self.scenario != NULL);
    self.table = negotiation_new(self.scenario);
    self.history = history_new(self.scenario);
    negotiation_play(self.table, 0, LANES, self.history);
    return self;
}

__attribute__((unused)) static void rise(struct sitting *self)
{
    history_free(self->history);
    negotiation_free(self->table);
    scenario_free(self->scenario);
}

#endif
