#include "models/process.h"

#include <math.h>

static const struct parameter acceptance_parameters[] = {
    { .name = "rule", .kind = PARAMETER_MODEL, .words = "acceptance", .standard = "threshold", .unit = "",
      .meaning = "how firmly an answer follows the surplus; threshold where absent" },
    PARAMETER_END,
};

static const struct parameter ceasefire_parameters[] = {
    QUANTITY(struct ceasefire, rate, 0, 0, 1, "chance per round", "chance in a round of fighting that a bare ceasefire is open"),
    QUANTITY(struct ceasefire, perceived, 0.04, 0, 1, "hazard per round", "flare-up hazard that the parties reckon with"),
    QUANTITY(struct ceasefire, flare_up, 0.30, 0, 1, "hazard per round", "simulated flare-up hazard in a freeze's first rounds"),
    COUNT(struct ceasefire, flare_up_rounds, 3, 0, 1200, "rounds", "how many those are"),
    QUANTITY(struct ceasefire, flare_up_later, 0.008, 0, 1, "hazard per round", "simulated flare-up hazard after them"),
    QUANTITY(struct ceasefire, monitoring, 0, 0, 1, "share", "strength of monitoring: cuts both hazards by up to four fifths"),
    PARAMETER_END,
};

static const struct parameter ratification_parameters[] = {
    { .name = "by", .kind = PARAMETER_ACTORS, .offset = offsetof(struct ratification, by), .unit = "",
      .meaning = "the actors that must ratify a framework" },
    COUNT(struct ratification, delay, 0, 0, 1200, "rounds", "from signature to the vote"),
    QUANTITY(struct ratification, precision, 10, 0, 1e6, "per utility point", "how closely the vote follows the ratifier's surplus"),
    QUANTITY(struct ratification, support, 0, -10, 10, "utility points", "in favour, whatever the text"),
    FLAG(struct ratification, truce, 1, "the guns are silent between signature and vote; a text that fails then leaves a stalled framework"),
    PARAMETER_END,
};

static const struct parameter comprehensive_parameters[] = {
    FLAG(struct comprehensive, staged, 0, "a framework on the core issues comes first, a comprehensive agreement on the rest after it"),
    QUANTITY(struct comprehensive, rate, 0.2, 0, 1, "chance per round", "chance that a comprehensive text is tabled"),
    QUANTITY(struct comprehensive, stall, 0, 0, 1, "hazard per round", "chance that the comprehensive talks stall for good"),
    PARAMETER_END,
};

const struct parameter conflict_parameters[] = {
    { .name = "model", .kind = PARAMETER_MODEL, .words = "war", .required = true,
      .offset = offsetof(struct conflict, war), .unit = "", .meaning = "how the war is fought" },
    QUANTITY(struct conflict, fade, 0, 0, 1, "hazard per round", "chance that fighting peters out into a de facto freeze"),
    PARAMETER_END,
};

const struct parameter process_parameters[] = {
    { .name = "protocol", .kind = PARAMETER_MODEL, .words = "protocol", .required = true,
      .offset = offsetof(struct process, protocol), .unit = "", .meaning = "who proposes, and how a round of talks ends" },
    { .name = "solver", .kind = PARAMETER_MODEL, .words = "solver", .required = true,
      .offset = offsetof(struct process, solver), .unit = "", .meaning = "which package is proposed" },
    { .name = "continuation", .kind = PARAMETER_MODEL, .words = "continuation", .standard = "war",
      .offset = offsetof(struct process, continuation), .unit = "", .meaning = "what actors expect of fighting on; war where absent" },
    { .name = "acceptance", .kind = PARAMETER_GROUP, .members = acceptance_parameters,
      .offset = offsetof(struct process, acceptance), .unit = "", .meaning = "how offers are answered" },
    QUANTITY(struct process, confidentiality, 0, 0, 1, "share", "share of the audience cost that secrecy spares"),
    QUANTITY(struct process, leak, 0, 0, 1, "chance per text", "chance that a tabled text leaks; secrecy is then over"),
    QUANTITY(struct process, violation, 0, 0, 1, "hazard per round", "chance that a settlement without guarantees or verification is violated"),
    QUANTITY(struct process, noise, 0, 0, 10, "utility points", "sd of what the proposer misreads of an answer"),
    QUANTITY(struct process, belief_drift, 0, 0, 10, "utility points", "sd by which beliefs about resolve grow stale with each text"),
    { .name = "ceasefire", .kind = PARAMETER_GROUP, .members = ceasefire_parameters,
      .offset = offsetof(struct process, ceasefire), .unit = "", .meaning = "bare ceasefires and frozen fronts" },
    { .name = "ratification", .kind = PARAMETER_GROUP, .members = ratification_parameters,
      .offset = offsetof(struct process, ratification), .unit = "", .meaning = "who must ratify what was signed" },
    { .name = "comprehensive", .kind = PARAMETER_GROUP, .members = comprehensive_parameters,
      .offset = offsetof(struct process, comprehensive), .unit = "", .meaning = "a second stage of talks behind a framework" },
    PARAMETER_END,
};

