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
    };
}

void reward_expect(struct reward *reward, const struct peril *peril)
{
    double eta = peril_weight(peril, reward->discount);
    reward->keep = 1 - eta;
    reward->fixed = eta * reward->fallback + reward->bonus;
}

double reward_of(const struct reward *reward, double raw)
{
    double g = utility_risk(reward->risk, (raw - reward->offset) * reward->scale);
    double missing = reward->demand - g;
    return reward->keep * g + reward->fixed - reward->audience * (missing > 0 ? missing : 0);
}

double reward_slope(const struct reward *reward, double raw)
{
    double u = (raw - reward->offset) * reward->scale;
    double audience = utility_risk(reward->risk, u) < reward->demand ? reward->audience : 0;
    return (reward->keep + audience) * utility_risk_slope(reward->risk, u) * reward->scale;
}

double reward_inverse(const struct reward *reward, double worth)
{
    double g = (worth - reward->fixed) / reward->keep;
    if (g < reward->demand)
        g = (worth - reward->fixed + reward->audience * reward->demand) /
            (reward->keep + reward->audience);
    return utility_risk_inverse(reward->risk, g) / reward->scale + reward->offset;
}
