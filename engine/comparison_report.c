#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/comparison.h"
#include "engine/memory.h"
#include "engine/text.h"

/* The tables: a column of labels, then one for each outcome. */
enum {
    FLIP_LABEL = 26,
    FLIP_COLUMNS = 18,
    FLIP_GAP = 3,
    SHARE_INDENT = 4,
    SHARE_COLUMNS = 17,
    SIGNED_COLUMNS = 8,
    BAR_HALF = 11,     /* columns on either side of a bar's axis */
    SIDE_COLUMNS = 50, /* of what a setting was or is */
    SETTINGS_TOLD = 6  /* of those that cannot be set apart */
};

static const char *const outcome_words[OUTCOMES] = { "deal", "frozen conflict", "continued war" };

/* "2,000 trials and seed 7": those which differ. The caller frees it. */
static char *comparison_report_run(const struct run *run, const struct comparison_own *own,
                                   long trials, long seed, const char *design)
{
    char count[PAGE_COUNT];
    struct text text = { 0 };
    if (own->trials != run->trials)
        text_add(&text, "%s trials", page_grouped(count, (uint64_t)trials));
    if (own->seed != run->seed)
        text_add(&text, "%sseed %ld", text.length > 0 ? " and " : "", seed);
    if (strcmp(own->design, run->design.model->name) != 0)
        text_add(&text, "%sdesign %s", text.length > 0 ? " and " : "", design);
    return text.bytes;
}

static void comparison_report_own(struct page *page, const struct comparison_other *other,
                                  const struct run *run)
{
    if (!other->own.differs)
        return;
    char *played =
        comparison_report_run(run, &other->own, run->trials, run->seed, run->design.model->name);
    char *own = comparison_report_run(run, &other->own, other->own.trials, other->own.seed,
                                      other->own.design);
    char *text = memory_format("Played as the base is, with %s, not with its own %s.", played, own);
    page_paragraph(page, 0, text);
    free(text);
    free(own);
    free(played);
}

static void comparison_report_flips(struct page *page, const struct pairing *pairing,
                                    const char *base, const char *name)
{
    char *above = memory_format("in %s", name),
         *cut = page_cut(page, 3 * FLIP_COLUMNS - FLIP_GAP, above);
    page_label(page, 0, FLIP_LABEL, "Trials by their ends");
    fprintf(page->out, "%*s%s", FLIP_GAP, "", cut);
    page_end_line(page);
    free(cut);
    free(above);
    above = memory_format("in %s", base);
    cut = page_cut(page, FLIP_LABEL, above);
    page_label(page, 0, FLIP_LABEL, cut);
    for (int to = 0; to < OUTCOMES; to++)
        fprintf(page->out, "%*s", FLIP_COLUMNS, outcome_words[to]);
    page_end_line(page);
    for (int from = 0; from < OUTCOMES; from++) {
        page_label(page, 2, FLIP_LABEL, outcome_words[from]);
        for (int to = 0; to < OUTCOMES; to++)
            page_count(page, FLIP_COLUMNS, pairing_flips(pairing, from, to));
        page_end_line(page);
    }
    free(cut);
    free(above);
}

/* What stands on a side, cut where it is long: --json has the whole. The caller frees it. */
static char *comparison_report_side(const struct page *page, const struct node *side)
{
    char *whole = difference_value(side), *cut = page_cut(page, SIDE_COLUMNS, whole);
    free(whole);
    return cut;
}

static void comparison_report_setting(struct page *page, const struct difference *setting)
{
    char *from = comparison_report_side(page, setting->from);
    char *to = comparison_report_side(page, setting->to);
    char *text =
        memory_format("%s%s: %s -> %s", setting->path, setting->order ? " (order)" : "", from, to);
    page_paragraph(page, 2, text);
    free(text);
    free(from);
    free(to);
}

/* The settings of a player; the last of many are counted. */
static void comparison_report_settings(struct page *page, const struct attribution *attribution,
                                       int player)
{
    int settings = 0;
    for (int k = 0; k < attribution->differences.count; k++) {
        if (attribution->player[k] == player && ++settings <= SETTINGS_TOLD)
            comparison_report_setting(page, &attribution->differences.difference[k]);
    }
    if (settings <= SETTINGS_TOLD)
        return;
    char *text = memory_format("and %d more, which --json names", settings - SETTINGS_TOLD);
    page_paragraph(page, 2, text);
    free(text);
}

