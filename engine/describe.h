/* What the tables say, for people: the parameters of a scenario, the settings of a model. */
#ifndef ENGINE_DESCRIBE_H
#define ENGINE_DESCRIBE_H

#include "engine/json.h"
#include "engine/tree.h"
#include "models/parameter.h"

/* One parameter of a scenario. */
struct description {
    const char *path; /* "actors.russia.war.cost" */
    const struct parameter *parameter;
    const struct node *node; /* what the scenario gives; NULL: its default holds */
};

/* Tells every parameter of a resolved scenario without faults, in the order of the tables: those
 * that have a default too, but not those of a group that is off as a whole (an absent red line). */
void describe_parameters(const struct node *root,
                         void (*tell)(void *context, const struct description *), void *context);

/* "number", "word", "model" ... */
const char *describe_kind(const struct parameter *parameter);
/* What it accepts: "[0, 10]", "low | high", "nash | menu", or "". The caller frees it. */
char *describe_range(const struct parameter *parameter);
/* What holds where the key is absent, as a node that the caller frees; NULL: nothing does. */
struct node *describe_default(const struct parameter *parameter);
/* Whether a default holds where the key is absent. */
bool describe_has_default(const struct parameter *parameter);
/* "required", "default 0.97", "optional". The caller frees it. */
char *describe_presence(const struct parameter *parameter);
/* Its value: "0.35", "beta (a 120, b 4)", "nash", "none". The caller frees it. */
char *describe_value(const struct parameter *parameter, const struct node *node);
/* The same as JSON: number, text, flag, object, array or null. */
void describe_json_value(struct json *json, const char *name, const struct parameter *parameter,
                         const struct node *node);
/* The members kind, range or words, unit and meaning of an object. */
void describe_json(struct json *json, const struct parameter *parameter);

#endif
