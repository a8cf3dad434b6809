/* The groups of a scenario file as topics: "issue", "red_line", "process". They are found by
 * walking the tables from the top of a file down, so that no list of them is kept. */
#ifndef ENGINE_TOPIC_H
#define ENGINE_TOPIC_H

#include "engine/names.h"
#include "models/parameter.h"

/* A group of keys. Several may share a name: the war of the scenario, and what it costs an actor.
 */
struct topic {
    const char *name;              /* "red_line"; of one among many, the singular: "issue" */
    const char *path;              /* "actors.ACTOR.positions.ISSUE.red_line": NAMES are yours */
    const struct parameter *table; /* its keys, without those of the models chosen in it, whose
                                    * groups are topics of their own */
    const char *meaning;
};

/* Tells every topic, those of the outer groups first. What is told lives during the call only. */
void topic_walk(void (*tell)(void *context, const struct topic *), void *context);
/* The same, each group followed by those inside it. */
void topic_walk_nested(void (*tell)(void *context, const struct topic *), void *context);

/* Whether a topic is about a word: its own name, the plural that holds many of it, or a kind of
 * models that one of its keys chooses.
 */
bool topic_is_about(const struct topic *topic, const char *word);

/* How a key is shown: its name, or, where any name of a sort will do, "ISSUE". Written into out;
 * returns out. */
char *topic_key(const struct parameter *parameter, char *out, size_t size);

#endif
