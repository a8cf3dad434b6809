#include "engine/report.h"

static void report_events(struct page *page, const struct summary *summary)
{
    char words[64], title[64];
    snprintf(title, sizeof title, "Time in %.12ss until", summary->scenario->run.round);
    page_heading(page, "%-26s%7s%7s%7s%7s", title, "mean", "5%", "50%", "95%");
    for (int event = 0; event < EVENTS; event++) {
        const struct times *times = &summary->event[event];
        fputs("  ", page->out);
        page_cell(page, 24, report_words(summary_event_name(event), words, sizeof words));
        page_number(page, 7, 1, times_mean(times));
        page_number(page, 7, 0, times_quantile(times, 5));
        page_number(page, 7, 0, times_quantile(times, 50));
        page_number(page, 7, 0, times_quantile(times, 95));
        page_end_line(page);
    }
}

/* One row: where trials stand after so many rounds, and the zone in the last of them. */
static void report_round(struct page *page, const struct summary *summary, long rounds)
{
    const uint64_t *state = summary->state[rounds - 1];
    const struct summary_zone *zone = &summary->zone[rounds - 1];
    fprintf(page->out, "%8ld", rounds);
    page_share(page, 9, summary_share(state[STATE_DEAL], summary->trials));
    page_share(page, 9, summary_share(state[STATE_FROZEN], summary->trials));
    page_share(page, 9, summary_share(state[STATE_VICTORY], summary->trials));
    page_share(page, 10, summary_share(state[STATE_FIGHTING], summary->trials));
    page_share(page, 11, summary_share(zone->open, zone->width.tally.count));
    page_number(page, 8, 3, spread_quantile(&zone->width, 5));
    page_number(page, 8, 3, spread_quantile(&zone->width, 50));
    page_number(page, 8, 3, spread_quantile(&zone->width, 95));
    page_end_line(page);
}

static void report_rounds(struct page *page, const struct summary *summary)
{
    static const long shown[] = { 1, 3, 6, 12, 18, 24, 36, 48, 60, 120, 240, 480, 960 };
    long horizon = summary->scenario->run.horizon;
    page_heading(page,
                 "Where trials stand after so many %.12ss, and the zone of possible agreement",
                 summary->scenario->run.round);
    fprintf(page->out, "%8s%9s%9s%9s%10s%11s%8s%8s%8s\n", "", "deal", "frozen", "victory", "at war",
            "with ZOPA", "5%", "width", "95%");
    for (size_t k = 0; k < sizeof shown / sizeof *shown && shown[k] < horizon; k++)
        report_round(page, summary, shown[k]);
    report_round(page, summary, horizon);
}

static void report_interval(struct page *page, const struct summary *summary)
{
    const struct summary_zone *zone = &summary->zone[0];
    if (zone->low.count == 0)
        return;
    fprintf(page->out,
            "  Interval of agreements in the first %.16s, mean:", summary->scenario->run.round);
    page_number(page, 6, 3, tally_mean(&zone->low));
    fputs(" to", page->out);
    page_number(page, 6, 3, tally_mean(&zone->high));
    page_end_line(page);
}

void report_time(struct page *page, const struct summary *summary)
{
    report_events(page, summary);
    report_rounds(page, summary);
    page_paragraph(page, 2,
                   "ZOPA: of the trials at war in the last of them; width: the surplus over war "
                   "that the least satisfied party can be given (5%, median, 95%).");
    report_interval(page, summary);
}
