#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "engine/experiment.h"
#include "engine/inert.h"
#include "engine/libconfig.h"
#include "tests/said.h"

static const char inert_bare[] =
    "name = \"bare\";\n"
    "run = { trials = 128; seed = 7; horizon = 12; };\n"
    "issues = {\n"
    "  land = { front = true; core = true; status_quo = 0.5; };\n"
    "  forces = { status_quo = 0.3; };\n"
    "};\n"
    "actors = {\n"
    "  south = { role = \"belligerent\"; side = \"low\"; capability = 1.0; discount = 0.95;\n"
    "    war = { cost = 0.06; };\n"
    "    resolve = { dist = \"normal\"; mean = 0.05; sd = 0.04; };\n"
    "    positions = { land = { ideal = 0.0; }; forces = { ideal = 0.0; salience = 0.5; }; }; };\n"
    "  north = { role = \"belligerent\"; side = \"high\"; capability = 1.2; discount = 0.96;\n"
    "    war = { cost = 0.05; };\n"
    "    resolve = { dist = \"normal\"; mean = 0.06; sd = 0.05; };\n"
    "    positions = { land = { ideal = 1.0; }; forces = { ideal = 1.0; salience = 0.3; }; }; };\n"
    "  east = { role = \"mediator\"; };\n"
    "  west = { role = \"stakeholder\"; consent = (\"forces\"); positions = { forces = { ideal = "
    "0.5; }; }; };\n"
    "};\n"
    "war = { model = \"front\"; start = 0.5; drift = 0.002; volatility = 0.01; };\n"
    "process = { protocol = \"mediated\"; solver = \"acceptance\"; text_rate = 0.3; };\n";

enum { INERT_SETS = 3 };

