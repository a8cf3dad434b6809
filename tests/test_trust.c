/* Trust against its closed forms: the step by itself, and the events of whole runs. */
#include "models/trust.h"

#include "tests/play.h"

/* Constant rounds near (r b + A) / (r + A + B), the distance times 1 - (r + A + B) each round. */
Test(trust, nears_its_fixed_point)
{
    double base[LANES], reversion[LANES], gain[LANES], loss[LANES], level[LANES];
    for (int lane = 0; lane < LANES; lane++) {
        level[lane] = lane / 64.;
        base[lane] = .31;
        reversion[lane] = .07;
        gain[lane] = .03 + lane / 200.;
        loss[lane] = .11;
    }
    for (int n = 0; n < 9; n++)
        trust_step(level, base, reversion, gain, loss, LANES);
    for (int lane = 0; lane < LANES; lane++) {
        double pull = .07 + gain[lane] + .11, rest = (.07 * .31 + gain[lane]) / pull;
        cr_expect_float_eq(level[lane], rest + (lane / 64. - rest) * pow(1 - pull, 9), 1e-12);
    }
}

/* However much happens in a round, trust stays in [0, 1]; with r + A + B above 1 it is at once the
 * mean of b, 1 and 0 with weights r, A and B. */
Test(trust, stays_a_share)
{
    double level = .23, base = .9, reversion = .8, gain = 2.3, loss = 1.7;
    trust_step(&level, &base, &reversion, &gain, &loss, 1);
    cr_expect_float_eq(level, (.8 * .9 + 2.3) / (.8 + 2.3 + 1.7), 1e-15);
    for (int k = 0; k < 20000; k++) {
        level = k % 997 / 996.;
        reversion = k % 13 / 12.;
        base = k % 2;
        gain = base * (k % 29) / 7.;
        loss = (1 - base) * (k % 31) / 7.;
        trust_step(&level, &base, &reversion, &gain, &loss, 1);
        cr_assert(level >= 0 && level <= 1, "%d: %g", k, level);
    }
}

/* Two parties over one pie; war costs each .1 a round, so that a text is accepted at once. */
#define PARTIES(first, second, fade)                                                               \
    "name = \"trust\"; run = { trials = 128; horizon = 6; };"                                      \
    "issues = { pie = { front = true; core = true; }; };"                                          \
    "actors = { first = { role = \"belligerent\"; side = \"high\"; capability = 1.0; discount = "  \
    "0.95; war = { cost = 0.1; }; positions = { pie = { ideal = 1.0; }; }; " first " };"           \
    "  second = { role = \"belligerent\"; side = \"low\"; capability = 1.0; discount = 0.95; war " \
    "= { cost = 0.1; }; positions = { pie = { ideal = 0.0; " second " }; }; };"                    \
    "  third = { role = \"mediator\"; }; };"                                                       \
    "war = { model = \"front\"; start = 0.5; fade = " fade "; };"
#define TALKS(parties, settings)                                                                   \
    parties "process = { protocol = \"mediated\"; solver = \"nash\"; " settings " };"

/* Mean trust at the end of a round. */
static double trust_at(const struct play *run, int round)
{
    return tally_mean(&run->summary->process[round].trust);
}

/* A text is signed in round 0, and leaks, and holds from then on: .3 first moves by step (.2) and
 * leak (.15) at once, then closes .1 of what is left each round. */
Test(trust, a_signature_and_a_leak_and_a_promise_kept)
{
    struct play run = play(
        TALKS(PARTIES("", "", "0"),
              "leak = 1.0; trust = { start = 0.3; step = 0.2; leak = 0.15; promise = 0.1; };"));
    double level = .3 + .2 * .7 - .15 * .3;
    cr_expect_eq(run.summary->detail[DETAIL_COMPREHENSIVE], 128);
    for (int round = 0; round < 6; round++, level += .1 * (1 - level))
        cr_expect_float_eq(trust_at(&run, round), level, 1e-9, "%d", round);
    play_free(&run);
}

/* Signed in round 0, violated in round 1, signed again in round 2, and so on. */
Test(trust, a_violation_destroys_what_a_signature_built)
{
    struct play run =
        play(TALKS(PARTIES("", "", "0"),
                   "violation = 1.0; trust = { start = 0.4; step = 0.2; violation = 0.35; };"));
    double level = .4;
    for (int round = 0; round < 6; round++) {
        level += round % 2 == 0 ? .2 * (1 - level) : -.35 * level;
        cr_expect_float_eq(trust_at(&run, round), level, 1e-9, "%d", round);
    }
    play_free(&run);
}

/* A text past a hard red line is refused once, since nothing changes afterwards. */
Test(trust, a_refusal_costs_it_once)
{
    struct play run = play(
        PARTIES("", "red_line = { beyond = 0.5; hard = true; };", "0") "%s",
        "process = { protocol = \"mediated\"; solver = \"menu\"; insist = true; trust = { start = "
        "0.6; refusal = 0.1; }; }; packages = { all = { pie = 1.0; }; };");
    cr_expect_eq(run.summary->rejected, 128);
    for (int round = 0; round < 6; round++)
        cr_expect_float_eq(trust_at(&run, round), .6 * .9, 1e-9, "%d", round);
    play_free(&run);
}

