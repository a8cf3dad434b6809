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

enum { ATTRIBUTION_PAIRS = 24 }; /* players among whom pairs are tried, of which there are many */

/* The core with one other, or two, that make it valid; 0: no such company does. */
static uint64_t attribution_company(const struct attribution *attribution, uint64_t core)
{
    for (int pair = 0; pair <= (attribution->players <= ATTRIBUTION_PAIRS); pair++)
        for (int one = 0; one < attribution->players; one++)
            for (int other = 0; other < (pair == 0 ? 1 : one); other++) {
                uint64_t with = core | (uint64_t)1 << one;
                with |= pair == 0 ? 0 : (uint64_t)1 << other;
                if (with != core && attribution_is_valid(attribution, with))
                    return with;
            }
    return 0;
}

/* All players, less those that can be left out one after the other while the core stays valid. */
static uint64_t attribution_crowd(const struct attribution *attribution, uint64_t core)
{
    uint64_t crowd = shapley_all(attribution->players);
    for (int player = 0; player < attribution->players; player++) {
        uint64_t bit = (uint64_t)1 << player;
        if ((core & bit) == 0 && attribution_is_valid(attribution, crowd & ~bit))
            crowd &= ~bit;
    }
    return crowd;
}

void attribution_join(struct attribution *attribution, uint64_t coalition)
{
    uint64_t core = attribution_core(attribution, coalition);
    uint64_t joined = attribution_company(attribution, core);
    if (joined == 0)
        joined = attribution_crowd(attribution, core);
    assert(joined != core);
    attribution_unite(attribution, joined);
}

/* A player that is not valid alone, as a coalition; 0: there is none. `few`: of those alone whom
 * one or two others make valid. */
static uint64_t attribution_dependent(const struct attribution *attribution, bool few)
{
    for (int player = 0; player < attribution->players; player++) {
        uint64_t bit = (uint64_t)1 << player;
        if (!attribution_is_valid(attribution, bit) &&
            (!few || attribution_company(attribution, bit) != 0))
            return bit;
    }
    return 0;
}

void attribution_join_alone(struct attribution *attribution)
{
    for (int few = 1; few >= 0; few--) {
        uint64_t coalition = attribution_dependent(attribution, few == 1);
        while (coalition != 0) {
            attribution_join(attribution, coalition);
            coalition = attribution_dependent(attribution, few == 1);
        }
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
