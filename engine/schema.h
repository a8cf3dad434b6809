/* The tables of models/parameter.h laid against the tree of a scenario: which keys a group may
 * hold, given the models that it chooses. */
#ifndef ENGINE_SCHEMA_H
#define ENGINE_SCHEMA_H

#include "engine/tree.h"
#include "models/model.h"

enum { SCHEMA_TABLES = 8 };

/* The tables of one group: its fixed one first, then those of the models chosen in it. */
struct schema {
    int count;
    const struct parameter *table[SCHEMA_TABLES];
    bool open; /* a model is missing or unknown, so that not every key is known */
};

/* `group` may be NULL: absent, so that the standard models count. */
struct schema schema_of(const struct node *group, const struct parameter *table);

/* The entry that describes a member of that name, PARAMETER_ANY included; NULL: no such key. */
const struct parameter *schema_find(const struct schema *schema, const char *name);

/* The model that a PARAMETER_MODEL entry of the group chooses; NULL where it is missing or unknown.
 */
const struct model *schema_model(const struct parameter *parameter, const struct node *group);

/* Whether the tables that a model of that kind adds to a group have an entry of that name. */
bool schema_model_has(const char *kind, const struct model *model, const char *name);

/* The member of a group that may be absent (NULL) or no group at all; NULL where there is none. */
const struct node *schema_member(const struct node *group, const char *name);

/* One end of a parameter's range; of a PARAMETER_COUNT in plain digits, and at most what fits in 64
 * bits. Written into out, of NUMBER_SIZE; returns out. */
char *schema_bound(const struct parameter *parameter, double bound, char *out);
/* "[0, 10]", or "" where a parameter has no range. Written into out; returns out. */
char *schema_range(const struct parameter *parameter, char *out, size_t size);
/* What a parameter accepts: "a number in [0, 10] or a distribution". The caller frees it. */
char *schema_expected(const struct parameter *parameter);
/* What an element of a list accepts: "the name of an issue". The caller frees it. */
char *schema_expected_element(const struct parameter *list);
/* What stands at a node: "1.4", "the text \"high\"", "a group". The caller frees it. */
char *schema_found(const struct node *node);

#endif