/* An actor that leaves costs trust .25 once, in round 0; then it comes back to its base: .1 a
 * round of the way to .8. */
Test(trust, a_walk_out_costs_it_once_and_it_recovers)
{
    struct play run =
        play(TALKS(PARTIES("walk_away = 1.0;", "", "0"),
                   "trust = { start = 0.6; base = 0.8; reversion = 0.1; walk_out = 0.25; };"));
    double level = .6 + .1 * (.8 - .6) - .25 * .6;
    for (int round = 0; round < 6; round++, level += .1 * (.8 - level))
        cr_expect_float_eq(trust_at(&run, round), level, 1e-9, "%d", round);
    play_free(&run);
}

/* A bare ceasefire is agreed in round 0, kept for a round that is not counted, since it breaks. */
Test(trust, a_ceasefire_is_a_step_and_a_flare_up_a_violation)
{
    struct play run = play(TALKS(
        PARTIES("", "", "0"), "text_rate = 0.0; ceasefire = { rate = 1.0; flare_up = 1.0; }; trust "
                              "= { start = 0.5; step = 0.1; violation = 0.3; promise = 0.9; };"));
    double level = .5;
    for (int round = 0; round < 6; round++) {
        level += round % 2 == 0 ? .1 * (1 - level) : -.3 * level;
        cr_expect_float_eq(trust_at(&run, round), level, 1e-9, "%d", round);
    }
    play_free(&run);
}

/* Fighting that peters out was promised by nobody; a ceasefire that lasts was. */
Test(trust, only_what_was_agreed_is_kept)
{
    struct play run = play(TALKS(PARTIES("", "", "1.0"),
                                 "text_rate = 0.0; ceasefire = { flare_up = 0.0; flare_up_later = "
                                 "0.0; }; trust = { start = 0.5; promise = 0.2; };"));
    cr_expect_eq(run.summary->detail[DETAIL_DE_FACTO], 128);
    cr_expect_float_eq(trust_at(&run, 5), .5, 1e-9);
    play_free(&run);
    run = play(TALKS(PARTIES("", "", "0"),
                     "text_rate = 0.0; ceasefire = { rate = 1.0; flare_up = 0.0; flare_up_later = "
                     "0.0; }; trust = { start = 0.5; promise = 0.2; };"));
    cr_expect_eq(run.summary->detail[DETAIL_CEASEFIRE], 128);
    cr_expect_float_eq(trust_at(&run, 5), 1 - .5 * pow(.8, 5), 1e-9);
    play_free(&run);
}

/* A shock of -.4 destroys that share in the round in which it comes, whose target does not matter;
 * one of +.25 closes that share of the way. */
Test(trust, shocks_move_it_when_they_come)
{
    struct play run = play(TALKS(
        PARTIES("", "", "0"),
        "text_rate = 0.0; trust = { start = 0.5; };") "shocks = { attack = { target = \"third\"; "
                                                      "on = \"trust\"; at = 1; size "
                                                      "= -0.4; duration = 3; }; gesture = { target "
                                                      "= \"first\"; on = "
                                                      "\"trust\"; at = 4; size = 0.25; }; };");
    double level = .5;
    for (int round = 0; round < 6; round++) {
        level += round == 1 ? -.4 * level : round == 4 ? .25 * (1 - level) : 0;
        cr_expect_float_eq(trust_at(&run, round), level, 1e-9, "%d", round);
    }
    play_free(&run);
}

/* Principles that leaders agreed count as .2 for trust in the first round and close .2 of the way
 * to readiness; advisers raise what a signature does for trust by half; officials the pace of a
 * group. */
Test(trust, channels_beside_the_table_help)
{
    struct play run = play(TALKS(
        PARTIES("", "", "0"),
        "text_rate = 0.0; ceasefire = { rate = 1.0; flare_up = 0.0; flare_up_later = 0.0; }; "
        "leader_channel = { principles = 0.2; }; contacts = { advisers = 0.5; officials = "
        "0.3; }; trust = { start = 0.4; step = 0.1; }; working_groups = { pies = { issues = ( "
        "\"pie\" ); readiness = 0.1; rate = 0.2; }; };"));
    double level = .4, ready = .1 + .2 * .9;
    for (int round = 0; round < 6; round++) {
        ready += .2 * 1.3 * level * (1 - ready);
        level += round == 0 ? (.2 + .1 * 1.5) * (1 - level) : 0;
        cr_expect_float_eq(trust_at(&run, round), level, 1e-9, "%d", round);
        cr_expect_float_eq(tally_mean(&run.summary->process[round].readiness), ready, 1e-9);
    }
    play_free(&run);
}
