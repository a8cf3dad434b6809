#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/solving_table.h"
#include "engine/text.h"

enum {
    ACTORS = 4, /* side by side, at most */
    GAINS = 15
};

/* The actor at a place among those who can refuse; -1: there are no more. */
static int solving_party(const struct solving *solving, int place)
{
    for (int actor = 0; actor < solving->scenario->game.actors; actor++)
        if (solving_counts(solving, actor) && place-- == 0)
            return actor;
    return -1;
}

static int solving_parties(const struct solving *solving)
{
    int parties = 0;
    while (solving_party(solving, parties) >= 0)
        parties++;
    return parties;
}

static const char *solving_name(const struct solving *solving, int actor)
{
    return solving->scenario->game.actor[actor].name;
}

static void solving_tell(struct page *page, int indent, struct text *text)
{
    if (text->bytes != NULL)
        page_paragraph(page, indent, text->bytes);
    free(text->bytes);
}

/* The width of the zone, or what shows that there is none. */
static void solving_report_zone(struct page *page, const struct solving *solving)
{
    struct text text = { 0 };
    if (solving->width >= 0)
        text_add(
            &text,
            "The zone of possible agreement: all can have %.3g more than their claims at once.",
            solving->width);
    else if (solving->bound < 0)
        text_add(&text,
                 "No agreement beats fighting on for all: in every package somebody lacks at least "
                 "%.3g to its claim.",
                 -solving->bound);
    else
        text_add(
            &text,
            "No agreement was found that beats fighting on for all: in the best somebody lacks "
            "%.3g to its claim. It is not proved that there is none.",
            -solving->width);
    if (solving->low <= solving->high)
        text_add(&text, " Agreements lie from %.3g to %.3g.", solving->low, solving->high);
    for (int actor = 0; actor < solving->scenario->game.actors && solving->weight; actor++)
        if (solving->weight[actor] > 0)
            text_add(&text, "%s %.3g %s", strstr(text.bytes, "weights") ? "," : " The weights",
                     solving->weight[actor], solving_name(solving, actor));
    if (solving->weight != NULL)
        text_add(&text, " prove it: no package is worth as much as the claims, so weighted.");
    solving_tell(page, 2, &text);
}

static void solving_report_claims(struct page *page, const struct solving *solving)
{
    page_heading(page, "%-20s%10s%10s%10s", "Without agreement", "claim", "ideal", "between");
    for (int place = 0; solving_party(solving, place) >= 0; place++) {
        int actor = solving_party(solving, place);
        page_label(page, 2, SOLVING_LABEL, solving_name(solving, actor));
        page_number(page, 10, 3, solving->claim[actor]);
        page_number(page, 10, 3, solving->ideal[actor]);
        page_number(page, 10, 3, solving->ideal[actor] - solving->claim[actor]);
        page_end_line(page);
    }
    solving_report_zone(page, solving);
}

static void solving_cells_gains(struct page *page, const struct solving *solving,
                                const struct solving_row *row, struct solving_columns columns)
{
    int last = columns.from + columns.count - 1;
    for (int place = columns.from; place <= last; place++) {
        int actor = solving_party(solving, place);
        bool lacks = row->gain[actor] < -SOLVING_SLIGHT;
        page_number(page, 7, 3, row->worth[actor]);
        page_signed(page, 7, 3, row->gain[actor]);
        const char *mark = row->needed[actor] ? "!" : ".", *blank = place < last ? " " : "";
        fputs(lacks ? mark : blank, page->out);
    }
    page_end_line(page);
}

static void solving_report_gains(struct page *page, const struct solving *solving)
{
    int parties = solving_parties(solving);
    for (int from = 0; from < parties;) {
        struct solving_columns columns = solving_table_columns(parties, from, ACTORS, GAINS);
        struct text head = { 0 };
        text_add(&head, "%-*s", SOLVING_LABEL, from == 0 ? "Utility and gain" : "");
        for (int place = from; place < from + columns.count; place++) {
            char *name =
                page_cut(page, GAINS - 2, solving_name(solving, solving_party(solving, place)));
            text_add(&head, "%*s", place == columns.from ? GAINS - 1 : GAINS, name);
            free(name);
        }
        page_heading(page, "%s", head.bytes);
        free(head.bytes);
        solving_table_rows(page, solving, true, solving_cells_gains, columns);
        from += columns.count;
    }
}

/* A gap that is rounding. */
static const double SOLVING_ROUNDING = 1e-12;

/* What is proved of a package, in words. */
static void solving_certificate(const struct solving_row *row, char *out, size_t size)
{
    if (row->kind == SOLVING_PACKAGE)
        snprintf(out, size, "-");
    else if (isnan(row->gap))
        snprintf(out, size, "not proved");
    else if (row->gap <= SOLVING_ROUNDING)
        snprintf(out, size, "proved");
    else
        snprintf(out, size, "proved to %.0e", row->gap);
}

