#include "models/channel.h"

#include <math.h>

double channel_noise(double sd, double own, double advisers)
{
    return (sd + own) * (1 - 0.8 * advisers);
}

double channel_restrained(double optimism, double restraint, double favour)
{
    return optimism > 0 && favour > 0 ? optimism * (1 - restraint * favour) : optimism;
}

double channel_believed(double suspicion, double favour)
{
    return favour < 0 ? 1 + suspicion * favour : 1;
}

void channel_told(double principles, double truth, double normal, double *mean, double *variance)
{
    double left = (1 - principles) * (1 - principles), gain = 1 - left;
    *mean += gain * (truth - *mean) + sqrt(gain * left * *variance) * normal;
    *variance *= left;
}

const struct parameter deadlock_parameters[] = {
    COUNT(struct deadlock, after, 0, 0, 1200, "texts",
          "texts refused in a row that make a deadlock; 0: there is none"),
    QUANTITY(struct deadlock, slowdown, 1, 0, 1, "factor",
             "factor on the chance of a text while it lasts"),
    PARAMETER_END,
};

const struct parameter leader_channel_parameters[] = {
    { .name = "between",
      .kind = PARAMETER_ACTORS,
      .offset = offsetof(struct leader_channel, between),
      .unit = "",
      .meaning = "whose leaders speak; once one of them has walked away there are no more calls" },
    COUNT(struct leader_channel, after, 0, 0, 1200, "texts",
          "texts refused in a row before they call; 0: they do not"),
    QUANTITY(struct leader_channel, chance, 0, 0, 1, "chance per round",
             "chance that a call succeeds: the run of refusals is over and the text that was "
             "refused last may be tabled again"),
    QUANTITY(struct leader_channel, principles, 0, 0, 1, "share",
             "principles that leaders agree before the talks: the share that they take away of the "
             "doubt about each party's resolve, and of the way to full readiness and trust"),
    PARAMETER_END,
};

const struct parameter contacts_parameters[] = {
    QUANTITY(struct contacts, advisers, 0, 0, 1, "share",
             "strength of the advisers' back-channel: cuts what is misread of answers by up to "
             "four fifths, raises what speaks for trust by that share"),
    QUANTITY(struct contacts, officials, 0, 0, 1, "share",
             "strength of the officials' contacts: raises a mediator's capacity by that share"),
    PARAMETER_END,
};

const struct parameter deadline_parameters[] = {
    { .name = "owner",
      .kind = PARAMETER_ACTOR,
      .offset = offsetof(struct deadline, owner),
      .unit = "",
      .meaning = "the actor that threatens to leave; nobody where absent" },
    COUNT(struct deadline, round, 0, 0, 1200, "round",
          "the round at whose start it leaves or stays if nothing is signed"),
    QUANTITY(struct deadline, credibility, 0, 0, 1, "chance",
             "chance that it leaves; the parties reckon with it from the start"),
    QUANTITY(struct deadline, damage, 0, 0, 1, "share",
             "share of its guarantees' and incentives' credibility that it loses by staying"),
    PARAMETER_END,
};

const struct parameter tilt_parameters[] = {
    QUANTITY(struct tilt, restraint, 0, 0, 1, "share a round",
             "how far a tilted mediator talks the side it favours out of its optimism"),
    QUANTITY(struct tilt, suspicion, 0, 0, 1, "share",
             "how far its tilt costs it credibility with the side that it does not favour"),
    PARAMETER_END,
};