/* "+3.21 (0.12)", in percentage points. */
static void comparison_report_share(struct page *page, const struct contribution *share)
{
    char error[PAGE_COUNT] = "(-)";
    page_signed(page, SIGNED_COLUMNS, 2, 100 * share->share);
    if (!isnan(share->error))
        snprintf(error, sizeof error, "(%.2f)", 100 * share->error);
    fprintf(page->out, " %-*s", SHARE_COLUMNS - SIGNED_COLUMNS - 1, error);
}

/* A bar to the left or to the right of an axis; `most` fills a side. */
static void comparison_report_bar(struct page *page, double share, double most)
{
    const char *block = page->terminal.utf8 ? "█" : "#", *axis = page->terminal.utf8 ? "│" : "|";
    int columns = most > 0 ? (int)floor(fabs(share) / most * BAR_HALF + 0.5) : 0;
    int left = share < 0 ? columns : 0, right = share < 0 ? 0 : columns;
    fprintf(page->out, "%*s", BAR_HALF - left, "");
    for (int k = 0; k < left; k++)
        fputs(block, page->out);
    fputs(axis, page->out);
    for (int k = 0; k < right; k++)
        fputs(block, page->out);
}

static void comparison_report_player(struct page *page, const struct attribution *attribution,
                                     int player, double most)
{
    const struct contribution *of = attribution->contribution + player * OUTCOMES;
    comparison_report_settings(page, attribution, player);
    fprintf(page->out, "%*s", SHARE_INDENT, "");
    for (int outcome = 0; outcome < OUTCOMES; outcome++)
        comparison_report_share(page, &of[outcome]);
    comparison_report_bar(page, of[OUTCOME_DEAL].share, most);
    page_end_line(page);
}

static void comparison_report_sum(struct page *page, const struct pairing *pairing)
{
    page_paragraph(page, 2, "together");
    fprintf(page->out, "%*s", SHARE_INDENT, "");
    for (int outcome = 0; outcome < OUTCOMES; outcome++) {
        page_signed(page, SIGNED_COLUMNS, 2, 100 * pairing_difference(pairing, outcome));
        if (outcome < OUTCOMES - 1)
            fprintf(page->out, "%*s", SHARE_COLUMNS - SIGNED_COLUMNS, "");
    }
    page_end_line(page);
}

static double comparison_report_most(const struct attribution *attribution)
{
    double most = 0;
    for (int player = 0; player < attribution->players; player++)
        most = fmax(most, fabs(attribution->contribution[player * OUTCOMES + OUTCOME_DEAL].share));
    return most;
}

static void comparison_report_contributions(struct page *page,
                                            const struct attribution *attribution,
                                            const struct pairing *pairing)
{
    int order[SHAPLEY_PLAYERS];
    double most = comparison_report_most(attribution);
    page_end_line(page);
    page_paragraph(page, 0, "What each setting contributes, in percentage points (standard error)");
    fprintf(page->out, "%*s%-*s%-*s%-*s%*s", SHARE_INDENT + 3, "", SHARE_COLUMNS, outcome_words[0],
            SHARE_COLUMNS, outcome_words[1], SHARE_COLUMNS, outcome_words[2], BAR_HALF, "deal");
    page_end_line(page);
    comparison_rank(attribution, order);
    for (int k = 0; k < attribution->players; k++)
        comparison_report_player(page, attribution, order[k], most);
    if (attribution->players > 1)
        comparison_report_sum(page, pairing);
}

static void comparison_report_differences(struct page *page, const struct attribution *attribution)
{
    page_end_line(page);
    page_paragraph(page, 0,
                   attribution->method == ATTRIBUTION_NONE
                       ? "Settings that differ"
                       : "Settings that differ; what each contributes was not played out");
    for (int k = 0; k < attribution->differences.count; k++)
        comparison_report_setting(page, &attribution->differences.difference[k]);
}

