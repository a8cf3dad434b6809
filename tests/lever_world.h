/* A world in which what levers do to the bargaining range has a closed form. */
#ifndef TESTS_LEVER_WORLD_H
#define TESTS_LEVER_WORLD_H

#include "engine/chronicle.h"
#include "tests/play.h"

/* A standing front at one half, cost .1 to both, discount .95, a mediator: with a single issue the
 * range runs from W of b, .4, to 1 - W of a + incentives of a, .6 without any. */
#define WORLD(run, a, us, war, process, more) LASTING("6", run, a, us, war, process, more)
#define LASTING(horizon, run, a, us, war, process, more)                                           \
    "name = \"world\"; run = { horizon = " horizon "; " run " };"                                  \
    "issues = { x = { front = true; core = true; status_quo = 0.5; }; };"                          \
    "actors = { a = { role = \"belligerent\"; side = \"low\"; capability = 1; discount = 0.95; "   \
    "    war = { cost = 0.1; }; positions = { x = { ideal = 0.0; }; }; " a " };"                   \
    "  b = { role = \"belligerent\"; side = \"high\"; capability = 1; discount = 0.95; "           \
    "    war = { cost = 0.1; }; positions = { x = { ideal = 1.0; }; }; };"                         \
    "  us = { role = \"mediator\"; " us " }; eu = { role = \"mediator\"; }; };"                    \
    "war = { model = \"front\"; start = 0.5; " war " };"                                           \
    "process = { protocol = \"mediated\"; " process " };" more

#define SILENT "solver = \"nash\"; text_rate = 0.0;"
/* One text, which gives b or a nothing: it refuses that. */
#define MENU "solver = \"menu\";"
#define HARSH_TO_B "packages = { p = { x = 0.0; }; };"
#define HARSH_TO_A "packages = { p = { x = 1.0; }; };"

__attribute__((unused)) static const double d = 0.95;

__attribute__((unused)) static double power(double base, int times)
{
    double product = 1;
    for (int k = 0; k < times; k++)
        product *= base;
    return product;
}

/* One trial told; the caller frees both. */
__attribute__((unused)) static struct chronicle *told(const char *text, uint64_t trial,
                                                      struct scenario **scenario)
{
    struct faults faults = { 0 };
    *scenario = scenario_from_text(text, "test", &faults);
    faults_print(&faults, stderr);
    cr_assert(*scenario != NULL);
    struct chronicle *chronicle = chronicle_new(*scenario);
    chronicle_play(chronicle, trial);
    return chronicle;
}

__attribute__((unused)) static double war_of_b(const char *text, int round)
{
    struct scenario *scenario;
    struct chronicle *chronicle = told(text, 0, &scenario);
    double war = chronicle->round[round].actor[1].war;
    chronicle_free(chronicle);
    scenario_free(scenario);
    return war;
}

/* What the levers add to a settlement for a. */
__attribute__((unused)) static double bonus_of_a(const char *text, int round)
{
    struct scenario *scenario;
    struct chronicle *chronicle = told(text, 0, &scenario);
    double bonus = 0;
    for (int k = 0; k < scenario->levers; k++)
        bonus += chronicle->round[round].lever[k].bonus;
    chronicle_free(chronicle);
    scenario_free(scenario);
    return bonus;
}

#define PRESSURE(more)                                                                             \
    "l = { owner = \"us\"; target = \"b\"; kind = \"pressure\"; on = \"cost\"; size = 0.1; " more  \
    " };"
#define CARROT(more)                                                                               \
    "c = { owner = \"us\"; target = \"a\"; kind = \"incentive\"; size = 0.1; " more " };"
#define LEVERS(list) "levers = { " list " };"

#endif