/* Settings that cannot act: beside what both have, the run with `idle` is the run with `plain`. */
static const struct inert_case {
    const char *both[INERT_SETS], *idle[INERT_SETS], *plain;
} inert_cases[] = {
    { .idle = { "war.winter.drift=0.3" } },
    { .idle = { "war.winter.from=10" } },
    { .idle = { "war.winter.until=5" } },
    { .idle = { "actors.south.war.costs={a={cost=0.01;season=0.5;};}" },
      .plain = "actors.south.war.costs={a={cost=0.01;};}" },
    { .idle = { "actors.south.war.costs={a={season=0.5;growth=0.1;convexity=0.2;permanent=0.3;};"
                "}" } },
    { .idle = { "actors.south.war.costs={a={cost=0.01;convexity=0.5;};}" },
      .plain = "actors.south.war.costs={a={cost=0.01;};}" },
    { .idle = { "actors.south.war.burn=2" } },
    { .idle = { "actors.west.war.resource=10" } },
    { .idle = { "actors.west.war.collapse=0.1" } },
    { .idle = { "actors.west.war.endurance={hazard=0.1;rounds=2;}" } },
    { .idle = { "actors.south.war.endurance={rounds=2;}" } },
    { .idle = { "actors.south.war.stress=0.4" } },
    { .idle = { "actors.south.mobilisation={cost=0.1;duration=3;delay=2;limit=1;}" } },
    { .idle = { "actors.west.mobilisation={size=0.5;}" } },
    { .idle = { "actors.south.mobilisation={size=0.5;}" } },
    { .idle = { "actors.south.legitimacy={start=0.5;decay=0.2;recovery=0.2;}" } },
    { .idle = { "actors.south.legitimacy={ratification=0.5;decay=0.3;}" } },
    { .idle = { "actors.south.legitimacy={audience=0.5;decay=0.3;}" } },
    { .idle = { "actors.south.weariness={support=0.5;growth=0.2;}" } },
    { .idle = { "actors.south.weariness={audience=0.5;growth=0.2;polls=0.2;}" } },
    { .idle = { "actors.south.public_demand={land=0.2;}" } },
    { .idle = { "actors.south.narrative={worth=0.7;}" } },
    { .idle = { "actors.south.friction={most=0.3;}" } },
    { .idle = { "actors.south.ratification_support=0.5" } },
    { .idle = { "actors.south.leverage=0.2" } },
    { .idle = { "actors.south.armed_peace=0.3" } },
    { .idle = { "actors.south.status=2" } },
    { .idle = { "actors.south.status_growth=0.1" } },
    { .idle = { "actors.south.refuses=(\"north\")" } },
    { .idle = { "actors.south.positions.land.red_line={beyond=0.8;hard=true;penalty=2.0;}" },
      .plain = "actors.south.positions.land.red_line={beyond=0.8;hard=true;}" },
    { .idle = { "actors.west.mediation={text_rate=0.4;skill=0.5;attention=0.5;staff=0.4;noise=0.2;"
                "persistence=0.4;tilt=0.4;effort={factor=3.0;};}" } },
    { .idle = { "actors.west.mediation={patience=3;effort={from=2;until=5;};}" } },
    { .idle = { "actors.east.mediation={tilt=0.4;}" } },
    { .idle = { "process.tilt={restraint=0.5;suspicion=0.3;}" } },
    { .idle = { "levers={a={owner=\"west\";target=\"north\";kind=\"confidence\";};}" } },
    { .idle = { "levers={a={owner=\"west\";target=\"north\";kind=\"backfill\";};}" } },
    { .idle = { "levers={a={owner=\"west\";target=\"north\";kind=\"pressure\";on=\"aid\";};b={"
                "owner=\"east\";target=\"north\";kind=\"backfill\";};}" } },
    { .idle = { "levers={a={owner=\"west\";target=\"north\";kind=\"support\";on=\"capability\";};b="
                "{owner=\"west\";target=\"south\";kind=\"support\";on=\"aid\";};}" } },
    { .both = { "war.sensitivity=0.02" },
      .idle = { "levers={a={owner=\"south\";target=\"west\";kind=\"support\";on=\"capability\";};b="
                "{owner=\"south\";target=\"west\";kind=\"pressure\";on=\"aid\";};}" } },
    { .idle = { "levers={a={owner=\"west\";target=\"north\";kind=\"pressure\";on=\"burn\";};}" } },
    { .idle = { "levers={a={owner=\"west\";target=\"north\";kind=\"support\";on=\"damage\";};}" } },
    { .idle = { "levers={a={owner=\"west\";target=\"north\";kind=\"outreach\";on=\"audience\";};"
                "}" } },
    { .idle = { "levers={a={owner=\"west\";target=\"north\";kind=\"outreach\";on=\"cohesion\";};"
                "}" } },
    { .idle = { "levers={a={owner=\"west\";target=\"north\";kind=\"outreach\";on=\"legitimacy\";};"
                "}" } },
    { .idle = { "levers={a={owner=\"west\";target=\"north\";kind=\"intelligence\";on=\"noise\";};"
                "}" } },
    { .idle = { "levers={a={owner=\"west\";target=\"north\";kind=\"guarantee\";on=\"verification\";"
                "};}" } },
    { .idle = { "levers={a={owner=\"west\";target=\"north\";kind=\"guarantee\";on=\"guarantees\";};"
                "}" } },
    { .idle = { "levers={a={owner=\"west\";target=\"north\";kind=\"pressure\";bound=0.3;"
                "credibility=0.2;};}" },
      .plain = "levers={a={owner=\"west\";target=\"north\";kind=\"pressure\";};}" },
    { .idle = { "levers={a={owner=\"west\";target=\"north\";kind=\"incentive\";credibility=0.5;"
                "bound=0.9;};}" },
      .plain =
          "levers={a={owner=\"west\";target=\"north\";kind=\"incentive\";credibility=0.5;};}" },
    { .idle = { "levers={a={owner=\"west\";target=\"north\";kind=\"status\";personal=0.5;early={"
                "proof=0.5;};tranches={restraint=0.4;};};}" },
      .plain = "levers={a={owner=\"west\";target=\"north\";kind=\"status\";};}" },
    { .idle = { "levers={a={owner=\"west\";target=\"north\";kind=\"pressure\";when={after=\"step\";"
                "};};}" } },
    { .idle = { "levers={a={owner=\"west\";target=\"north\";kind=\"pressure\";when={after="
                "\"trust\";trust=0.9;};};}" },
      .plain = "levers={a={owner=\"west\";target=\"north\";kind=\"pressure\";when={after=\"trust\";"
               "};};}" },
    { .idle = { "levers={a={owner=\"west\";target=\"north\";kind=\"pressure\";when={step=4;trust=0."
                "8;until_violated=true;until_breach=true;};};}" },
      .plain = "levers={a={owner=\"west\";target=\"north\";kind=\"pressure\";};}" },
    { .idle = { "shocks={a={target=\"north\";on=\"cost\";size=0.3;};}" } },
    { .idle = { "shocks={a={target=\"north\";on=\"cost\";hazard=0.3;at=4;};}" } },
    { .idle = { "shocks={a={target=\"north\";on=\"trust\";hazard=0.3;size=0.3;};}" } },
    { .idle = { "shocks={a={target=\"north\";on=\"cohesion\";hazard=0.3;size=-0.3;};}" } },
    { .idle = { "shocks={a={target=\"north\";on=\"legitimacy\";hazard=0.3;size=-0.3;};}" } },
    { .idle = { "shocks={a={target=\"north\";on=\"audience\";hazard=0.3;size=0.3;};}" } },
    { .idle = { "shocks={a={target=\"north\";on=\"capability\";hazard=0.3;size=0.3;};}" } },
    { .both = { "war.sensitivity=0.02" },
      .idle = { "shocks={a={target=\"west\";on=\"capability\";hazard=0.3;size=0.3;};}" } },
    { .idle = { "process.confidentiality=0.5" } },
    { .idle = { "process.leak=0.3" } },
    { .idle = { "process.spoilers.leak=0.3" } },
    { .idle = { "process.ratification={delay=3;precision=2.0;support=1.0;truce=false;}" } },
    { .idle = { "process.comprehensive={rate=0.5;stall=0.1;expected=0.5;}" } },
    { .idle = { "process.trust={start=0.2;base=0.5;meeting=0.1;leak=0.1;walk_out=0.3;step=0.2;"
                "}" } },
    { .idle = { "process.working_groups={g={issues=(\"land\");rate=0.1;enough=0.9;};}" },
      .plain = "process.working_groups={g={issues=(\"land\");rate=0.1;};}" },
    { .idle = { "process.tracks={threshold=0.2;easing=0.1;falls_back=0.1;noise=0.3;shuttle=0.2;"
                "}" } },
    { .idle = { "process.summit={threshold=0.7;}" } },
    { .idle = { "process.deadlock={after=2;}" } },
    { .idle = { "process.deadlock={slowdown=0.2;}" } },
    { .idle = { "process.leader_channel={after=1;}" } },
    { .idle = { "process.leader_channel={chance=0.5;}" } },
    { .idle = { "process.leader_channel={between=(\"south\",\"north\");}" } },
    { .idle = { "process.deadline={round=2;credibility=0.4;damage=0.4;}" } },
    { .idle = { "process.cohesion={partners=(\"south\");start=0.5;erosion=0.3;}" } },
    { .idle = { "process.cohesion={allies=(\"west\");erosion=0.3;}" } },
    { .idle = { "process.steps={rate=0.9;reliance=0.3;settled=0.4;}" } },
    { .idle = { "process.steps={count=3;settled=0.4;}" } },
    { .idle = { "process.peace={early=3.0;}" } },
    { .idle = { "process.peace={early_rounds=5;}" } },
    { .idle = { "process.peace={early=1;early_rounds=5;}" } },
    { .idle = { "process.dissatisfaction={weight=2.0;}" } },
    { .idle = { "process.dissatisfaction={scale=0.3;limit=4.0;}" } },
    { .idle = { "process.imposed=2" } },
    { .idle = { "process.incidents={breach=0.3;detection=0.4;repair=0.4;trust=0.2;}" } },
    { .idle = { "process.spoilers={suppression=0.4;breach=0.4;}" } },
    { .idle = { "process.ceasefire={perceived=0.1;flare_up=0.1;flare_up_rounds=5;flare_up_later=0."
                "1;monitoring=0.4;escalation=0.5;neglect=0.4;guarantee=0.3;border=0.3;}" } },
    { .idle = { "process.ceasefire={incident=0.3;}" } },
    { .both = { "war.model=lottery" }, .idle = { "actors.south.war.casualties=2" } },
    { .both = { "war.model=lottery" }, .idle = { "actors.south.optimism_sd=0.1" } },
    { .both = { "war.model=lottery" },
      .idle = { "shocks={a={target=\"north\";on=\"front\";hazard=0.3;size=0.3;};}" } },
    { .both = { "war.model=lottery", "run.start=\"2025-11-01\"" },
      .idle = { "war.winter.drift=0.5" } },
    { .both = { "process.protocol=direct" },
      .idle = { "actors.east.mediation={text_rate=0.3;skill=0.4;attention=0.4;staff=0.4;noise=0.4;"
                "persistence=0.4;effort={factor=0.3;};}" } },
    { .both = { "process.protocol=direct", "process.tilt.restraint=0.4" },
      .idle = { "actors.east.mediation.tilt=0.4" } },
    { .idle = { "process.incidents={rate=0.2;trust=0.2;}" },
      .plain = "process.incidents={rate=0.2;}" },
    { .both = { "process.violation=0.05" }, .idle = { "process.imposed=2.0" } },
    { .idle = { "process.cohesion={allies=(\"west\");partners=(\"south\");}" } },
    { .idle = { "process.tilt.restraint=0.5", "process.tilt.suspicion=0.3" } },
};

