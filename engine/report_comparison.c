#include "engine/report.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/estimate.h"
#include "engine/memory.h"

/* The table: a column of labels, and one for each outcome. */
enum { LABEL_COLUMNS = 17, OUTCOME_COLUMNS = 21, SHARE_COLUMNS = 7 };

/* The lines that are compared. */
struct comparison {
    const struct report_line *lines;
    int count;
};

static bool comparison_shares_name(const struct comparison *all, int index)
{
    for (int other = 0; other < all->count; other++)
        if (other != index && strcmp(all->lines[other].name, all->lines[index].name) == 0)
            return true;
    return false;
}

/* How a scenario is called here; the caller frees it. */
static char *comparison_name(const struct comparison *all, int index)
{
    const char *name = all->lines[index].name;
    return comparison_shares_name(all, index) ? memory_format("%d: %s", index + 1, name)
                                              : memory_text(name);
}

/* The names of the files, where those of the scenarios do not tell them apart. */
static void comparison_files(struct page *page, const struct comparison *all)
{
    for (int k = 0; k < all->count; k++) {
        if (!comparison_shares_name(all, k))
            continue;
        char *text = memory_format("%d: %s", k + 1, all->lines[k].file);
        page_paragraph(page, 0, text);
        free(text);
    }
}

/* What was asked for: of the first, and of those that differ from it in that. */
static void comparison_head(struct page *page, const struct comparison *all)
{
    const struct run *first = &all->lines[0].run;
    for (int k = 0; k < all->count; k++) {
        const struct run *run = &all->lines[k].run;
        bool same = run->trials == first->trials && run->horizon == first->horizon &&
                    run->seed == first->seed && run->design.model == first->design.model &&
                    strcmp(run->round, first->round) == 0;
        if (k > 0 && same)
            continue;
        char *name = comparison_name(all, k), *played = report_played(run, (uint64_t)run->trials);
        char *text = memory_format("%s%s%s", k == 0 ? "" : name, k == 0 ? "" : ": ", played);
        page_paragraph(page, k == 0 ? 0 : 2, text);
        free(text);
        free(played);
        free(name);
    }
}

static void comparison_trials(struct page *page, const struct comparison *all)
{
    for (int k = 0; k < all->count; k++) {
        if (all->lines[k].complete)
            continue;
        char trials[PAGE_COUNT], *name = comparison_name(all, k);
        char *text = memory_format("%s: INCOMPLETE, stopped after %s trials", name,
                                   page_grouped(trials, all->lines[k].trials));
        page_paragraph(page, 0, text);
        free(text);
        free(name);
    }
}

static void comparison_failures(struct page *page, const struct comparison *all)
{
    for (int k = 0; k < all->count; k++) {
        if (all->lines[k].failed == 0)
            continue;
        char failed[PAGE_COUNT], *name = comparison_name(all, k);
        char *text = memory_format("%s: failed (a figure was not finite): %s trials, which count "
                                   "among the outcomes all the same",
                                   name, page_grouped(failed, all->lines[k].failed));
        page_paragraph(page, 0, text);
        free(text);
        free(name);
    }
}

static void comparison_heading(struct page *page)
{
    static const char *const names[OUTCOMES] = { "deal", "frozen conflict", "continued war" };
    page_heading(page, "%-*s%*s%*s%*s", LABEL_COLUMNS, "Shares, 95%", OUTCOME_COLUMNS,
                 names[OUTCOME_DEAL], OUTCOME_COLUMNS, names[OUTCOME_FROZEN], OUTCOME_COLUMNS,
                 names[OUTCOME_WAR]);
}

