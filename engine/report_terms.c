#include "engine/report.h"

#include <math.h>
#include <stdlib.h>

#include "engine/memory.h"
#include "engine/text.h"

enum { LEVELS_SHOWN = 4 };

/* Whether a share is more than "0.0%". */
static bool report_shows(double share)
{
    return share >= 0.0005;
}

/* The most frequent of the levels not yet shown, or -1. */
static int report_next_level(const struct issue *issue, const struct summary_term *term,
                             const bool *shown)
{
    int next = -1;
    for (int level = 0; level < issue->levels; level++)
        if (!shown[level] && term->nearest[level] > 0 &&
            (next < 0 || term->nearest[level] > term->nearest[next]))
            next = level;
    return next;
}

static void report_levels(struct text *text, const struct issue *issue,
                          const struct summary_term *term)
{
    bool *shown = memory_new((size_t)issue->levels, sizeof *shown);
    const char *before = text->length == 0 ? "nearest: " : "; nearest: ";
    for (int count = 0; count < LEVELS_SHOWN; count++) {
        int level = report_next_level(issue, term, shown);
        double share = level < 0 ? 0 : summary_share(term->nearest[level], term->at.tally.count);
        if (!report_shows(share))
            break;
        text_add(text, "%s%s %.1f%%", before, issue->level[level].name, 100 * share);
        before = ", ";
        shown[level] = true;
    }
    free(shown);
}

/* In how many deals the issue is open, and near which levels it is settled. */
static void report_places(struct page *page, const struct issue *issue,
                          const struct summary_term *term)
{
    struct text text = { 0 };
    double open = summary_share(term->open, term->open + term->at.tally.count);
    if (report_shows(open))
        text_add(&text, "open in %.1f%% of deals", 100 * open);
    report_levels(&text, issue, term);
    if (text.bytes != NULL)
        page_paragraph(page, 4, text.bytes);
    free(text.bytes);
}

static void report_term(struct page *page, const struct issue *issue,
                        const struct summary_term *term)
{
    page_label(page, 2, 32, issue->name);
    page_number(page, 8, 3, tally_mean(&term->at.tally));
    page_number(page, 8, 3, tally_sd(&term->at.tally));
    page_number(page, 8, 3, spread_quantile(&term->at, 5));
    page_number(page, 8, 3, spread_quantile(&term->at, 50));
    page_number(page, 8, 3, spread_quantile(&term->at, 95));
    page_end_line(page);
    report_places(page, issue, term);
}

void report_terms(struct page *page, const struct summary *summary)
{
    const struct game *game = &summary->scenario->game;
    if (game->issues == 0 || summary->term[0].at.tally.count + summary->term[0].open == 0) {
        page_heading(page, "Terms: no deals, hence none");
        return;
    }
    page_heading(page, "%-32s%8s%8s%8s%8s%8s", "Terms, where a deal settles them", "mean", "sd",
                 "5%", "50%", "95%");
    for (int issue = 0; issue < game->issues; issue++)
        report_term(page, &game->issue[issue], &summary->term[issue]);
}

static void report_actor(struct page *page, const struct summary *summary, int index)
{
    const struct summary_actor *actor = &summary->actor[index];
    const struct spread *spreads[] = { &actor->utility, &actor->deal };
    page_label(page, 2, 18, summary->scenario->game.actor[index].name);
    for (int k = 0; k < 2; k++) {
        page_number(page, k == 0 ? 7 : 9, 3, tally_mean(&spreads[k]->tally));
        page_number(page, 7, 3, spread_quantile(spreads[k], 5));
        page_number(page, 7, 3, spread_quantile(spreads[k], 95));
    }
    page_number(page, 9, 2, summary_per_trial(summary, actor->refusals));
    page_share(page, 8, summary_pivotal(summary, index));
    page_end_line(page);
}

static void report_texts(struct page *page, const struct summary *summary)
{
    double texts = summary_per_trial(summary, summary->texts);
    if (isnan(texts))
        return;
    char *text =
        memory_format("Texts tabled: %.2f a trial, of which %.2f failed; leaks: %.2f a trial. "
                      "Alone: share of the texts refused by one party only that it refused.",
                      texts, summary_per_trial(summary, summary->rejected),
                      summary_per_trial(summary, summary->leaks));
    page_paragraph(page, 2, text);
    free(text);
}

void report_actors(struct page *page, const struct summary *summary)
{
    page_heading(page, "%-18s%21s%23s%17s", "Actors", "utility", "given a deal", "refused texts");
    fprintf(page->out, "%-18s%7s%7s%7s%9s%7s%7s%9s%8s\n", "", "mean", "5%", "95%", "mean", "5%",
            "95%", "a trial", "alone");
    for (int actor = 0; actor < summary->scenario->game.actors; actor++)
        report_actor(page, summary, actor);
    page_paragraph(
        page, 2,
        "Utility: realised, discounted; 0 and 1 are an actor's worst and best conceivable "
        "package.");
    report_texts(page, summary);
}
