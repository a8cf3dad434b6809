#include "engine/names.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/text.h"

enum { NAMES_FEW = 12 };

static void names_append(struct names *names, char *name)
{
    names->name = memory_grow(names->name, (size_t)names->count + 1, sizeof *names->name);
    names->name[names->count++] = name;
}

void names_add(struct names *names, const char *name)
{
    names_append(names, memory_text(name));
}

void names_add_words(struct names *names, const char *words)
{
    while (*words != '\0') {
        size_t length = strcspn(words, " ");
        names_append(names, memory_format("%.*s", (int)length, words));
        words += length;
        words += strspn(words, " ");
    }
}

void names_add_members(struct names *names, const struct node *group)
{
    if (group == NULL || group->kind != NODE_GROUP)
        return;
    for (const struct node *member = group->first; member != NULL; member = member->next)
        names_add(names, member->name);
}

void names_free(struct names *names)
{
    for (int index = 0; index < names->count; index++)
        free(names->name[index]);
    free(names->name);
    *names = (struct names){ 0 };
}

char *names_known(const struct names *names)
{
    if (names->count == 0 || names->count > NAMES_FEW)
        return memory_text("");
    struct text known = { 0 };
    for (int index = 0; index < names->count; index++)
        text_add(&known, "%s%s", index == 0 ? "; known: " : ", ", names->name[index]);
    return known.bytes;
}

char *names_nearest(const struct names *names, const char *word)
{
    const char *nearest = fault_nearest(word, (const char *const *)names->name, names->count);
    return nearest == NULL ? memory_text("") : memory_format("; did you mean '%s'?", nearest);
}

char *names_hint(const struct names *names, const char *word)
{
    char *nearest = names_nearest(names, word);
    if (nearest[0] != '\0')
        return nearest;
    free(nearest);
    return names_known(names);
}

int names_index(const char *words, const char *word)
{
    size_t length = strlen(word);
    for (int index = 0; *words != '\0'; index++) {
        size_t next = strcspn(words, " ");
        if (next == length && strncmp(words, word, length) == 0)
            return index;
        words += next;
        words += strspn(words, " ");
    }
    return -1;
}

char *names_word(const char *words, int index, char *out, size_t size)
{
    for (; index > 0; index--) {
        words += strcspn(words, " ");
        words += strspn(words, " ");
    }
    size_t length = strcspn(words, " ");
    assert(length > 0 && length < size);
    memcpy(out, words, length);
    out[length] = '\0';
    return out;
}