enum { INERT_CASES = sizeof inert_cases / sizeof *inert_cases };

static const struct node *inert_resolved(void)
{
    static struct node *resolved;
    struct faults faults = { 0 };
    if (resolved == NULL)
        resolved = libconfig_read_text(inert_bare, "bare.cfg", &faults);
    cr_assert_not_null(resolved, "%s", said_first(&faults));
    return resolved;
}

static struct scenario *inert_scenario(const char *const *both, const char *const *more, int count)
{
    const char *sets[2 * INERT_SETS];
    struct faults faults = { 0 };
    struct scenario_request request = { .file = "bare.cfg", .set = sets };
    for (int k = 0; k < INERT_SETS && both[k] != NULL; k++)
        sets[request.sets++] = both[k];
    for (int k = 0; k < count && more[k] != NULL; k++)
        sets[request.sets++] = more[k];
    struct scenario *scenario = scenario_point(inert_resolved(), &request, &faults);
    cr_assert_not_null(scenario, "%s: %s", more[0], said_first(&faults));
    return scenario;
}

static struct faults inert_notices(const struct scenario *scenario)
{
    struct faults notices = { 0 };
    inert_look(scenario->tree, "bare.cfg", &notices);
    return notices;
}

/* The summary of a run as bytes, without the leaks and (as it is lean) the trust that it counts. */
static struct text inert_played(const struct scenario *scenario)
{
    struct text bytes = { 0 };
    struct pack pack = { .text = &bytes };
    struct arm arm = { .scenario = scenario, .base = -1, .lean = true };
    struct experiment experiment = { .arm = &arm, .arms = 1, .threads = 1, .block = LANES };
    experiment_run(&experiment);
    arm.summary->leaks = 0;
    summary_pack(&pack, arm.summary);
    summary_free(arm.summary);
    return bytes;
}

