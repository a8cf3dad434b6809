#include <math.h>

#include "engine/groups.h"
#include "engine/tale.h"

/* How far trust moves in a round before that is told. */
static const double tale_swing = 0.05;

static bool tale_convened(const struct chronicle *chronicle, int round, int group)
{
    return round >= 0 && chronicle->round[round].process.meets[group] > 0;
}

static bool tale_joint(const struct chronicle *chronicle, int round)
{
    return round < 0 ? !groups_divided(chronicle->scenario) : chronicle->round[round].process.joint;
}

/* Whether a group could meet from this round on, but its members refuse to sit together. */
static bool tale_barred(const struct chronicle *chronicle, int round, int group)
{
    const struct working_group *plan = &chronicle->scenario->process.group[group];
    return plan->from == round && groups_split(chronicle->scenario, plan) &&
           !tale_convened(chronicle, round, group);
}

static bool tale_swung(const struct chronicle *chronicle, int round)
{
    return round > 0 && fabs(chronicle->round[round].process.trust -
                             chronicle->round[round - 1].process.trust) >= tale_swing;
}

bool tale_has_groups(const struct chronicle *chronicle, int round)
{
    bool news = tale_joint(chronicle, round) != tale_joint(chronicle, round - 1) ||
                tale_swung(chronicle, round);
    for (int k = 0; k < chronicle->scenario->process.groups; k++)
        news |= tale_convened(chronicle, round, k) != tale_convened(chronicle, round - 1, k) ||
                tale_barred(chronicle, round, k);
    return news;
}

static void tale_group(struct page *page, const struct chronicle *chronicle, int round, int index)
{
    const struct working_group *group = &chronicle->scenario->process.group[index];
    const struct chronicle_process *seen = &chronicle->round[round].process;
    bool now = tale_convened(chronicle, round, index),
         before = tale_convened(chronicle, round - 1, index);
    char name[TALE_NAME];
    tale_name(group->title, group->name, name, sizeof name);
    if (now && !before)
        tale_say(page, "Working group: %s meets%s.", name,
                 seen->meets[index] < 1 ? "; its members see the mediator apart" : "");
    else if (before && !now)
        tale_say(page, "Working group: %s meets no longer; it is ready to %.0f%%.", name,
                 100 * seen->readiness[index]);
    else if (tale_barred(chronicle, round, index))
        tale_say(page, "Working group: %s does not meet: members refuse to sit in one room.", name);
}

void tale_groups(struct page *page, const struct chronicle *chronicle, int round)
{
    const struct chronicle_process *seen = &chronicle->round[round].process;
    bool now = tale_joint(chronicle, round), before = tale_joint(chronicle, round - 1);
    if (tale_swung(chronicle, round))
        tale_say(page, "Trust %s from %.2f to %.2f.",
                 seen->trust > chronicle->round[round - 1].process.trust ? "rises" : "falls",
                 chronicle->round[round - 1].process.trust, seen->trust);
    if (now && !before)
        tale_say(page, "Trust has reached %.2f: from now on all sit in one room.", seen->trust);
    else if (before && !now)
        tale_say(page, "Trust has fallen to %.2f: the parties no longer sit in one room.",
                 seen->trust);
    for (int k = 0; k < chronicle->scenario->process.groups; k++)
        tale_group(page, chronicle, round, k);
}

void tale_ready(struct page *page, const struct chronicle *chronicle, int round)
{
    const struct chronicle_process *seen = &chronicle->round[round].process;
    const struct process *process = &chronicle->scenario->process;
    if (process->groups > 0)
        tale_say(page, "The issues that it decides are prepared to %.0f%%.", 100 * seen->ready);
    if (seen->counted < 1)
        tale_say(page, "What it leaves open counts by %.0f%% on average.", 100 * seen->counted);
    if (process->trust.start.row >= 0)
        tale_say(page, "Trust stands at %.2f.", seen->trust);
    if (seen->apart)
        tale_say(page, "The mediator goes between the parties.");
}

void tale_collapse(struct page *page, const struct chronicle *chronicle, int round)
{
    const struct chronicle_process *seen = &chronicle->round[round].process;
    if (seen->collapsed)
        tale_say(page,
                 "All accept, but at the summit the text falls apart over what is not prepared "
                 "(the chance was %.0f%%).",
                 100 * seen->collapse);
}
