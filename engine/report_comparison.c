#include "engine/report.h"

static void report_shares(struct page *page, const struct report_line *line)
{
    page_cell(page, 23, line->name);
    for (int outcome = 0; outcome < OUTCOMES; outcome++) {
        page_share(page, 7, summary_share(line->outcome[outcome], line->trials));
        page_interval(page, 12, interval_wilson(line->outcome[outcome], line->trials));
    }
    page_end_line(page);
}

static void report_difference(struct page *page, const struct report_line *line)
{
    const struct pairing *pairing = &line->deal;
    page_cell(page, 30, line->name);
    if (pairing->trials == 0) {
        fputs("  not paired: another seed, or no trials\n", page->out);
        return;
    }
    fprintf(page->out, "%+10.2f", 100 * pairing_difference(pairing));
    page_difference(page, 20, interval_paired(pairing->gained, pairing->lost, pairing->trials));
    page_count(page, 10, pairing->gained);
    page_count(page, 10, pairing->lost);
    page_end_line(page);
}

static void report_trials(struct page *page, const struct report_line *lines, int count)
{
    for (int k = 0; k < count; k++) {
        if (lines[k].complete)
            continue;
        page_cell(page, 30, lines[k].name);
        fputs("  INCOMPLETE: stopped after ", page->out);
        page_count(page, 0, lines[k].trials);
        fputs(" trials\n", page->out);
    }
}

void report_comparison(struct page *page, const struct report_line *lines, int count)
{
    report_trials(page, lines, count);
    page_heading(page, "%-23s%19s%19s%19s", "Shares, 95% intervals", "deal", "frozen conflict",
                 "continued war");
    for (int k = 0; k < count; k++)
        report_shares(page, &lines[k]);
    page_heading(page, "%-30s%10s%20s%10s%10s", "Deals against the first", "points", "95% interval",
                 "gained", "lost");
    for (int k = 1; k < count; k++)
        report_difference(page, &lines[k]);
    page_end_line(page);
    page_flow(page, 0,
              "Differences are paired: the same trials with the same noise in both scenarios; "
              "gained and lost are the trials in which only this one, or only the first, ends "
              "in a deal.");
    page_flow_end(page);
    report_caution(page);
}