static void comparison_shares(struct page *page, const struct comparison *all, int index)
{
    const struct report_line *line = &all->lines[index];
    char *name = comparison_name(all, index);
    page_label(page, line->variant ? 2 : 0, LABEL_COLUMNS, name);
    for (int outcome = 0; outcome < OUTCOMES; outcome++) {
        struct estimate share = estimate_outcome((const struct design *)line->run.design.model,
                                                 &line->outcomes, outcome);
        page_share(page, SHARE_COLUMNS, share.value);
        page_interval(page, OUTCOME_COLUMNS - SHARE_COLUMNS, share.interval);
    }
    page_end_line(page);
    free(name);
}

/* Three digits, but two decimals at most: what a column has room for. */
static int comparison_decimals(struct interval interval)
{
    double most = fmax(fabs(interval.low), fabs(interval.high));
    return most >= 0.9995 ? 0 : most >= 0.09995 ? 1 : 2;
}

static void comparison_differences(struct page *page, const struct report_line *line)
{
    const struct pairing *pairing = &line->against;
    const struct design *design = (const struct design *)line->run.design.model;
    double changed = summary_share(pairing_changed(pairing), pairing_trials(pairing));
    char *text = memory_format("%.1f%% changed", 100 * changed);
    page_label(page, 2, LABEL_COLUMNS, text);
    free(text);
    for (int outcome = 0; outcome < OUTCOMES; outcome++) {
        struct interval interval = pairing_interval(pairing, outcome, design);
        page_difference(page, OUTCOME_COLUMNS, comparison_decimals(interval),
                        pairing_difference(pairing, outcome), interval);
    }
    page_end_line(page);
}

static void comparison_shared(struct page *page, const struct report_line *line)
{
    char trials[PAGE_COUNT];
    char *text = memory_format("differences over the first %s trials, which both have played",
                               page_grouped(trials, pairing_trials(&line->against)));
    page_paragraph(page, 2, text);
    free(text);
}

/* A scenario against the first, or why there is no such comparison. */
static void comparison_against(struct page *page, const struct comparison *all, int index)
{
    const struct report_line *first = &all->lines[0], *line = &all->lines[index];
    if (line->trials == 0 || first->trials == 0)
        page_paragraph(page, 2, "not paired: no trials");
    else if (line->run.seed != first->run.seed)
        page_paragraph(page, 2, "not paired: another seed than the first");
    else if (line->run.design.model != first->run.design.model)
        page_paragraph(page, 2, "not paired: another design than the first");
    else if (((const struct design *)(const void *)line->run.design.model)->bounded &&
             line->run.trials != first->run.trials)
        page_paragraph(page, 2, "not paired: the design is laid out for another number of trials");
    else if (strcmp(line->sha256, first->sha256) == 0)
        page_paragraph(page, 2, "the same scenario as the first");
    else {
        comparison_differences(page, line);
        if (line->trials != first->trials)
            comparison_shared(page, line);
    }
}

static void comparison_legend(struct page *page, const struct comparison *all)
{
    char *first = comparison_name(all, 0);
    char *text = memory_format(
        "Below each share: its difference from that of %s in percentage points, and the 95%% "
        "interval of this. Differences are paired: the same trials with the same noise in both "
        "scenarios. Changed: of those trials, the share that ends in another outcome.",
        first);
    page_end_line(page);
    page_paragraph(page, 0, text);
    free(text);
    free(first);
}

char *report_name(const struct report_line *lines, int count, int index)
{
    return comparison_name(&(struct comparison){ lines, count }, index);
}

void report_shares(struct page *page, const struct report_line *lines, int count)
{
    const struct comparison all = { lines, count };
    comparison_head(page, &all);
    comparison_files(page, &all);
    comparison_trials(page, &all);
    comparison_failures(page, &all);
    comparison_heading(page);
    for (int k = 0; k < count; k++) {
        comparison_shares(page, &all, k);
        if (k > 0)
            comparison_against(page, &all, k);
    }
    comparison_legend(page, &all);
}

void report_comparison(struct page *page, const struct report_line *lines, int count)
{
    report_shares(page, lines, count);
    report_caution(page, false);
}
