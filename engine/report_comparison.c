#include "engine/report.h"

#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"

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

static void comparison_name(struct page *page, int width, const struct comparison *all, int index)
{
    const char *name = all->lines[index].name;
    char *label = comparison_shares_name(all, index) ? memory_format("%d: %s", index + 1, name)
                                                     : memory_text(name);
    page_cell(page, width, label);
    free(label);
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

static void comparison_shares(struct page *page, const struct comparison *all, int index)
{
    const struct report_line *line = &all->lines[index];
    comparison_name(page, 20, all, index);
    for (int outcome = 0; outcome < OUTCOMES; outcome++) {
        page_share(page, 7, summary_share(line->outcome[outcome], line->trials));
        page_interval(page, 13, interval_wilson(line->outcome[outcome], line->trials));
    }
    page_end_line(page);
}

static void comparison_difference(struct page *page, const struct comparison *all, int index)
{
    const struct report_line *first = &all->lines[0], *line = &all->lines[index];
    const struct pairing *deal = &line->deal;
    comparison_name(page, 30, all, index);
    if (line->seed != first->seed) {
        fputs("  not paired: another seed than the first\n", page->out);
    } else if (deal->trials == 0) {
        fputs("  not paired: no trials\n", page->out);
    } else {
        page_points(page, 10, pairing_difference(deal));
        page_difference(page, 20, interval_paired(deal->gained, deal->lost, deal->trials));
        page_count(page, 10, deal->gained);
        page_count(page, 10, deal->lost);
        page_end_line(page);
    }
}

static void comparison_trials(struct page *page, const struct comparison *all)
{
    for (int k = 0; k < all->count; k++) {
        if (all->lines[k].complete)
            continue;
        comparison_name(page, 30, all, k);
        fputs("  INCOMPLETE: stopped after ", page->out);
        page_count(page, 0, all->lines[k].trials);
        fputs(" trials\n", page->out);
    }
}

void report_comparison(struct page *page, const struct report_line *lines, int count)
{
    const struct comparison all = { lines, count };
    comparison_files(page, &all);
    comparison_trials(page, &all);
    page_heading(page, "%-20s%20s%20s%20s", "Share, 95% interval", "deal", "frozen conflict",
                 "continued war");
    for (int k = 0; k < count; k++)
        comparison_shares(page, &all, k);
    page_heading(page, "%-30s%10s%20s%10s%10s", "Deals against the first", "points", "95% interval",
                 "gained", "lost");
    for (int k = 1; k < count; k++)
        comparison_difference(page, &all, k);
    page_end_line(page);
    page_paragraph(page, 0,
                   "Differences are paired: the same trials with the same noise in both scenarios; "
                   "gained and lost are the trials in which only this one, or only the first, ends "
                   "in a deal.");
    report_caution(page);
}
