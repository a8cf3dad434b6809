#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/bench.h"
#include "engine/memory.h"

enum { REPORT_WORD = 48 };

/* In so many decimals, or with an exponent where there are none; "-" where it is NAN. */
static const char *bench_report_number(char out[REPORT_WORD], int decimals, double number)
{
    if (isnan(number))
        return "-";
    if (decimals == 0)
        snprintf(out, REPORT_WORD, "%.1e", number);
    else
        snprintf(out, REPORT_WORD, "%.*f", decimals, number);
    return out;
}

static void bench_report_row(struct page *page, const struct bench_row *row)
{
    char ratio[REPORT_WORD], iterations[REPORT_WORD], gap[REPORT_WORD], failures[PAGE_COUNT];
    fprintf(page->out, "  %-12s %-10s %8.0f %8.0f  %6s  %7s  %8s  %7s\n", row->by, row->start,
            row->least * 1e9, row->median * 1e9, bench_report_number(ratio, 2, row->ratio),
            bench_report_number(iterations, 1, row->iterations),
            bench_report_number(gap, 0, row->gap), page_grouped(failures, (uint64_t)row->failures));
}

static void bench_report_rows(struct page *page, const struct bench *bench)
{
    const struct bench_row *last = NULL;
    for (int index = 0; index < bench->rows.count; index++) {
        const struct bench_row *row = &bench->rows.row[index];
        bool head =
            last == NULL || strcmp(row->aim, last->aim) != 0 || strcmp(row->size, last->size) != 0;
        if (head) {
            page_heading(page, "%s, %s", row->aim, row->size);
            fprintf(page->out, "  %-12s %-10s %8s %8s  %6s  %7s  %8s  %7s\n", "by", "start",
                    "ns least", "median", "ratio", "steps", "gap", "failed");
        }
        bench_report_row(page, row);
        last = row;
    }
}

static void bench_report_notes(struct page *page, const struct bench *bench)
{
    char *note = memory_format(
        "%ld random problems a size, seed %llu, timed %ld times: nanoseconds a solve, the least "
        "and the median. ratio: how many times as fast as the best rival for the same aim. gap: "
        "the worst shortfall from the largest objective that the answers can have; -: nothing is "
        "proved. failed: no answer, or a shortfall above %g.",
        bench->problems, (unsigned long long)bench->seed, bench->repeats, BENCH_WRONG);
    putc('\n', page->out);
    page_paragraph(page, 0, note);
    free(note);
}

static void bench_report_pace(struct page *page, const struct bench *bench)
{
    page_heading(page, "Trials of %s", bench->played);
    fprintf(page->out, "  %-9s  %12s  %12s  %9s\n", "threads", "a second", "median", "as many");
    for (int index = 0; index < bench->paces; index++) {
        const struct bench_pace *pace = &bench->pace[index];
        fprintf(page->out, "  %-9d", pace->threads);
        page_count(page, 14, (uint64_t)pace->best);
        page_count(page, 14, (uint64_t)pace->median);
        page_number(page, 11, 2, pace->best / bench->pace[0].best);
        page_end_line(page);
    }
}

void bench_report(struct page *page, const struct bench *bench)
{
    if (bench->rows.count > 0) {
        bench_report_rows(page, bench);
        bench_report_notes(page, bench);
    }
    if (bench->paces > 0)
        bench_report_pace(page, bench);
}

static void bench_report_json_row(struct json *json, const struct bench_row *row)
{
    json_row(json, NULL);
    json_text(json, "aim", row->aim);
    json_text(json, "by", row->by);
    json_text(json, "start", row->start);
    json_text(json, "size", row->size);
    json_flag(json, "rival", row->rival);
    json_row(json, "ns");
    json_number(json, "least", row->least * 1e9);
    json_number(json, "median", row->median * 1e9);
    json_end(json);
    json_number(json, "iterations", row->iterations);
    json_number(json, "gap", row->gap);
    json_count(json, "failures", (uint64_t)row->failures);
    json_text(json, "baseline", row->baseline);
    json_number(json, "ratio", row->ratio);
    json_end(json);
}

static void bench_report_json_engine(struct json *json, const struct bench *bench)
{
    json_array(json, "engine");
    for (int index = 0; index < bench->paces; index++) {
        const struct bench_pace *pace = &bench->pace[index];
        json_row(json, NULL);
        json_text(json, "scenario", bench->played);
        json_count(json, "threads", (uint64_t)pace->threads);
        json_count(json, "trials", (uint64_t)pace->trials);
        json_row(json, "trials_per_second");
        json_number(json, "best", pace->best);
        json_number(json, "median", pace->median);
        json_end(json);
        json_end(json);
    }
    json_end(json);
}

void bench_report_json(struct json *json, const struct bench *bench)
{
    json_object(json, NULL);
    json_text(json, "schema", "zopa.bench/1");
    json_text(json, "version", ZOPA_VERSION);
    json_count(json, "seed", bench->seed);
    json_count(json, "problems", (uint64_t)bench->problems);
    json_count(json, "repeats", (uint64_t)bench->repeats);
    json_array(json, "solvers");
    for (int index = 0; index < bench->rows.count; index++)
        bench_report_json_row(json, &bench->rows.row[index]);
    json_end(json);
    bench_report_json_engine(json, bench);
    json_end(json);
}
