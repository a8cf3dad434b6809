/* A list of names to choose from, for messages: what was expected, and what was probably meant. */
#ifndef ENGINE_NAMES_H
#define ENGINE_NAMES_H

#include "engine/tree.h"
#include "models/parameter.h"

struct names {
    int count;
    char **name; /* owned */
};

void names_add(struct names *names, const char *name);
/* Adds words that are separated by blanks; by another sign. */
void names_add_words(struct names *names, const char *words);
void names_add_between(struct names *names, const char *words, char sign);
/* Adds the names of a table's entries, PARAMETER_ANY left out; NULL adds none. */
void names_add_table(struct names *names, const struct parameter *table);
/* Adds the names of a group's members; NULL adds none. */
void names_add_members(struct names *names, const struct node *group);
void names_free(struct names *names);

/* Ends of a message about a word that is none of the names; the caller frees them.
 * names_nearest: "; did you mean 'salience'?", or "" where none is near.
 * names_known: "; known: low, high", or "" where there are many.
 * names_hint: the first, or else the second.
 * names_sample: the first, or else eight of the names: "; known: low, high ... and 3 more". */
char *names_nearest(const struct names *names, const char *word);
char *names_known(const struct names *names);
char *names_hint(const struct names *names, const char *word);
char *names_sample(const struct names *names, const char *word);

/* The place of a word among words separated by blanks, or -1. */
int names_index(const char *words, const char *word);
/* The word at a place, written into out; returns out. */
char *names_word(const char *words, int index, char *out, size_t size);

#endif