/* What a scenario says in vain changes no bit of its results. */
Test(inert, what_is_told_changes_nothing)
{
    for (size_t k = 0; k < INERT_CASES; k++) {
        const struct inert_case *trial = &inert_cases[k];
        struct scenario *idle = inert_scenario(trial->both, trial->idle, INERT_SETS);
        struct scenario *plain = inert_scenario(trial->both, &trial->plain, 1);
        struct text with = inert_played(idle), without = inert_played(plain);
        cr_expect(with.length == without.length &&
                      memcmp(with.bytes, without.bytes, with.length) == 0,
                  "%s", trial->idle[0]);
        free(with.bytes);
        free(without.bytes);
        scenario_free(idle);
        scenario_free(plain);
    }
}

/* Whether a message is a rule's: "levers.a.on: VERDICT" is of "levers.*[kind=x].on=aid". */
static bool inert_is_of(const char *message, const struct inert_rule *rule)
{
    const char *at = message, *pattern = rule->setting;
    for (;;) {
        size_t step = strcspn(pattern, ".[="), name = strcspn(at, ".:");
        bool any = pattern[0] == '*';
        if (!any && (step != name || strncmp(at, pattern, name) != 0))
            return false;
        at += name;
        pattern += step;
        while (*pattern == '[')
            pattern += strcspn(pattern, "]") + 1;
        if (*pattern != '.' || *at != '.')
            break;
        pattern++;
        at++;
    }
    return *pattern != '.' && strncmp(at, ": ", 2) == 0 && strcmp(at + 2, rule->verdict) == 0;
}