/* Who would refuse a package, and which terms it does not keep to. */
static void solving_objections(struct page *page, const struct solving *solving,
                               const struct solving_row *row)
{
    const struct game *game = &solving->scenario->game;
    struct text text = { 0 };
    for (int actor = 0; actor < game->actors; actor++)
        if (row->needed[actor] && row->gain[actor] < -SOLVING_SLIGHT)
            text_add(&text, "%s%s", text.length == 0 ? "refused by " : ", ",
                     solving_name(solving, actor));
    if (row->line >= 0)
        text_add(&text, "%spast a hard line of %s (%s)", text.length == 0 ? "" : "; ",
                 solving_name(solving, row->crossed), game->issue[row->line].name);
    if (row->broken)
        text_add(&text, "%sbreaks a rule", text.length == 0 ? "" : "; ");
    solving_tell(page, 4, &text);
}

static void solving_cells_quality(struct page *page, const struct solving *solving,
                                  const struct solving_row *row, struct solving_columns columns)
{
    char words[40];
    (void)columns;
    page_signed(page, 8, 3, row->least == HUGE_VAL ? NAN : row->least);
    snprintf(words, sizeof words, isnan(row->nash) ? "-" : "%.3g", row->nash);
    fprintf(page->out, "%10s", words);
    page_share(page, 8, row->lost);
    page_number(page, 8, 3, row->slack);
    page_number(page, 9, 3, row->distance);
    solving_certificate(row, words, sizeof words);
    fprintf(page->out, "  %s", words);
    page_end_line(page);
    solving_objections(page, solving, row);
}

/* The solvers that agree, by their first. */
static void solving_report_same(struct page *page, const struct solving *solving)
{
    for (int first = 0; first < solving->rows; first++) {
        struct text text = { 0 };
        for (int k = first + 1; k < solving->rows; k++) {
            const struct solving_row *row = &solving->row[k];
            if (row->found && row->same == first)
                text_add(&text, "%s%s", text.length == 0 ? "" : ", ", row->name);
        }
        if (text.length > 0) {
            char *name = memory_format("  %s", solving->row[first].name);
            page_item(page, SOLVING_LABEL + 2, name, text.bytes);
            free(name);
        }
        free(text.bytes);
    }
}

static const char *solving_why(const struct solving_row *row)
{
    return row->apart != NULL ? row->apart : "no package that it would table";
}

/* Those without a package, by the reason. */
static void solving_report_apart(struct page *page, const struct solving *solving)
{
    for (int first = 0; first < solving->rows; first++) {
        const char *why = solving_why(&solving->row[first]);
        struct text text = { 0 };
        bool told = solving->row[first].found;
        for (int k = 0; k < first && !told; k++)
            told = !solving->row[k].found && strcmp(solving_why(&solving->row[k]), why) == 0;
        for (int k = first; k < solving->rows && !told; k++)
            if (!solving->row[k].found && strcmp(solving_why(&solving->row[k]), why) == 0)
                text_add(&text, "%s%s", k == first ? "" : ", ", solving->row[k].name);
        if (!told)
            text_add(&text, ": %s", why);
        solving_tell(page, 2, &text);
    }
}

static bool solving_has(const struct solving *solving, bool found, bool same)
{
    bool has = false;
    for (int k = 0; k < solving->rows; k++)
        has |= solving->row[k].found == found && (!same || solving->row[k].same != k);
    return has;
}

static void solving_report_notes(struct page *page)
{
    page_end_line(page);
    page_paragraph(
        page, 0,
        "Every uncertain number is at its mean; nothing is drawn, and nothing that "
        "chance decides has happened. Claim: what a party has by fighting on, with what "
        "it wants on top before it signs. Ideal: the most that it can have while the "
        "others have their claims. Gain: utility less claim; ! it would refuse, . it is "
        "not asked. = as the status quo; ~ between levels; * the scenario's own solver; "
        "nearest: whoever lacks most lacks as little as can be; knee: the largest sum of "
        "gains, each in units of what its owner could gain alone.");
    page_paragraph(page, 0,
                   "Lost: share of the largest sum of gains. Better: by how much all could be "
                   "better off at once. Distance: in utilities, from the nearest efficient "
                   "package found that all accept. Figures follow from the scenario's "
                   "assumptions; zopa run shows what chance and doubt make of them.");
}

void solving_report(struct page *page, const struct solving *solving, bool notes)
{
    const struct scenario *scenario = solving->scenario;
    struct text title = { 0 };
    text_add(&title, "%s%s%s", scenario->name, scenario->title == NULL ? "" : " - ",
             scenario->title == NULL ? "" : scenario->title);
    solving_tell(page, 0, &title);
    solving_report_claims(page, solving);
    if (solving_has(solving, true, false)) {
        solving_table_issues(page, solving);
        solving_report_gains(page, solving);
        page_heading(page, "%-20s%8s%10s%8s%8s%9s  %s", "How good", "least", "product", "lost",
                     "better", "distance", "proof");
        solving_table_rows(page, solving, false, solving_cells_quality,
                           (struct solving_columns){ 0 });
    }
    if (solving_has(solving, true, true)) {
        page_heading(page, "The same package");
        solving_report_same(page, solving);
    }
    if (solving_has(solving, false, false)) {
        page_heading(page, "Without a package");
        solving_report_apart(page, solving);
    }
    if (notes)
        solving_report_notes(page);
}