static void comparison_report_other(struct page *page, const struct comparison *comparison,
                                    int index)
{
    const struct comparison_other *other = &comparison->other[index];
    const struct pairing *pairing = &comparison->line[index + 1].against;
    char *base = report_name(comparison->line, comparison->others + 1, 0);
    char *name = report_name(comparison->line, comparison->others + 1, index + 1);
    page_heading(page, "%s against %s", name, base);
    comparison_report_own(page, other, &comparison->line[0].run);
    comparison_report_flips(page, pairing, base, name);
    comparison_worths(page, other, base, name);
    if (other->same)
        page_paragraph(page, 0, "The same scenario: no setting differs, and no trial.");
    else if (other->attribution->complete)
        comparison_report_contributions(page, other->attribution, pairing);
    else
        comparison_report_differences(page, other->attribution);
    free(base);
    free(name);
}

/* How contributions are to be read; the orders where any were sampled. */
static void comparison_report_legend(struct page *page, const struct comparison *comparison)
{
    bool told = false, joined = false;
    int orders = 0;
    for (int k = 0; k < comparison->others; k++) {
        const struct attribution *attribution = comparison->other[k].attribution;
        if (!attribution->complete || attribution->players == 0)
            continue;
        told = true;
        joined = joined || attribution->players < attribution->differences.count;
        if (attribution->method == ATTRIBUTION_SAMPLED)
            orders = attribution->orders;
    }
    if (!told)
        return;
    struct text text = { 0 };
    text_add(&text,
             "Contributions are Shapley values: what a setting adds to the difference when "
             "it joins those set before it, averaged over %s. They sum to the difference.",
             orders == 0 ? "all orders of setting them" : "orders of setting them");
    if (orders > 0)
        text_add(&text,
                 " Beyond %d settings these are %d sampled orders, and the standard error "
                 "includes theirs.",
                 SHAPLEY_EXACT, orders);
    if (joined)
        text_add(&text, " Settings that cannot be set apart share one line of figures.");
    page_end_line(page);
    page_paragraph(page, 0, text.bytes);
    free(text.bytes);
}

static void comparison_report_term(struct page *page, const struct comparison *comparison,
                                   int other, int term)
{
    const struct verdict_term *asked = &comparison->verdict->term[term];
    struct interval interval = comparison_interval(comparison, other, asked->figure);
    char *name = report_name(comparison->line, comparison->others + 1, other + 1);
    char *condition = verdict_text(asked);
    char *text =
        memory_format("%s: %s %s (%+.2f, 95%% %+.2f to %+.2f points)", name, condition,
                      comparison_holds(comparison, other, term) ? "holds" : "does not hold",
                      100 * comparison_figure(comparison, other, asked->figure), 100 * interval.low,
                      100 * interval.high);
    page_paragraph(page, 2, text);
    free(text);
    free(condition);
    free(name);
}

static void comparison_report_verdict(struct page *page, const struct comparison *comparison)
{
    page_heading(page, "Verdict: %s", comparison_fails(comparison) ? "fails" : "does not fail");
    for (int other = 0; other < comparison->others; other++)
        for (int term = 0; term < comparison->verdict->terms; term++)
            comparison_report_term(page, comparison, other, term);
}

/* The table of shares, in which one that is the same has no interval. */
static void comparison_report_shares(struct page *page, const struct comparison *comparison)
{
    int count = comparison->others + 1;
    struct report_line *line = memory_new((size_t)count, sizeof *line);
    for (int k = 0; k < count; k++) {
        line[k] = comparison->line[k];
        if (k > 0 && comparison->other[k - 1].same)
            line[k].sha256 = line[0].sha256;
    }
    report_shares(page, line, count);
    free(line);
}

void comparison_report(struct page *page, const struct comparison *comparison)
{
    comparison_report_shares(page, comparison);
    for (int other = 0; other < comparison->others; other++)
        comparison_report_other(page, comparison, other);
    comparison_report_legend(page, comparison);
    if (comparison->verdict != NULL)
        comparison_report_verdict(page, comparison);
    report_caution(page, false);
}
