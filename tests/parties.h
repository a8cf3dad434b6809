/* Parties that talk in working groups, for tests of whole runs. */
#ifndef TESTS_PARTIES_H
#define TESTS_PARTIES_H

#include "tests/play.h"

/* Two parties over a pie, a cake and some crumbs, which both want and a framework leaves open; war
 * costs each .1 a round, so that every text is accepted. */
#define LINED(trials, first, line)                                                                 \
    "name = \"groups\"; run = { trials = " #trials "; horizon = 7; };"                             \
    "issues = { pie = { core = true; status_quo = 0.5; }; cake = { core = true; status_quo = "     \
    "0.5; }; crumbs = { status_quo = 0.5; }; };"                                                   \
    "actors = { first = { role = \"belligerent\"; side = \"high\"; capability = 1.0; discount = "  \
    "0.95; war = { cost = 0.1; }; positions = { pie = { ideal = 1.0; salience = 3; }; cake = { "   \
    "ideal = 1.0; " line " }; crumbs = { ideal = 1.0; }; }; " first " };"                          \
    "  second = { role = \"belligerent\"; side = \"low\"; capability = 1.0; discount = 0.95; war " \
    "= { cost = 0.1; }; positions = { pie = { ideal = 0.0; }; cake = { ideal = 0.0; salience = "   \
    "3; }; crumbs = { ideal = 1.0; }; }; };"                                                       \
    "  third = { role = \"mediator\"; }; };"                                                       \
    "war = { model = \"front\"; start = 0.5; };"
#define PARTIES(trials, first) LINED(trials, first, "")
#define TALKS(parties, settings)                                                                   \
    parties "process = { protocol = \"mediated\"; solver = \"nash\"; " settings " };"
#define GROUP(name, settings)                                                                      \
#name " = { issues = ( \"" #name "\" ); members = ( \"first\", \"second\" ); " settings " }; "

#endif
