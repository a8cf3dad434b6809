/* The verbs of the command line, and what several of them share. */
#ifndef ENGINE_COMMAND_H
#define ENGINE_COMMAND_H

#include "engine/files.h"
#include "engine/json.h"
#include "engine/names.h"
#include "engine/options.h"
#include "engine/page.h"
#include "engine/scenario.h"
#include "engine/store.h"

/* One verb. `run` returns the exit code: those of <sysexits.h> that product.md lists. Results go to
 * standard output through stdio; main() flushes it and turns a failure to write into EX_IOERR. */
struct command {
    const char *name;
    const char *arguments; /* "SCENARIO..." */
    const char *summary;   /* one sentence for help */
    const char *examples[2];
    int (*run)(const struct options *options);
};

/* In the order of help. */
extern const struct command *const commands[];
extern const int command_count;
extern const struct command command_manual, command_completion, command_help, command_store;

/* What an exit code means. */
struct command_code {
    int code;
    const char *meaning;
};

/* Those that there are, in ascending order; *count: how many. */
const struct command_code *command_help_codes(int *count);

/* The command of a name, or NULL. */
const struct command *command_find(const char *name);

/* Reads the scenarios of a file (engine/scenario.h) with the --variant, --set, --trials, --seed,
 * --horizon and --design of the command line. False, and none, on any fault: it has then been told
 * on standard error, and *status is the exit code. The caller frees them. */
bool command_scenarios(const struct options *options, const char *file, struct scenarios *scenarios,
                       int *status);
/* The same with the faults for the caller to tell and to free; returns the exit code. */
int command_scenarios_read(const struct options *options, const char *file,
                           struct scenarios *scenarios, struct faults *faults);
/* Adds what is to be told of the scenarios of a file though they are good: settings that cannot act
 * (engine/inert.h). */
void command_scenarios_look(const struct options *options, const char *file,
                            const struct scenarios *scenarios, struct faults *warnings);
/* command_scenarios() for the first of the file's own scenario alone, or that of --variant; NULL on
 * any fault. A folder stands for the only .cfg file in it: that of a run for its scenario. */
struct scenario *command_scenario(const struct options *options, const char *file, int *status);

/* Lays --trials, --seed and --horizon of the command line over a scenario. */
void command_override(const struct options *options, struct scenario *scenario);

/* The scenario files that the command line names (engine/files.h), at least one. On a fault: false,
 * a message on standard error and the exit code in *status. The caller frees them with files_free.
 */
bool command_files(const struct options *options, struct files *files, int *status);

/* Which of the words that the command's arguments begin with ("bash|zsh|fish") the command line
 * names, counted from 0; -1, with a message, where it names none, or more where nothing follows. */
int command_choice(const struct command *command, const struct options *options);

/* A text of a scenario's tree that stands in the file, which must not be written over then; NULL:
 * none does. */
const char *command_run_source(const struct node *node, const char *file);

/* Whether a table of results may be written to the file that a flag names: not over a store, nor
 * over a scenario. Returns the exit code, with a message where it is not EX_OK. */
int command_check_output(const char *flag, const char *path);

/* Opens the store that --store names, before anything is played: *store is NULL where none is
 * named. False, with a message and the exit code in *status, where it cannot be. The caller closes
 * it with store_close. (engine/command_store.c) */
bool command_store_open(const struct options *options, struct store **store, int *status);

/* Whether --max-time, --out, --resume and --store-trials hold and agree; *seconds: the time that
 * the command may take, 0: any. Returns the exit code, with a message where it is not EX_OK. */
int command_limits(const struct options *options, double *seconds);

/* A fault of the command line: prints "zopa: error: MESSAGE" and returns EX_USAGE. */
__attribute__((format(printf, 1, 2))) int command_misuse(const char *format, ...);

/* The same about a verb, or a model, that does not exist, with the nearest that does. */
int command_unknown(const char *name);
int command_unknown_model(const char *kind, const char *name);
/* The same about a word of another sort ("document"): frees the names that there are. */
int command_unknown_word(const char *sort, struct names *names, const char *word);

/* The models of a kind (NULL: all), one a line; the same as rows of an array; whether there are
 * any; and the kinds that there are. */
void command_list_print(struct page *page, const char *kind);
void command_list_write(struct json *json, const char *kind);
bool command_list_has(const char *kind);
void command_list_kinds(struct names *names);
/* The models of a kind, separated by blanks. The caller frees it. */
char *command_list_models(const char *kind);

/* Tells how a command is used, or (NULL) which commands there are; returns EX_OK. */
int command_help_tell(const struct command *command, bool as_json);

/* Writes a document to standard output, as it is or as JSON: the text beside the schema and the
 * word that stands for it, under the name of its sort. Returns the exit code. */
int command_document(void (*write)(FILE *), bool as_json, const char *schema, const char *sort,
                     const char *word);

#endif