/* Each rule tells something, each case is told, and only by what it adds. */
Test(inert, every_rule_tells)
{
    bool told[512] = { false };
    for (size_t k = 0; k < INERT_CASES; k++) {
        struct scenario *scenario =
            inert_scenario(inert_cases[k].both, inert_cases[k].idle, INERT_SETS);
        struct faults notices = inert_notices(scenario);
        cr_expect(notices.count > 0, "%s", inert_cases[k].idle[0]);
        for (int n = 0; n < notices.count; n++) {
            cr_expect(strncmp(notices.fault[n].file, "--set ", 6) == 0, "%s",
                      notices.fault[n].message);
            for (size_t r = 0; inert_rules[r].setting != NULL; r++)
                told[r] |= inert_is_of(notices.fault[n].message, &inert_rules[r]);
        }
        faults_free(&notices);
        scenario_free(scenario);
    }
    for (size_t r = 0; inert_rules[r].setting != NULL; r++)
        cr_expect(told[r], "%s: %s", inert_rules[r].setting, inert_rules[r].verdict);
}

/* Each of these is silent: what it needs is there, or its value is that of its absence. */
Test(inert, silent_where_a_setting_acts)
{
    static const char *const acting[][INERT_SETS] = {
        { "run.seed=8" },
        { "run.start=\"2025-11-01\"", "war.winter.drift=0.3" },
        { "war.winter.drift=0" },
        { "process.confidentiality=0.0" },
        { "process.peace={early=1.0;early_rounds=3;}" },
        { "process.ratification={delay=0;truce=true;}" },
        { "process.ratification={by=(\"south\",\"west\");delay=2;}",
          "actors.west.ratification_support=0.1" },
        { "process.ratification.by=(\"west\")",
          "levers={a={owner=\"west\";target=\"north\";kind=\"incentive\";bound=0.5;};}" },
        { "war.sensitivity=0.01",
          "levers={a={owner=\"west\";target=\"north\";kind=\"backfill\";};"
          "b={owner=\"east\";target=\"north\";kind=\"pressure\";on=\"aid\";};}" },
        { "process.steps={count=2;settled=0.3;}", "process.violation=0.05",
          "levers={a={owner=\"west\";target=\"north\";kind=\"incentive\";when={after=\"step\";step="
          "2;};};}" },
        { "process.trust.start=0.4", "process.working_groups={g={issues=(\"land\");rate=0.1;};}",
          "shocks={a={target=\"north\";on=\"trust\";at=0;size=0.2;};}" },
        { "actors.south.war.cost={dist=\"uniform\";min=0.0;max=0.1;}" },
        { "actors.south.positions.land.red_line={beyond=0.8;penalty=2.0;}" },
        { "actors.west.mediation={impatience=0.1;patience=2;}" },
        { "process.protocol=direct", "process.ceasefire={rate=0.3;neglect=2.0;}",
          "actors.east.mediation.attention=0.4" },
        { "process.protocol=direct", "process.tilt.suspicion=0.5",
          "actors.east={mediation={tilt=0.4;};credibility=0.5;}" },
    };
    static const char *const none[INERT_SETS] = { NULL };
    for (size_t k = 0; k < sizeof acting / sizeof *acting; k++) {
        struct scenario *scenario = inert_scenario(none, acting[k], INERT_SETS);
        struct faults notices = inert_notices(scenario);
        cr_expect(notices.count == 0, "%s: %s", acting[k][0], said_first(&notices));
        faults_free(&notices);
        scenario_free(scenario);
    }
}

/* Backfill of one actor's aid does not answer pressure on another's. */
Test(inert, names_are_those_of_the_lever)
{
    static const char *const none[INERT_SETS] = { NULL };
    static const char *const sets[] = {
        "war.sensitivity=0.01",
        "levers={a={owner=\"west\";target=\"north\";kind=\"backfill\";};"
        "b={owner=\"east\";target=\"south\";kind=\"pressure\";on=\"aid\";};}",
        NULL
    };
    struct scenario *scenario = inert_scenario(none, sets, INERT_SETS);
    struct faults notices = inert_notices(scenario);
    cr_expect(notices.count == 1);
    cr_expect_str_eq(said_first(&notices),
                     "levers.a.kind: does nothing without pressure on aid of its target");
    faults_free(&notices);
    scenario_free(scenario);
}
