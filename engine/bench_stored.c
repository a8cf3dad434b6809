#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/bench.h"
#include "engine/bench_parse.h"

static const char *bench_stored_text(const struct node *row, const char *name)
{
    const struct node *node = tree_member(row, name);
    return node != NULL && node->kind == NODE_TEXT ? node->text : NULL;
}

static double bench_stored_number(const struct node *row, const char *path)
{
    const struct node *node = tree_find(row, path);
    return node != NULL && node->kind == NODE_REAL ? node->real : NAN;
}

static bool bench_stored_row(const struct node *node, struct bench_row *row)
{
    if (node->kind != NODE_GROUP)
        return false;
    const struct node *rival = tree_member(node, "rival");
    double failures = bench_stored_number(node, "failures");
    *row = (struct bench_row){ .aim = bench_stored_text(node, "aim"),
                               .by = bench_stored_text(node, "by"),
                               .start = bench_stored_text(node, "start"),
                               .size = bench_stored_text(node, "size"),
                               .rival = rival != NULL && rival->flag,
                               .least = bench_stored_number(node, "ns.least") * 1e-9,
                               .median = bench_stored_number(node, "ns.median") * 1e-9,
                               .iterations = bench_stored_number(node, "iterations"),
                               .gap = bench_stored_number(node, "gap"),
                               .failures = failures >= 0 && failures < 1e15 ? (long)failures : -1,
                               .baseline = bench_stored_text(node, "baseline"),
                               .ratio = bench_stored_number(node, "ratio") };
    return row->aim && row->by && row->start && row->size && rival != NULL && row->least > 0 &&
           row->median > 0 && row->failures >= 0;
}

static bool bench_stored_rows(const struct node *root, const char *file, struct bench_rows *rows,
                              struct faults *faults)
{
    const struct node *list = root->kind == NODE_GROUP ? tree_member(root, "solvers") : NULL;
    const char *schema = root->kind == NODE_GROUP ? bench_stored_text(root, "schema") : NULL;
    struct bench_row row;
    if (schema == NULL || strcmp(schema, "zopa.bench/1") != 0)
        return faults_add(faults, file, root->line, "found %s as schema, expected zopa.bench/1",
                          schema == NULL ? "nothing" : schema);
    if (list == NULL || list->kind != NODE_LIST)
        return faults_add(faults, file, root->line, "found no list, expected `solvers`");
    for (const struct node *node = list->first; node != NULL; node = node->next) {
        if (!bench_stored_row(node, &row))
            return faults_add(faults, file, node->line,
                              "found an incomplete row, expected aim, by, start, size, rival, ns "
                              "and failures");
        bench_rows_add(rows, &row);
    }
    return true;
}

bool bench_stored_read(const char *text, const char *file, struct node **tree,
                       struct bench_rows *rows, struct faults *faults)
{
    *tree = bench_parse(text, file, faults);
    return *tree != NULL && bench_stored_rows(*tree, file, rows, faults);
}

static void bench_stored_tell(const struct bench_row *row, FILE *out)
{
    fprintf(out, "zopa: worse: %s by %s, %s, %s: ", row->aim, row->by, row->start, row->size);
}

static bool bench_stored_slower(const struct bench_rows *rows, const struct bench_rows *stored,
                                const struct bench_row *now, const struct bench_row *before,
                                double tolerance, FILE *out)
{
    const struct bench_row *base = bench_rows_best(stored, before->aim, before->size, rows);
    if (base == NULL)
        base = bench_rows_best(stored, NULL, before->size, rows);
    if (base == NULL)
        return false;
    double then = base->least / before->least,
           ratio = bench_rows_find(rows, base)->least / now->least;
    if (!(ratio * tolerance < then))
        return false;
    bench_stored_tell(before, out);
    fprintf(out, "%.3g times as fast as %s, was %.3g times\n", ratio, base->by, then);
    return true;
}

static int bench_stored_verdict(const struct bench_rows *rows, const struct bench_rows *stored,
                                const struct bench_row *before, double tolerance, FILE *out)
{
    const struct bench_row *now = bench_rows_find(rows, before);
    int worse = 0;
    if (now == NULL) {
        bench_stored_tell(before, out);
        fputs("it is no longer there\n", out);
        return 1;
    }
    if (now->failures > before->failures) {
        bench_stored_tell(before, out);
        fprintf(out, "%ld failures, were %ld\n", now->failures, before->failures);
        worse++;
    }
    if (now->gap > before->gap + BENCH_WORSE || (isnan(now->gap) && !isnan(before->gap))) {
        bench_stored_tell(before, out);
        fprintf(out, "a gap of %.3g, was %.3g\n", now->gap, before->gap);
        worse++;
    }
    return worse + bench_stored_slower(rows, stored, now, before, tolerance, out);
}

int bench_stored_check(const struct bench_rows *rows, const struct bench_rows *stored,
                       const struct names *words, double tolerance, FILE *out)
{
    int worse = 0;
    for (int index = 0; index < stored->count; index++) {
        const struct bench_row *before = &stored->row[index];
        if (!before->rival && bench_wants(words, before->aim, before->by, before->size))
            worse += bench_stored_verdict(rows, stored, before, tolerance, out);
    }
    return worse;
}
