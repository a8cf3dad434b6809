/* Looks a scenario text over before libconfig's parser sees it, for all that the parser would
 * misread, or report badly. */
#ifndef ENGINE_PRESCAN_H
#define ENGINE_PRESCAN_H

#include <stdbool.h>

#include "engine/fault.h"
#include "engine/token.h"

enum {
    PRESCAN_DEPTH = 64,    /* the deepest nesting of groups, lists and arrays */
    PRESCAN_MEMBERS = 1024 /* the most members of one group: libconfig searches them one by one */
};

/* Lines, in the order of the text. */
struct prescan_lines {
    int count, room;
    int *line; /* owned by the caller */
};

/* Adds a fault for: bytes that are no text (the first only), the faults of engine/token.h,
 * @include, names too long, words without quotes, values out of place, arrays of mixed kinds, names
 * set twice,
 * "=" left out before a bracket, texts that run on into what follows, brackets that do not match,
 * nesting too deep, groups too large. False where it found any. `texts` receives the line of each
 * text value, which libconfig gets wrong in lists. */
bool prescan_text(const char *text, const char *file, struct prescan_lines *texts,
                  struct faults *faults);

/* For the files of the prescan alone: what people often write instead of what was meant
 * (engine/prescan_hint.c). `tokens` stands behind the token in question and passes over what
 * belongs to it. Each adds one fault where it returns true. */

/* A word where a value was expected: always a fault. */
void prescan_word(struct tokens *tokens, const struct token *word);
/* "war.cost" where a name was expected. */
bool prescan_dotted(struct tokens *tokens, const struct token *name);
/* "1,0", "5%", or a quotation mark that is not straight; `member`: in a group, not in a list. */
bool prescan_hint(struct tokens *tokens, const struct token *previous, const struct token *mark,
                  bool member);
/* A text over several lines, followed by something that cannot follow a text inside the bracket
 * `open`. */
bool prescan_runs_on(const struct tokens *tokens, const struct token *text, char open);

#endif
