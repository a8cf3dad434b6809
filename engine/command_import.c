#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "engine/command.h"
#include "engine/import.h"
#include "engine/label.h"
#include "engine/memory.h"
#include "engine/output.h"

static void import_list(const char *what, const struct names *names)
{
    if (names->count == 0)
        return;
    fprintf(stderr, "zopa: %s", what);
    for (int index = 0; index < names->count; index++) {
        char *shown = text_printable(names->name[index]);
        fprintf(stderr, "%s'%s'", index == 0 ? " " : ", ", shown);
        free(shown);
    }
    fputc('\n', stderr);
}

static void import_tell_names(const struct import_table *table)
{
    for (int index = 0; index < table->unwritten.count; index++) {
        char *shown = text_printable(table->unwritten.name[index]);
        fprintf(stderr, "zopa: '%s' is called %s: keys have Latin letters only\n", shown,
                table->stand_ins.name[index]);
        free(shown);
    }
}

static void import_tell_scales(const struct import_table *table)
{
    bool alike = true;
    for (int index = 1; index < table->issues; index++)
        alike = alike && table->issue[index].low == table->issue[0].low &&
                table->issue[index].high == table->issue[0].high;
    for (int index = 0; index < (alike ? 1 : table->issues); index++) {
        const struct import_issue *issue = &table->issue[index];
        fprintf(stderr, "zopa: scale of %s: %g to %g, %s%s\n", alike ? "positions" : issue->key,
                issue->low, issue->high, issue->scale,
                strncmp(issue->scale, "as given", 8) == 0 ? "" : "; else --scale LO:HI");
    }
}

static void import_tell(const struct import_table *table, const char *path, const char *between)
{
    char *word = label_word(path);
    bool file = !output_is_standard(path);
    if (file)
        fprintf(stderr, "zopa: wrote %s: %d actors, %d issue%s\n", word, table->actors,
                table->issues, table->issues == 1 ? "" : "s");
    import_list("actors are named by the first column,", &table->guessed);
    import_list("passed over the columns", &table->ignored);
    import_list("names that were taken got a number:", &table->numbered);
    import_tell_names(table);
    if (table->comma)
        fputs("zopa: read commas inside numbers as decimal commas\n", stderr);
    import_tell_scales(table);
    fprintf(stderr, "zopa: contenders: %s and %s%s\n", table->actor[table->low].key,
            table->actor[table->high].key,
            between != NULL
                ? ""
                : ", the strongest on either side of the weighted mean; else --between");
    fprintf(stderr, "zopa: what else is assumed stands in the %s\n", file ? "file" : "text");
    if (file)
        fprintf(stderr, "zopa: next: zopa run %s -n 2000\n", word);
    free(word);
}

static void import_write_names(struct json *json, const char *name, const struct names *names)
{
    json_array(json, name);
    for (int index = 0; index < names->count; index++)
        json_text(json, NULL, names->name[index]);
    json_end(json);
}

static void import_write_stand_ins(struct json *json, const struct import_table *table)
{
    json_array(json, "stand_ins");
    for (int index = 0; index < table->unwritten.count; index++) {
        json_row(json, NULL);
        json_text(json, "title", table->unwritten.name[index]);
        json_text(json, "key", table->stand_ins.name[index]);
        json_end(json);
    }
    json_end(json);
}

static void import_write_issues(struct json *json, const struct import_table *table)
{
    json_array(json, "issues");
    for (int index = 0; index < table->issues; index++) {
        const struct import_issue *issue = &table->issue[index];
        json_row(json, NULL);
        json_text(json, "key", issue->key);
        json_text(json, "title", issue->title);
        json_pair(json, "scale", issue->low, issue->high);
        json_text(json, "whence", issue->scale);
        json_end(json);
    }
    json_end(json);
}

