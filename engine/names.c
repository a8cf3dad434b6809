#include "engine/names.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "engine/text.h"

enum { NAMES_FEW = 12, NAMES_SAMPLE = 8 };

static void names_append(struct names *names, char *name)
{
    names->name = memory_grow(names->name, (size_t)names->count + 1, sizeof *names->name);
    names->name[names->count++] = name;
}

void names_add(struct names *names, const char *name)
{
    names_append(names, memory_text(name));
}

void names_add_between(struct names *names, const char *words, char sign)
{
    const char signs[] = { sign, '\0' };
    while (*words != '\0') {
        size_t length = strcspn(words, signs);
        names_append(names, memory_format("%.*s", (int)length, words));
        words += length;
        words += strspn(words, signs);
    }
}

void names_add_words(struct names *names, const char *words)
{
    names_add_between(names, words, ' ');
}

void names_add_table(struct names *names, const struct parameter *table)
{
    for (; table != NULL && table->name != NULL; table++)
        if (strcmp(table->name, PARAMETER_ANY) != 0)
            names_add(names, table->name);
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

static char *names_list(const struct names *names, int most)
{
    struct text list = { 0 };
    text_add(&list, "%s", "");
    for (int index = 0; index < names->count && index < most; index++)
        text_add(&list, "%s%s", index == 0 ? "; known: " : ", ", names->name[index]);
    if (names->count > most)
        text_add(&list, " and %d more", names->count - most);
    return list.bytes;
}

char *names_known(const struct names *names)
{
    return names->count > NAMES_FEW ? memory_text("") : names_list(names, NAMES_FEW);
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

char *names_sample(const struct names *names, const char *word)
{
    char *nearest = names_nearest(names, word);
    if (nearest[0] != '\0')
        return nearest;
    free(nearest);
    return names_list(names, NAMES_SAMPLE);
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
