#include "models/leverage.h"

#include <math.h>

#include "models/special.h"

static const struct parameter when_parameters[] = {
    COUNT(struct lever_when, from, 0, 0, 1200, "round", "first round in which it is pulled"),
    COUNT(struct lever_when, until, 1200, 0, 1200, "round", "last round in which it is pulled"),
    COUNT(struct lever_when, rejections, 0, 0, 1200, "texts",
          "pulled once the target has refused this many"),
    COUNT(struct lever_when, conditional, 0, 0, 1200, "texts",
          "ends when the target has refused this many in a row, until it accepts one; 0: never"),
    WORD(struct lever_when, after, MILESTONE_NONE, "none framework settlement step trust",
         "pulled once this has been reached, as long as it holds"),
    COUNT(struct lever_when, step, 1, 1, 1200, "steps",
          "with after = \"step\": this many steps of a settlement have been verified"),
    QUANTITY(struct lever_when, trust, 0.5, 0, 1, "share",
             "with after = \"trust\": trust has come to this"),
    COUNT(struct lever_when, lag, 0, 0, 1200, "rounds",
          "from the round in which its condition comes true to its first effect"),
    COUNT(struct lever_when, ramp, 0, 0, 1200, "rounds",
          "in which it grows evenly to its full effect; 0: at once"),
    QUANTITY(struct lever_when, chance, NAN, 0, 1, "chance per trial",
             "chance that its owner pulls it when the time has come, 1 where absent; nobody knows "
             "before"),
    FLAG(struct lever_when, until_violated, 0, "ends with the first violation of an agreement"),
    FLAG(struct lever_when, until_breach, 0,
         "ends with the first violation of an agreement if it is its target that violates"),
    PARAMETER_END,
};

static const struct parameter early_parameters[] = {
    QUANTITY(struct leverage_early, share, NAN, 0, 1, "share",
             "given before any agreement, a flow in every round in which the lever is pulled; none "
             "where absent"),
    QUANTITY(struct leverage_early, proof, 0, 0, 1, "share",
             "how far a lever that is all given early would prove the rest"),
    PARAMETER_END,
};

static const struct parameter complement_parameters[] = {
    { .name = "with",
      .kind = PARAMETER_LEVERS,
      .offset = offsetof(struct lever_complement, with),
      .unit = "",
      .meaning = "levers any one of which, at full pull, gives this one its full effect" },
    QUANTITY(struct lever_complement, alone, NAN, 0, 1, "share",
             "of its effect that it has without any of them; none where absent"),
    PARAMETER_END,
};

static const struct parameter tranches_parameters[] = {
    FLAG(struct leverage_tranches, released, 0,
         "given in even tranches as a settlement is carried out step by step; ends with the first "
         "violation"),
    QUANTITY(struct leverage_tranches, restraint, 0, 0, 1, "share",
             "of the hazard of violation that the tranches outstanding take away, were all of them "
             "outstanding and believed"),
    PARAMETER_END,
};

const struct parameter lever_parameters[] = {
    TEXT(struct lever_plan, title, "its name for readers"),
    { .name = "owner",
      .kind = PARAMETER_ACTOR,
      .offset = offsetof(struct lever_plan, owner),
      .required = true,
      .unit = "",
      .meaning = "the actor that pulls it" },
    { .name = "target",
      .kind = PARAMETER_ACTOR,
      .offset = offsetof(struct lever_plan, target),
      .required = true,
      .unit = "",
      .meaning = "the actor it acts on" },
    { .name = "kind",
      .kind = PARAMETER_MODEL,
      .words = "lever",
      .offset = offsetof(struct lever_plan, kind),
      .required = true,
      .unit = "",
      .meaning = "what it does" },
    QUANTITY(struct lever_plan, intensity, 1, 0, 1, "share", "how hard it is pulled"),
    QUANTITY(struct lever_plan, credibility, 1, 0, 1, "share",
             "how far it is believed (incentives and guarantees)"),
    QUANTITY(struct lever_plan, bound, NAN, 0, 1, "share",
             "how far it is believed once its owner has ratified an agreement; as before where "
             "absent"),
    QUANTITY(struct lever_plan, size, NAN, 0, 10, "see kind",
             "its effect at full intensity; the kind's own where absent"),
    QUANTITY(struct lever_plan, cost, 0, 0, 10, "utility points a round",
             "what pulling it costs its owner"),
    { .name = "when",
      .kind = PARAMETER_GROUP,
      .members = when_parameters,
      .offset = offsetof(struct lever_plan, when),
      .unit = "",
      .meaning = "when it is pulled; always where absent" },
    { .name = "complement",
      .kind = PARAMETER_GROUP,
      .members = complement_parameters,
      .offset = offsetof(struct lever_plan, complement),
      .unit = "",
      .meaning = "levers that it needs for its full effect" },
    PARAMETER_END,
};

