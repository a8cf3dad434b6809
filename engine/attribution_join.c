#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/attribution.h"
#include "engine/memory.h"

static bool attribution_is_valid(const struct attribution *attribution, uint64_t coalition)
{
    struct scenario *scenario = attribution_scenario(attribution, coalition);
    scenario_free(scenario);
    return scenario != NULL;
}

/* Numbers the players anew, by their first settings. */
static void attribution_number(struct attribution *attribution)
{
    int settings = attribution->differences.count, players = 0;
    int *number = memory_new((size_t)settings + 1, sizeof *number);
    for (int k = 0; k < settings; k++) {
        int before = 0;
        while (attribution->player[before] != attribution->player[k])
            before++;
        number[k] = before == k ? players++ : number[before];
    }
    memcpy(attribution->player, number, (size_t)settings * sizeof *number);
    attribution->players = players;
    free(number);
}

static void attribution_unite(struct attribution *attribution, uint64_t players)
{
    int one = 0;
    while ((players >> one & 1) == 0)
        one++;
    for (int k = 0; k < attribution->differences.count; k++)
        if ((players >> attribution->player[k] & 1) != 0)
            attribution->player[k] = one;
    attribution_number(attribution);
}

/* A smallest part of a coalition that is not valid either. */
static uint64_t attribution_core(const struct attribution *attribution, uint64_t coalition)
{
    for (int player = 0; player < attribution->players; player++) {
        uint64_t bit = (uint64_t)1 << player;
        if ((coalition & bit) != 0 && !attribution_is_valid(attribution, coalition & ~bit))
            coalition &= ~bit;
    }
    return coalition;
}

/* The core, and a smallest company with which it is valid: with all others it is. */
void attribution_join(struct attribution *attribution, uint64_t coalition)
{
    uint64_t core = attribution_core(attribution, coalition);
    uint64_t whole = shapley_all(attribution->players);
    for (int player = 0; player < attribution->players; player++) {
        uint64_t bit = (uint64_t)1 << player;
        if ((core & bit) == 0 && attribution_is_valid(attribution, whole & ~bit))
            whole &= ~bit;
    }
    assert(whole != core);
    attribution_unite(attribution, whole);
}

void attribution_join_alone(struct attribution *attribution)
{
    for (int player = 0; player < attribution->players;) {
        uint64_t bit = (uint64_t)1 << player, rest = shapley_all(attribution->players) & ~bit;
        int players = attribution->players;
        if (!attribution_is_valid(attribution, bit))
            attribution_join(attribution, bit);
        else if (!attribution_is_valid(attribution, rest))
            attribution_join(attribution, rest);
        player = players == attribution->players ? player + 1 : 0;
    }
}

static int attribution_depth(const char *path)
{
    int depth = 1;
    for (; *path != '\0'; path++)
        depth += *path == '.';
    return depth;
}

/* Cuts paths of that depth by a step. */
static void attribution_shorten(char **stem, int count, int depth)
{
    for (int k = 0; k < count; k++)
        if (attribution_depth(stem[k]) == depth)
            *strrchr(stem[k], '.') = '\0';
}

void attribution_join_paths(struct attribution *attribution, int most)
{
    int settings = attribution->differences.count, depth = 0;
    char **stem = memory_new((size_t)settings + 1, sizeof *stem);
    for (int k = 0; k < settings; k++) {
        stem[k] = memory_text(attribution->differences.difference[k].path);
        depth = attribution_depth(stem[k]) > depth ? attribution_depth(stem[k]) : depth;
    }
    for (; attribution->players > most && depth > 1; depth--) {
        attribution_shorten(stem, settings, depth);
        for (int k = 0; k < settings; k++)
            for (int before = 0; before < k; before++)
                if (strcmp(stem[before], stem[k]) == 0) {
                    attribution->player[k] = attribution->player[before];
                    break;
                }
        attribution_number(attribution);
    }
    for (int k = 0; k < settings; k++)
        free(stem[k]);
    free(stem);
}
