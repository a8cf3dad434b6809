#include "models/reward.h"

struct reward reward_make(const struct bargain *bargain, int actor, int lane)
{
    const struct prospect *prospect = &bargain->prospect;
    const struct utility *utility = bargain->utility;
    size_t row = (size_t)actor;
    return (struct reward){
        .offset = block_read(utility->offset, row)[lane],
        .scale = block_read(utility->scale, row)[lane],
        .risk = block_read(utility->risk, row)[lane],
        .discount = block_read(prospect->discount, row)[lane],
        .fallback = block_read(prospect->fallback, row)[lane],
        .bonus = block_read(prospect->bonus, row)[lane],
        .audience = block_read(prospect->audience, row)[lane],
        .demand = block_read(prospect->demand, row)[lane],
        .narrative = prospect->narrative ? block_read(prospect->narrative, row)[lane] : 0,
        .story = prospect->narrative ? block_read(prospect->story, row)[lane] : 0,
    };
}

void reward_expect(struct reward *reward, const struct peril *peril)
{
    double eta = peril_weight(peril, reward->discount);
    reward->keep = 1 - eta;
    reward->fixed = reward->keep * reward->bonus + eta * reward->fallback;
}

/* What a worth lacks to a mark. */
static double reward_short(double mark, double worth)
{
    return mark > worth ? mark - worth : 0;
}

double reward_of(const struct reward *reward, double raw)
{
    double g = utility_risk(reward->risk, (raw - reward->offset) * reward->scale);
    double flow = g - reward->audience * reward_short(reward->demand, g);
    if (reward->narrative > 0)
        flow -= reward->narrative * reward_short(reward->story, g);
    return reward->keep * flow + reward->fixed;
}

double reward_slope(const struct reward *reward, double raw)
{
    double u = (raw - reward->offset) * reward->scale;
    double g = utility_risk(reward->risk, u);
    double rising = 1 + (g < reward->demand ? reward->audience : 0);
    if (reward->narrative > 0 && g < reward->story)
        rising += reward->narrative;
    return reward->keep * rising * utility_risk_slope(reward->risk, u) * reward->scale;
}

/* The flow is the least of four straight lines in g, with either kink or without: the g that it
 * takes is the largest that one of them takes. */
static double reward_told(const struct reward *reward, double flow, double g)
{
    double paid = flow + reward->narrative * reward->story, rising = 1 + reward->narrative;
    double told = paid / rising;
    double both = (paid + reward->audience * reward->demand) / (rising + reward->audience);
    told = both > told ? both : told;
    return told > g ? told : g;
}

double reward_inverse(const struct reward *reward, double worth)
{
    double flow = (worth - reward->fixed) / reward->keep, g = flow;
    if (g < reward->demand)
        g = (flow + reward->audience * reward->demand) / (1 + reward->audience);
    if (reward->narrative > 0)
        g = reward_told(reward, flow, g);
    return utility_risk_inverse(reward->risk, g) / reward->scale + reward->offset;
}