/* Of every kind that rewards: struct leverage_reward is the first member of its settings. */
#define LEVERAGE_REWARD                                                                            \
    { .name = "early",                                                                             \
      .kind = PARAMETER_GROUP,                                                                     \
      .members = early_parameters,                                                                 \
      .offset = offsetof(struct leverage_reward, early),                                           \
      .unit = "",                                                                                  \
      .meaning = "a first part of it, before any agreement; none where absent" },                  \
    {                                                                                              \
        .name = "tranches", .kind = PARAMETER_GROUP, .members = tranches_parameters,               \
        .offset = offsetof(struct leverage_reward, tranches), .unit = "",                          \
        .meaning = "how it is given as a settlement is carried out; at once where absent"          \
    }

const struct parameter leverage_reward_parameters[] = {
    LEVERAGE_REWARD,
    PARAMETER_END,
};

const struct parameter leverage_status_parameters[] = {
    LEVERAGE_REWARD,
    QUANTITY(struct leverage_status, personal, 0, 0, 10, "share",
             "by which it is worth more once leaders have spoken (process.leader_channel)"),
    PARAMETER_END,
};

static double leverage_steps(const struct lever_when *when)
{
    return when->ramp > 0 ? (double)when->ramp : 1;
}

/* Steps of the ramp that are made. */
static double leverage_made(const struct lever_when *when, double age)
{
    double made = age - (double)when->lag + 1, steps = leverage_steps(when);
    return made < 0 ? 0 : made < steps ? made : steps;
}

double leverage_share(const struct lever_when *when, double age)
{
    return leverage_made(when, age) / leverage_steps(when);
}

double leverage_ahead(const struct lever_when *when, double age, double discount)
{
    double steps = leverage_steps(when), made = leverage_made(when, age), left = steps - made;
    double wait = made > 0 ? 1 : (double)when->lag - age;
    double later = special_power(discount, wait) * (1 - special_power(discount, left));
    return (made + later / (1 - discount)) / steps;
}

double leverage_next(double rate, double halt, double discount)
{
    return discount * rate / (1 - discount * (1 - rate) * (1 - halt));
}

double leverage_tranches(double count, double done, double rate, double discount)
{
    double next = leverage_next(rate, 0, discount), left = count - done;
    return (done + next * (1 - special_power(next, left)) / (1 - next)) / count;
}

double leverage_believed(double credibility, double share, double proof)
{
    return 1 - (1 - credibility) * (1 - proof * share);
}

double leverage_complement(double alone, double others)
{
    return alone + (1 - alone) * others;
}

void leverage_reward(int target, const struct tug *tug, double size, struct drivers *drivers,
                     int lanes)
{
    double *bonus = block_row(drivers->bonus, (size_t)target);
    double *kept = block_row(drivers->kept, (size_t)target);
    double *paid = block_row(drivers->paid, (size_t)target);
    double *gift = block_row(drivers->gift, (size_t)target);
    double *cost = block_row(drivers->cost, (size_t)target);
    for (int lane = 0; lane < lanes; lane++) {
        double worth = (isnan(tug->size[lane]) ? size : tug->size[lane]) * tug->rank[lane];
        double given = tug->gift[lane] * worth;
        double ahead = tug->ahead[lane] * tug->credibility[lane] * worth;
        bonus[lane] += ahead + given;
        kept[lane] += (tug->kept[lane] ? ahead : 0) + given;
        paid[lane] += tug->now[lane] * tug->credibility[lane] * worth + given;
        gift[lane] += given;
        cost[lane] -= given;
    }
}
