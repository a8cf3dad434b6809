#include "models/groups.h"

#include <math.h>

const struct parameter group_parameters[] = {
    TEXT(struct working_group, title, "its name for readers"),
    { .name = "issues",
      .kind = PARAMETER_ISSUES,
      .offset = offsetof(struct working_group, issues),
      .required = true,
      .unit = "",
      .meaning = "the issues that it prepares" },
    { .name = "members",
      .kind = PARAMETER_ACTORS,
      .offset = offsetof(struct working_group, members),
      .unit = "",
      .meaning = "the actors that meet in it; it does not meet once one has walked away" },
    COUNT(struct working_group, from, 0, 0, 1200, "round", "first round in which it can meet"),
    QUANTITY(struct working_group, rate, 0, 0, 1, "share per meeting",
             "what a meeting closes of the way to full readiness, at full trust"),
    QUANTITY(struct working_group, readiness, 0, 0, 1, "share", "how ready it is at the start"),
    FLAG(struct working_group, mandatory, 0,
         "no text that decides an issue of its is tabled while it is less ready than `enough`"),
    QUANTITY(struct working_group, enough, 0.5, 0, 1, "share",
             "readiness that a mandatory group must reach"),
    PARAMETER_END,
};

const struct parameter working_groups_parameters[] = {
    { .name = PARAMETER_ANY,
      .kind = PARAMETER_GROUP,
      .words = "group",
      .members = group_parameters,
      .unit = "",
      .meaning = "a working group of experts: what it prepares, and who sits in it" },
    PARAMETER_END,
};

const struct parameter tracks_parameters[] = {
    WORD(struct tracks, mode, TRACKS_JOINT, "joint parallel",
         "parallel: the mediator goes between the parties, and a text moves only issues whose "
         "groups meet, until trust reaches the threshold"),
    QUANTITY(struct tracks, threshold, 0.5, 0, 1, "trust",
             "trust at which all sit in one room, those who refuse one another too"),
    QUANTITY(struct tracks, easing, 0, -1, 1, "trust per round",
             "by which the threshold falls each round: what formats the parties come to bear"),
    QUANTITY(struct tracks, falls_back, 0, 0, 1, "trust",
             "trust below which they part again; 0: never"),
    QUANTITY(struct tracks, noise, 0.03, 0, 10, "utility points",
             "sd of what the proposer misreads of an answer on parallel tracks, besides "
             "process.noise"),
    QUANTITY(struct tracks, shuttle, 0, 0, 1, "share",
             "what a meeting achieves on parallel tracks where members refuse one another and meet "
             "the mediator apart; 0: they do not meet"),
    PARAMETER_END,
};

const struct parameter summit_parameters[] = {
    QUANTITY(struct summit, threshold, NAN, 0, 1, "readiness",
             "a signed text less ready than this falls apart with the chance by which it falls "
             "short; where absent every signed text holds"),
    PARAMETER_END,
};

void groups_meeting(double *readiness, const double *pace, int lanes)
{
    for (int lane = 0; lane < lanes; lane++)
        readiness[lane] += pace[lane] * (1 - readiness[lane]);
}

double groups_chance(double readiness)
{
    return 0.5 + 0.5 * readiness;
}

double groups_collapse(double readiness, double threshold)
{
    return readiness < threshold ? 1 - readiness / threshold : 0;
}

bool groups_joined(bool joint, double trust, double threshold, double falls_back)
{
    double least = joint && falls_back < threshold ? falls_back : threshold;
    return trust >= least;
}
