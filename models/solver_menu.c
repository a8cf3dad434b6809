#include <math.h>

#include "models/belief.h"
#include "models/proposal.h"
#include "models/solver.h"
#include "models/special.h"

enum menu_criterion { MENU_ACCEPTANCE, MENU_NASH, MENU_UTILITARIAN, MENU_AGENDA_SETTER };

struct menu_settings {
    struct selection menu;
    int criterion; /* enum menu_criterion */
    bool insist;   /* a package past a hard red line is a candidate like any other */
};

/* As the acceptance solver: a proposer is never surer of an answer than this. */
static const double MENU_DOUBT = 0.005;

/* The package's positions; what it does not name stays as it is. */
static void menu_read(const struct bargain *bargain, const double *values, int package, double *out)
{
    for (int k = 0; k < bargain->game->issues; k++) {
        int row = bargain->game->package[package].at[k].row;
        const double *from =
            row < 0 ? block_read(bargain->status_quo, (size_t)k) : block_read(values, (size_t)row);
        for (int lane = 0; lane < bargain->lanes; lane++)
            block_row(out, (size_t)k)[lane] = from[lane];
    }
}

/* Adds what one actor makes of the package to the criterion; -HUGE_VAL where it rules the package
 * out. */
static void menu_add(const struct bargain *bargain, const double *values, int criterion, int actor,
                     const double *package, double *score)
{
    double worth[LANES];
    bool needed[LANES];
    bargain_worth(bargain, actor, package, worth);
    bargain_consent(bargain, actor, package, needed);
    for (int lane = 0; lane < bargain->lanes; lane++) {
        struct belief belief =
            belief_make(bargain, actor, lane, criterion == MENU_ACCEPTANCE ? MENU_DOUBT : 0);
        double surplus = worth[lane] - belief.claim,
               power = proposal_power(bargain, values, actor, lane);
        bool proposes = actor == bargain->proposer && criterion == MENU_AGENDA_SETTER;
        double gain = surplus > 0 ? special_log(surplus) : -HUGE_VAL;
        if (!bargain->asked[lane])
            continue;
        if (proposes)
            score[lane] += gain;
        else if (criterion == MENU_UTILITARIAN)
            score[lane] +=
                game_actor_consents(&bargain->game->actor[actor]) ? power * worth[lane] : 0;
        else if (needed[lane] && criterion == MENU_NASH)
            score[lane] += surplus > 0 ? power * gain : -HUGE_VAL;
        else if (needed[lane] && belief.doubt > 0)
            score[lane] += belief_log(&belief, worth[lane]);
        else if (needed[lane])
            score[lane] += surplus >= 0 ? 0 : -HUGE_VAL;
    }
}

/* Whether terms that depend on each other rule the package out; who insists keeps to rules and the
 * front alone. */
static bool menu_bars(const struct bargain *bargain, bool insist, const double *package, int lane)
{
    bool barred = terms_broken(bargain, package, lane) >= 0;
    for (int m = 0; m < bargain->game->clauses && !barred && !insist; m++) {
        const struct clause *clause = &bargain->game->clause[m];
        barred = clause->rule < 0 &&
                 terms_crossed(bargain->utility, clause->actor, package, 0, lane) >= 0;
    }
    return barred;
}

/* Rules the package out in lanes where it is past a bound; who insists keeps to settled issues
 * alone, where the bounds are equal. */
static void menu_bound(const struct bargain *bargain, bool insist, const double *package,
                       double *score)
{
    for (int k = 0; k < bargain->game->issues; k++) {
        size_t row = (size_t)k;
        for (int lane = 0; lane < bargain->lanes; lane++) {
            double at = block_read(package, row)[lane];
            double low = block_read(bargain->low, row)[lane];
            double high = block_read(bargain->high, row)[lane];
            bool bound = !insist || low == high;
            if (bound && (at < low || at > high))
                score[lane] = -HUGE_VAL;
        }
    }
    bool terms = bargain->game->clauses > 0 || bargain->game->moving;
    for (int lane = 0; lane < bargain->lanes && terms; lane++)
        if (menu_bars(bargain, insist, package, lane))
            score[lane] = -HUGE_VAL;
}

static void menu_keep(const struct bargain *bargain, const double *trial, const double *score,
                      double *best, double *package, bool *found)
{
    for (int lane = 0; lane < bargain->lanes; lane++) {
        if (!bargain->asked[lane] || score[lane] <= best[lane])
            continue;
        best[lane] = score[lane];
        found[lane] = true;
        for (int k = 0; k < bargain->game->issues; k++)
            block_row(package, (size_t)k)[lane] = block_read(trial, (size_t)k)[lane];
    }
}

static void menu_solve(const void *settings, const double *values, const struct bargain *bargain,
                       double *package, bool *found, double *gap)
{
    const struct menu_settings *own = settings;
    double trial[FRONTIER_ISSUES * LANES], score[LANES], best[LANES];
    int count = own->menu.count > 0 ? own->menu.count : bargain->game->packages;
    block_fill(best, -HUGE_VAL, bargain->lanes);
    for (int lane = 0; lane < bargain->lanes; lane++)
        if (bargain->asked[lane])
            found[lane] = false;
    for (int m = 0; m < count; m++) {
        menu_read(bargain, values, own->menu.count > 0 ? own->menu.index[m] : m, trial);
        block_fill(score, 0, bargain->lanes);
        for (int i = 0; i < bargain->game->actors; i++)
            if (!bargain->game->actor[i].neutral)
                menu_add(bargain, values, own->criterion, i, trial, score);
        menu_bound(bargain, own->insist, trial, score);
        menu_keep(bargain, trial, score, best, package, found);
    }
    for (int lane = 0; gap && lane < bargain->lanes; lane++)
        gap[lane] = found[lane] ? 0 : NAN;
}

static const struct parameter menu_parameters[] = {
    { .name = "menu",
      .kind = PARAMETER_PACKAGES,
      .offset = offsetof(struct menu_settings, menu),
      .unit = "",
      .meaning = "the packages to choose from; all that the scenario names where absent" },
    WORD(struct menu_settings, criterion, MENU_ACCEPTANCE,
         "acceptance nash utilitarian agenda_setter",
         "what the best package is best by: that of the solver of this name"),
    FLAG(struct menu_settings, insist, 0,
         "a package past a hard red line is tabled all the same, and refused by whose line it is; "
         "rules bind it too"),
    PARAMETER_END,
};

const struct solver solver_menu = {
    .about = { .name = "menu",
               .summary = "The best of a list of named packages, such as published plans.",
               .formula =
                   "argmax over the list of the criterion; what a package does not name "
                   "stays at the status quo; a "
                   "package past a hard red line is no candidate, unless the proposer insists; one "
                   "that breaks a rule never is",
               .source = "docs/model.md, Offers and solvers",
               .settings_size = sizeof(struct menu_settings),
               .parameters = menu_parameters },
    .solve = menu_solve,
};
