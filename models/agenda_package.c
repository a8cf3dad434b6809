#include "models/agenda.h"

static void package_compose(struct agenda_task *task, double *package, int *turn, int *issue)
{
    bool found[LANES] = { false };
    (void)issue;
    task->solver->solve(task->settings, task->values, &task->bargain, package, found, NULL);
    for (int lane = 0; lane < task->bargain.lanes; lane++)
        turn[lane] = found[lane] ? AGENDA_TEXT : AGENDA_NONE;
}

const struct agenda agenda_package = {
    .about = { .name = "package",
               .summary = "Nothing is agreed until everything is: each text settles all issues at "
                          "once, so that one can be traded against another.",
               .formula = "x = solver(all issues)",
               .source = "docs/model.md, Offers and solvers; gains of linkage: Raiffa, The Art and "
                         "Science of Negotiation (1982)" },
    .compose = package_compose,
};
