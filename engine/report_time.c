#include <stdlib.h>
#include <string.h>

#include "engine/estimate.h"
#include "engine/memory.h"
#include "engine/report.h"
#include "engine/text.h"

static void report_events_heading(struct page *page, const struct summary *summary)
{
    char *round = report_round_name(page, summary);
    char *title = memory_format("Time in %ss until", round);
    page_heading(page, "%s%*s%7s%7s%7s%7s", title, 26 - text_columns(title, strlen(title)), "",
                 "mean", "5%", "50%", "95%");
    free(title);
    free(round);
}

static void report_events(struct page *page, const struct summary *summary)
{
    char words[64];
    report_events_heading(page, summary);
    for (int event = 0; event < EVENTS; event++) {
        const struct times *times = &summary->event[event];
        page_label(page, 2, 26, report_words(summary_event_name(event), words, sizeof words));
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
    char *round = report_round_name(page, summary);
    page_heading(page, "Where trials stand after so many %ss, and the zone of possible agreement",
                 round);
    free(round);
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
    char *round = report_round_name(page, summary);
    fprintf(page->out, "  Interval of agreements in the first %s, mean:", round);
    free(round);
    page_number(page, 6, 3, tally_mean(&zone->low));
    fputs(" to", page->out);
    page_number(page, 6, 3, tally_mean(&zone->high));
    page_end_line(page);
}

/* "12,345 agreements", with the shares that last. */
static void report_durable(struct page *page, const struct summary *summary, int durable)
{
    char count[PAGE_COUNT], label[PAGE_COUNT + 16];
    uint64_t trials = summary->durable[durable][0].tally.count;
    if (trials == 0)
        return;
    snprintf(label, sizeof label, "%s %s%s", page_grouped(count, trials),
             durable == DURABLE_AGREEMENT ? "agreement" : "freeze", trials == 1 ? "" : "s");
    page_label(page, 2, 26, label);
    for (int span = 0; span < DURABLE_SPANS; span++) {
        struct estimate chance = estimate_chance(&summary->durable[durable][span]);
        page_share(page, span == 0 ? 7 : 9, chance.value);
        page_interval(page, 16, chance.interval);
    }
    page_end_line(page);
}

void report_durability(struct page *page, const struct summary *summary)
{
    bool any = false;
    for (int durable = 0; durable < DURABLES; durable++)
        any |= summary->durable[durable][0].tally.count > 0;
    if (!any)
        return;
    page_heading(page, "%-26s%7s%16s%9s%16s", "Expected to hold for", "1 year", "95% interval",
                 "5 years", "95% interval");
    for (int durable = 0; durable < DURABLES; durable++)
        report_durable(page, summary, durable);
    page_paragraph(page, 2,
                   "The first of each in a trial. Behind the horizon the hazards of its last round "
                   "go on as they are.");
}

void report_time(struct page *page, const struct summary *summary)
{
    report_events(page, summary);
    report_plot(page, summary);
    report_rounds(page, summary);
    page_paragraph(page, 2,
                   "ZOPA: of the trials at war in the last of them; width: the surplus over war "
                   "that the least satisfied party can be given (5%, median, 95%).");
    report_interval(page, summary);
}