static const struct parameter when_parameters[] = {
    COUNT(struct lever_when, from, 0, 0, 1200, "round", "first round in which it is pulled"),
    COUNT(struct lever_when, until, 1200, 0, 1200, "round", "last round in which it is pulled"),
    COUNT(struct lever_when, rejections, 0, 0, 1200, "texts", "pulled once the target has refused this many"),
    WORD(struct lever_when, after, MILESTONE_NONE, "none framework", "pulled once this has been reached"),
    FLAG(struct lever_when, until_violated, 0, "ends with the first violation of an agreement"),
    PARAMETER_END,
};

const struct parameter lever_parameters[] = {
    TEXT(struct lever_plan, title, "its name for readers"),
    { .name = "owner", .kind = PARAMETER_ACTOR, .offset = offsetof(struct lever_plan, owner), .required = true, .unit = "",
      .meaning = "the actor that pulls it" },
    { .name = "target", .kind = PARAMETER_ACTOR, .offset = offsetof(struct lever_plan, target), .required = true, .unit = "",
      .meaning = "the actor it acts on" },
    { .name = "kind", .kind = PARAMETER_MODEL, .words = "lever", .offset = offsetof(struct lever_plan, kind), .required = true,
      .unit = "", .meaning = "what it does" },
    QUANTITY(struct lever_plan, intensity, 1, 0, 1, "share", "how hard it is pulled"),
    QUANTITY(struct lever_plan, credibility, 1, 0, 1, "share", "how far it is believed (incentives and guarantees)"),
    QUANTITY(struct lever_plan, size, NAN, 0, 10, "see kind", "its effect at full intensity; the kind's own where absent"),
    QUANTITY(struct lever_plan, cost, 0, 0, 10, "utility points a round", "what pulling it costs its owner"),
    { .name = "when", .kind = PARAMETER_GROUP, .members = when_parameters, .offset = offsetof(struct lever_plan, when),
      .unit = "", .meaning = "when it is pulled; always where absent" },
    PARAMETER_END,
};

const struct parameter shock_parameters[] = {
    TEXT(struct shock, title, "its name for readers"),
    { .name = "target", .kind = PARAMETER_ACTOR, .offset = offsetof(struct shock, target), .required = true, .unit = "",
      .meaning = "the actor it strikes" },
    WORD(struct shock, on, SHOCK_COST, "cost capability audience", "what it changes: adds to the cost of war, or scales capability or audience cost"),
    QUANTITY(struct shock, hazard, 0, 0, 1, "hazard per round", "chance that it comes, while it is not under way"),
    COUNT(struct shock, at, -1, -1, 1200, "round", "the round in which it comes for certain; -1: by hazard alone"),
    QUANTITY(struct shock, size, 0, -1, 10, "utility points, or a share", "cost: points added a round; capability, audience: share by which it grows (negative: falls)"),
    COUNT(struct shock, duration, 1, 1, 1200, "rounds", "how long it lasts"),
    PARAMETER_END,
};
