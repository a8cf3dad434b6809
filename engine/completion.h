/* Scripts that make shells complete zopa's command line, written from the tables of commands and
 * flags.
 *
 * What may stand at a place is an offer: words separated by blanks. A word stands for itself;
 * "@scenarios", "@files", "@folders", "@paths" (of parameters), "@settings" (PATH=VALUE),
 * "@variants" (of the scenario) and "@models" (of the kind that stands before) stand for what the
 * shell finds out. */
#ifndef ENGINE_COMPLETION_H
#define ENGINE_COMPLETION_H

#include <stdbool.h>
#include <stdio.h>

#include "engine/options.h"

void completion_bash(FILE *out);
void completion_zsh(FILE *out);
void completion_fish(FILE *out);

/* The offer for a word of the tables: "SCENARIO", "PATH=VALUE", "auto|always|never"; "" where
 * nothing can be guessed. The caller frees it. */
char *completion_offer(const char *word);
/* The same for what a flag takes. */
char *completion_flag(const struct flag *flag);

/* A place behind a verb. */
struct completion_place {
    char *offer; /* owned */
    char *word;  /* owned: "SCENARIO" */
    bool last;   /* all places from here on are like this one */
};

/* The place of a command's arguments ("SCENARIO [PATH...]"), counted from 0. False: there is none.
 * completion_place_free releases its inside. */
bool completion_place(const char *arguments, int index, struct completion_place *place);
void completion_place_free(struct completion_place *place);

/* Writes, for bash and zsh alike, the function _zopa_models: it sets REPLY to the models of a kind
 * and fails where there are none. */
void completion_models(FILE *out);

/* Writes lines, each followed by its end; NULL ends the list. */
void completion_lines(FILE *out, const char *const *lines);
/* Writes a text between single quotes as sh and zsh read it. */
void completion_quote(FILE *out, const char *text);

#endif
