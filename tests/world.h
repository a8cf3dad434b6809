/* A standing war over one issue, in which what W is worth can be worked out by hand. */
#ifndef TESTS_WORLD_H
#define TESTS_WORLD_H

#include "tests/play.h"

/* A standing front at one half, cost .1 to both, a mediator, no talks unless a case brings its own:
 * with a single issue the ends of the interval of agreements are W of b and 1 - W of a. */
#define WORLD(d, run, a, b, war, process, more)                                                    \
    "name = \"world\"; run = { trials = 64; " run " };"                                            \
    "issues = { x = { front = true; core = true; status_quo = 0.5; }; };"                          \
    "actors = { a = { role = \"belligerent\"; side = \"low\"; capability = 1; discount = " d "; "  \
    "    war = { cost = 0.1; " a " }; positions = { x = { ideal = 0.0; }; }; };"                   \
    "  b = { role = \"belligerent\"; side = \"high\"; capability = 1; discount = " d "; "          \
    "    war = { cost = 0.1; }; " b " positions = { x = { ideal = 1.0; }; }; };"                   \
    "  us = { role = \"mediator\"; }; };"                                                          \
    "war = { model = \"front\"; start = 0.5; " war " };"                                           \
    "process = { protocol = \"mediated\"; " process " };" more

#define SILENT "solver = \"nash\"; text_rate = 0.0;"

__attribute__((unused)) static double war_of_b(const struct play *run, int round)
{
    return tally_mean(&run->summary->zone[round].low);
}

__attribute__((unused)) static double war_of_a(const struct play *run, int round)
{
    return 1 - tally_mean(&run->summary->zone[round].high);
}

#endif
