#include "models/offer.h"

#include <math.h>
#include <string.h>

enum { OFFER_STRIDE = 16, OFFER_STEPS = 40 };

/* Offers leave this much more than what is asked, so that rounding cannot refuse them. */
static const double OFFER_MARGIN = 1e-9;

/* A width that is 0 but for rounding. */
static const double OFFER_STILL = 1e-11;

/* The best offer so far. */
struct offer_found {
    double level, score;
    double package[FRONTIER_ISSUES];
};

void offer_open(struct offer *offer, struct zone *zone, int proposer)
{
    const struct branch *branch = &zone->branch;
    offer->zone = zone;
    offer->proposer = proposer < 0 ? -1 : zone_party(zone, proposer);
    offer->claim = offer->proposer < 0 ? 0 : branch->claim[offer->proposer];
    offer->sure = offer->normal = true;
    for (int i = 0; i < zone->frontier.parties; i++) {
        offer->belief[i] = belief_make(branch->bargain, zone->frontier.actor[i], branch->lane, 0);
        if (i == offer->proposer)
            continue;
        offer->sure = offer->sure && offer->belief[i].doubt <= 0;
        offer->normal = offer->normal && offer->belief[i].doubt > 0 && !offer->belief[i].shape;
    }
}

double offer_score(struct offer *offer, const double *package, struct zone_place place)
{
    struct zone *zone = offer->zone;
    double raw[FRONTIER_PARTIES], score = 1;
    if (!zone_enter(zone, place))
        return 0;
    frontier_raw(&zone->frontier, package, raw);
    for (int i = 0; i < zone->frontier.parties; i++) {
        double worth = reward_of(&zone->branch.reward[i], raw[i]);
        if (i == offer->proposer)
            score *= worth - offer->claim;
        else if (zone->branch.needed[i])
            score *= belief_chance(&offer->belief[i], worth);
    }
    return score;
}

/* The largest worth to the proposer under the others' claims in zone->branch: the root of the
 * zone's width in the proposer's claim, which falls and is concave. False where that is below its
 * own claim. */
static bool offer_reach(struct offer *offer, double *package, struct zone_place *place)
{
    struct zone *zone = offer->zone;
    double *claim = &zone->branch.claim[offer->proposer], trial[FRONTIER_ISSUES];
    double left = offer->claim, right = HUGE_VAL, above, below = 0, step = 0;
    struct zone_place at;
    *claim = left;
    above = zone_widest(zone, package, place);
    if (above < 0)
        return false;
    for (int turn = 0, side = 0; turn < OFFER_STEPS && above > OFFER_STILL; turn++) {
        step = step > above ? 2 * step : above;
        *claim = right == HUGE_VAL ? left + step : left + (right - left) * above / (above - below);
        double width = zone_widest(zone, trial, &at);
        if (width >= -OFFER_STILL) {
            left = *claim;
            above = width;
            below = side > 0 ? below / 2 : below;
            side = 1;
            *place = at;
            memcpy(package, trial, sizeof trial);
        } else {
            right = *claim;
            below = width;
            side = -1;
        }
        if (right - left < 1e-14)
            break;
    }
    return true;
}

static double offer_try(struct offer *offer, double level, struct offer_found *found)
{
    struct zone *zone = offer->zone;
    double package[FRONTIER_ISSUES], score = 0;
    struct zone_place place;
    zone->branch.needed[offer->proposer] = true;
    for (int i = 0; i < zone->frontier.parties; i++)
        if (i != offer->proposer)
            zone->branch.claim[i] = belief_required(&offer->belief[i], level) + OFFER_MARGIN;
    if (offer_reach(offer, package, &place))
        score = offer_score(offer, package, place);
    if (score > found->score) {
        found->level = level;
        found->score = score;
        memcpy(found->package, package, sizeof package);
    }
    return score;
}

/* Between two levels: the best point if chance and gain are linear in between, from the scores
 * there and half way, whose parabola has its top there. */
static void offer_refine(struct offer *offer, double level, struct offer_found *found)
{
    if (level < 0 || level + 1 > SHAPE_STEPS)
        return;
    double first = offer_try(offer, level, found), last = offer_try(offer, level + 1, found);
    double middle = offer_try(offer, level + 0.5, found);
    double bend = first - 2 * middle + last;
    if (bend >= 0)
        return;
    double top = 0.5 + (first - last) / (4 * bend);
    if (top > 0 && top < 1)
        offer_try(offer, level + top, found);
}

bool offer_best(struct offer *offer, double *package)
{
    struct offer_found found = { .level = SHAPE_STEPS, .score = 0 };
    if (offer->sure) {
        offer_try(offer, SHAPE_STEPS, &found);
    } else {
        for (int level = 0; level <= SHAPE_STEPS; level += OFFER_STRIDE)
            offer_try(offer, level, &found);
        int around = (int)found.level;
        for (int level = around - OFFER_STRIDE + 1; level < around + OFFER_STRIDE; level++)
            if (level >= 0 && level <= SHAPE_STEPS && level != around)
                offer_try(offer, level, &found);
        around = (int)found.level;
        offer_refine(offer, around - 1, &found);
        offer_refine(offer, around, &found);
    }
    memcpy(package, found.package, sizeof found.package);
    offer->score = found.score;
    return found.score > 0;
}
