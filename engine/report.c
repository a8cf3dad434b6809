#include "engine/report.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "engine/estimate.h"
#include "engine/label.h"
#include "engine/memory.h"
#include "engine/text.h"

enum { NAME_COLUMNS = 26, BAR_COLUMNS = 28, ROUND_COLUMNS = 10 };

char *report_words(const char *name, char *out, size_t size)
{
    snprintf(out, size, "%s", name);
    for (char *next = out; *next != '\0'; next++)
        if (*next == '_')
            *next = ' ';
    return out;
}

char *report_detail_words(const char *name)
{
    static const char victory[] = "victory_";
    char words[64];
    if (strncmp(name, victory, sizeof victory - 1) == 0)
        return memory_format("victory of %s", name + sizeof victory - 1);
    return memory_text(report_words(name, words, sizeof words));
}

char *report_round_name(const struct page *page, const struct summary *summary)
{
    return page_cut(page, ROUND_COLUMNS, summary->scenario->run.round);
}

char *report_played(const struct run *run, uint64_t trials)
{
    char count[PAGE_COUNT];
    const struct design *design = (const struct design *)run->design.model;
    return memory_format(
        "%s trial%s of %ld %s%s, seed %ld%s%s", page_grouped(count, trials), trials == 1 ? "" : "s",
        run->horizon, run->round, run->horizon == 1 ? "" : "s", run->seed,
        design->independent ? "" : ", design ", design->independent ? "" : design->about.name);
}

static void report_failures(struct page *page, const struct summary *summary)
{
    const struct scenario *scenario = summary->scenario;
    struct text text = { 0 };
    text_add(&text,
             "Failed (a figure was not finite): %" PRIu64 " trials, which count among the "
             "outcomes only. The first:",
             summary->failed);
    for (int k = 0; k < summary->named; k++)
        text_add(&text, "%s %" PRIu64, k == 0 ? "" : ",", summary->failure[k]);
    char *file = label_word(scenario->file), *name = label_word(scenario->name);
    text_add(&text, ". To see one, with the same --set: zopa trace %s --variant %s --seed %ld",
             file, name, scenario->run.seed);
    if (!scenario_design(scenario)->independent)
        text_add(&text, " --design %s -n %ld", scenario_design(scenario)->about.name,
                 scenario->run.trials);
    text_add(&text, " --horizon %ld --trial %" PRIu64, scenario->run.horizon, summary->failure[0]);
    free(name);
    free(file);
    page_paragraph(page, 0, text.bytes);
    free(text.bytes);
}

static void report_head(struct page *page, const struct summary *summary)
{
    const struct scenario *scenario = summary->scenario;
    const struct run *run = &scenario->run;
    page_flow(page, 0, scenario->name);
    if (scenario->title != NULL) {
        page_flow(page, 0, "-");
        page_flow(page, 0, scenario->title);
    }
    page_flow_end(page);
    char *played = report_played(run, summary->trials);
    page_paragraph(page, 0, played);
    free(played);
    if (!summary_complete(summary)) {
        fputs("INCOMPLETE: stopped early, ", page->out);
        page_count(page, 0, (uint64_t)run->trials);
        fputs(" trials were asked for\n", page->out);
    }
    if (summary->failed > 0)
        report_failures(page, summary);
}

static void report_share(struct page *page, int indent, const char *name, struct estimate share)
{
    page_label(page, indent, NAME_COLUMNS, name);
    page_share(page, 7, share.value);
    page_interval(page, 16, share.interval);
    if (share.value > 0) {
        fputs("  ", page->out);
        page_bar(page, BAR_COLUMNS, share.value);
    }
    page_end_line(page);
}

static void report_detail(struct page *page, const struct summary *summary, int detail)
{
    const struct scenario *scenario = summary->scenario;
    char name[256];
    char *words = report_detail_words(history_detail_name(scenario, detail, name, sizeof name));
    report_share(page, 2, words, estimate_detail(summary, detail));
    free(words);
}

static bool report_has_victory(const struct summary *summary)
{
    for (int detail = DETAIL_VICTORY; detail < summary_details(summary->scenario); detail++)
        if (summary->detail[detail] > 0)
            return true;
    return false;
}

static void report_outcomes(struct page *page, const struct summary *summary)
{
    page_heading(page, "%-*s%7s%16s", NAME_COLUMNS, "Outcome", "share", "95% interval");
    struct summary_outcomes outcomes = summary_outcomes(summary);
    for (int outcome = 0; outcome < OUTCOMES; outcome++) {
        char words[64];
        report_share(page, 0, report_words(history_outcome_name(outcome), words, sizeof words),
                     estimate_outcome(scenario_design(summary->scenario), &outcomes, outcome));
        for (int detail = 0; detail < summary_details(summary->scenario); detail++)
            if (history_detail_outcome(detail) == outcome && summary_lists(summary, detail))
                report_detail(page, summary, detail);
    }
    if (report_has_victory(summary))
        page_paragraph(page, 2, "Continued war includes wars that a side won.");
    if (summary->scenario->process.ratification.by.count > 0)
        page_paragraph(page, 2,
                       "Framework holding counts signed texts that await ratification, too.");
}

void report_caution(struct page *page, bool quantiles)
{
    char *text = memory_format(
        "The intervals are sampling error only: how far more trials could move a share. "
        "The results are consequences of the scenario's assumptions, not forecasts.%s",
        quantiles ? " Quantiles (5%, 50%, 95%) are accurate to 0.001, those of times exact." : "");
    page_end_line(page);
    page_paragraph(page, 0, text);
    free(text);
}

void report_print(struct page *page, const struct summary *summary)
{
    report_head(page, summary);
    report_outcomes(page, summary);
    report_time(page, summary);
    report_durability(page, summary);
    report_terms(page, summary);
    report_actors(page, summary);
    report_caution(page, true);
}