static void import_write_actors(struct json *json, const struct import_table *table)
{
    json_array(json, "actors");
    for (int index = 0; index < table->actors; index++) {
        json_row(json, NULL);
        json_text(json, "key", table->actor[index].key);
        json_text(json, "title", table->actor[index].title);
        json_end(json);
    }
    json_end(json);
}

static void import_json(const struct import_table *table, const char *path, const char *name,
                        bool given)
{
    struct json json = json_start(stdout);
    json_object(&json, NULL);
    json_text(&json, "schema", "zopa.import/1");
    json_text(&json, "file", path);
    json_text(&json, "name", name);
    json_text(&json, "table", table->file);
    import_write_actors(&json, table);
    import_write_issues(&json, table);
    json_row(&json, "contenders");
    json_text(&json, "low", table->actor[table->low].key);
    json_text(&json, "high", table->actor[table->high].key);
    json_flag(&json, "given", given);
    json_end(&json);
    import_write_names(&json, "named_by", &table->guessed);
    import_write_names(&json, "passed_over", &table->ignored);
    import_write_names(&json, "numbered", &table->numbered);
    import_write_stand_ins(&json, table);
    json_flag(&json, "decimal_commas", table->comma);
    json_end(&json);
}

static int import_output(const struct import_table *table, const char *path, const char *name)
{
    const char *slash = strrchr(path, '/');
    struct output output;
    if (!output_open(&output, path, true))
        return EX_CANTCREAT;
    const char *file = output.temporary == NULL ? "FILE.cfg" : slash == NULL ? path : slash + 1;
    import_write(table, name, file, output.stream);
    return output_close(&output) ? EX_OK : EX_IOERR;
}

static int import_fails(struct faults *faults, char *misuse)
{
    int status = misuse != NULL ? command_misuse("%s", misuse) : EX_DATAERR;
    faults_print(faults, stderr);
    faults_free(faults);
    free(misuse);
    return status;
}

/* From the bytes of a table to the file. */
static int import_make(const struct options *options, const char *bytes, size_t size,
                       const char *path, const char *name)
{
    const char *file = options->argument[0];
    struct faults faults = { 0 };
    struct import_table table;
    char *misuse = NULL;
    int status;
    if (!import_read(&table, bytes, size, file, &faults) ||
        !import_scale(&table, options->scale, &faults, &misuse) ||
        !import_contend(&table, options->between, &faults, &misuse))
        status = import_fails(&faults, misuse);
    else
        status = import_output(&table, path, name);
    if (status == EX_OK && options->json)
        import_json(&table, path, name, options->between != NULL);
    else if (status == EX_OK && !options->quiet)
        import_tell(&table, path, options->between);
    import_free(&table);
    return status;
}

static int import(const struct options *options)
{
    if (options->arguments != 1)
        return command_misuse("import: found %d tables, expected one", options->arguments);
    const char *file = options->argument[0], *absent;
    size_t size;
    char *bytes = files_load(file, IMPORT_BYTES, &size, &absent);
    if (bytes == NULL) {
        fprintf(stderr, "zopa: error: %s: %s\n", file, absent);
        return EX_NOINPUT;
    }
    bool named = options->out != NULL && !output_is_standard(options->out);
    char *base = label_base(named ? options->out : file, named ? "cfg" : NULL);
    char *path = options->out != NULL ? memory_text(options->out) : memory_format("%s.cfg", base);
    char *name = label_name(base);
    int status =
        options->json && output_is_standard(path)
            ? command_misuse("import: found --json with -o %s, expected a file to write: standard "
                             "output has the JSON",
                             path)
            : import_make(options, bytes, size, path, name[0] == '\0' ? "table" : name);
    free(name);
    free(path);
    free(base);
    free(bytes);
    return status;
}

const struct command command_import = {
    .name = "import",
    .arguments = "TABLE.csv",
    .summary = "Make a scenario of a table of actors: capability, position, salience.",
    .examples = { "zopa import table.csv && zopa run table.cfg -n 2000",
                  "zopa import emissions.csv --scale 4:10 --between Germany,UK -o -" },
    .run = import,
};
