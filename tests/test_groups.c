/* Preparation, tracks and summits: whole runs against closed forms. */
#include "models/groups.h"

#include "engine/chronicle.h"
#include "tests/parties.h"

static double groups_readiness(const struct play *run, int round)
{
    return tally_mean(&run->summary->process[round].readiness);
}

static double groups_joint(const struct play *run, int round)
{
    return (double)run->summary->process[round].joint / (double)run->summary->trials;
}

static double groups_deals(const struct play *run)
{
    return play_outcome(run, OUTCOME_DEAL);
}

/* q = 1 - (1 - q0)(1 - rate trust)^n after n meetings, the first of them in round `from`. */
Test(groups, get_ready_as_they_meet)
{
    struct play run = play(TALKS(
        PARTIES(64, ""), "text_rate = 0.0; trust = { start = 0.7; }; working_groups = { " GROUP(
                             pie, "from = 2; rate = 0.23; readiness = 0.11;") "};"));
    for (int round = 0; round < 7; round++) {
        int meetings = round < 2 ? 0 : round - 1;
        cr_expect_float_eq(groups_readiness(&run, round),
                           1 - (1 - .11) * pow(1 - .23 * .7, meetings), 1e-9);
    }
    play_free(&run);
}

/* Once a member has left its group does not meet: half of the trials lose it each round, so that
 * one trial's readiness after n rounds is 1 - .6^m with chance 2^-(m+1), m < n, or 2^-n, m = n. */
Test(groups, do_not_meet_without_a_member)
{
    struct play run =
        play(TALKS(PARTIES(40000, "walk_away = 0.5;"),
                   "text_rate = 0.0; working_groups = { " GROUP(pie, "rate = 0.4;") "};"));
    double mean = pow(.5, 7) * (1 - pow(.6, 7)), square = pow(.5, 7) * pow(1 - pow(.6, 7), 2);
    for (int m = 0; m < 7; m++) {
        mean += pow(.5, m + 1) * (1 - pow(.6, m));
        square += pow(.5, m + 1) * pow(1 - pow(.6, m), 2);
    }
    double error = sqrt((square - mean * mean) / 40000);
    cr_expect(fabs(groups_readiness(&run, 6) - mean) < 4 * error, "%g %g",
              groups_readiness(&run, 6), mean);
    play_free(&run);
}

/* A text comes with rho (1 + q)/2, q the mean of the core issues, of which one has a group and one
 * has none: every text is signed. */
Test(groups, decide_how_often_texts_come)
{
    struct play run = play(TALKS(PARTIES(40000, ""),
                                 "text_rate = 0.2; working_groups = { " GROUP(pie, "rate = 0.3;")
                                     GROUP(crumbs, "") "};"));
    double none = 1;
    for (int round = 0; round < 7; round++)
        none *= 1 - .2 * (1 + (1 - pow(.7, round + 1) + 1) / 2) / 2;
    cr_expect(play_near(&run, groups_deals(&run), 1 - none), "%.4f %.4f", groups_deals(&run),
              1 - none);
    play_free(&run);
}

/* Behind a framework the text is as ready as what is left: crumbs, which grow by .1 a round from
 * round 0 on. The framework is signed in round 0. */
Test(groups, prepare_what_a_framework_leaves_open)
{
    struct play run =
        play(TALKS(PARTIES(4000, ""),
                   "comprehensive = { staged = true; rate = 0.3; }; working_groups = { " GROUP(
                       pie, "readiness = 1.0;") GROUP(crumbs, "rate = 0.1;") "};"));
    double none = 1;
    for (int round = 1; round < 7; round++)
        none *= 1 - .3 * (1 + 1 - pow(.9, round + 1)) / 2;
    double share = play_detail(&run, DETAIL_FRAMEWORK);
    cr_expect(play_near(&run, share, none), "%.4f %.4f", share, none);
    play_free(&run);
}

/* A mandatory group holds texts back until it is ready enough: 1 - .8^n >= .6 from n = 5 meetings
 * on, in round 4. An issue of two groups is as ready as the less ready one. */
Test(groups, that_are_mandatory_hold_texts_back)
{
    struct play run = play(TALKS(
        PARTIES(40000, ""),
        "text_rate = 0.4; working_groups = { " GROUP(
            pie,
            "rate = 0.2; mandatory = true; enough = 0.6;") "other = { issues = ( \"pie\", \"cake\" "
                                                           "); readiness = 0.3; }; };"));
    double chance = .4 * (1 + .3) / 2;
    cr_expect(run.summary->state[3][STATE_DEAL] == 0);
    cr_expect(play_near(&run, groups_deals(&run), 1 - pow(1 - chance, 3)), "%.4f %.4f",
              groups_deals(&run), 1 - pow(1 - chance, 3));
    play_free(&run);
}

/* Trust grows by .2 a round towards 1: .1, .28, .424; it has reached .46, falling by .03 a round,
 * in round 2: .424 against .40. Until then the group of two that refuse each other does not meet;
 * from then on all do. */
Test(groups, wait_for_trust_where_members_refuse_each_other)
{
    struct play run = play(TALKS(
        PARTIES(64, "refuses = ( \"second\" );"),
        "text_rate = 0.0; trust = { start = 0.1; base = 1.0; reversion = 0.2; }; tracks = { "
        "threshold = 0.46; easing = 0.03; }; working_groups = { " GROUP(pie, "rate = 0.5;") "};"));
    double trust = .1, ready = 0;
    for (int round = 0; round < 7; round++, trust += .2 * (1 - trust)) {
        bool joint = trust >= .46 - .03 * round;
        cr_expect(joint == (round >= 2));
        ready += joint ? .5 * trust * (1 - ready) : 0;
        cr_expect_float_eq(groups_joint(&run, round), joint, 1e-9);
        cr_expect_float_eq(groups_readiness(&run, round), ready, 1e-9, "%d", round);
    }
    play_free(&run);
}

/* Trust falls by .3 of itself each round, from .9: below .5 in round 2, below .25 in round 4. */
Test(groups, part_again_where_trust_falls)
{
    for (int back = 0; back < 3; back++) {
        struct play run =
            play(TALKS(PARTIES(64, ""),
                       "text_rate = 0.0; trust = { start = 0.9; base = 0.0; reversion = 0.3; }; "
                       "tracks = { mode = \"parallel\"; threshold = 0.5; falls_back = %s; };"),
                 back == 0   ? "0.0"
                 : back == 1 ? "0.25"
                             : "0.9");
        for (int round = 0; round < 7; round++)
            cr_expect(groups_joint(&run, round) == (back == 0 || round < (back == 1 ? 4 : 2)),
                      "%d %d", back, round);
        play_free(&run);
    }
}

/* On parallel tracks what shuttling achieves is a share of what a meeting does; and without trust
 * the parties never sit in one room. */
Test(groups, shuttle_where_members_meet_apart)
{
    struct play run = play(TALKS(PARTIES(64, "refuses = ( \"second\" );"),
                                 "text_rate = 0.0; tracks = { mode = \"parallel\"; shuttle = 0.4; "
                                 "}; working_groups = { " GROUP(pie, "rate = 0.5;") "};"));
    for (int round = 0; round < 7; round++) {
        cr_expect_eq(groups_joint(&run, round), 0);
        cr_expect_float_eq(groups_readiness(&run, round), 1 - pow(1 - .2, round + 1), 1e-9);
    }
    play_free(&run);
}

/* Each group that meets in one room closes .1 of the way to full trust, two in a round .2; groups
 * whose members meet apart do not. */
Test(groups, that_meet_in_one_room_build_trust)
{
    for (int apart = 0; apart < 2; apart++) {
        struct play run =
            play(TALKS(PARTIES(64, "refuses = ( %s );"),
                       "text_rate = 0.0; trust = { start = 0.2; meeting = 0.1; }; tracks = { mode "
                       "= \"parallel\"; shuttle = 1.0; }; working_groups = { " GROUP(pie, "")
                           GROUP(cake, "") "};"),
                 apart ? "\"second\"" : "\"third\"");
        double level = .2;
        for (int round = 0; round < 7; round++) {
            level += apart ? 0 : .2 * (1 - level);
            cr_expect_float_eq(tally_mean(&run.summary->process[round].trust), level, 1e-9);
        }
        play_free(&run);
    }
}

/* Once everything is settled, in round 0, they meet no more. */
Test(groups, meet_until_everything_is_settled)
{
    struct play run =
        play(TALKS(PARTIES(64, ""), "working_groups = { " GROUP(crumbs, "rate = 0.3;") "};"));
    cr_expect_eq(run.summary->state[0][STATE_DEAL], 64);
    cr_expect_float_eq(groups_readiness(&run, 6), .3, 1e-9);
    play_free(&run);
}

/* Apart, a text leaves the pie, whose group does not meet, where it is; together, each takes the
 * larger part of what it cares for more. Where nothing can move there is no text; nor where what
 * cannot move lies past a hard red line. */
Test(groups, bound_what_a_text_can_move_on_parallel_tracks)
{
    static const char *const groups[] = {
        "",
        GROUP(pie, "readiness = 1.0;"),
        GROUP(pie, "readiness = 1.0;") GROUP(cake, "readiness = 1.0;"),
    };
    for (int k = 0; k < 3; k++) {
        struct play run = play(TALKS(PARTIES(64, "refuses = ( \"second\" );"),
                                     "tracks = { mode = \"parallel\"; }; working_groups = { %s};"),
                               groups[k]);
        cr_expect(run.summary->texts == (k < 2 ? 64 : 0), "%d", k);
        double pie = tally_mean(&run.summary->term[0].at.tally);
        double cake = tally_mean(&run.summary->term[1].at.tally);
        cr_expect(k != 0 || (pie > .9 && cake < .1), "%g %g", pie, cake);
        cr_expect(k != 1 || pie == .5, "%g", pie);
        play_free(&run);
    }
    struct play run = play(
        TALKS(LINED(64, "refuses = ( \"second\" );", "red_line = { beyond = 0.6; hard = true; };"),
              "tracks = { mode = \"parallel\"; }; working_groups = { " GROUP(cake, "") "};"));
    cr_expect_eq(run.summary->texts, 0);
    play_free(&run);
}

/* Misreading by tracks and by the talks add up: .3 and .4 are .5, for the mediator's texts and for
 * what it learns from answers. It ends where the parties sit in one room. */
Test(groups, misread_answers_more_on_parallel_tracks)
{
    static const char *const ways[] = {
        "noise = 0.5;", "noise = 0.4; tracks = { mode = \"parallel\"; noise = 0.3; };",
        "noise = 0.4;",
        "noise = 0.4; trust = { start = 0.5; }; tracks = { mode = \"parallel\"; noise = 0.3; };"
    };
    struct chronicle_actor seen[4];
    for (int k = 0; k < 4; k++) {
        struct play run =
            play(PARTIES(64, "resolve = { dist = \"normal\"; mean = 0.1; sd = 0.1; };") "%s%s };",
                 "process = { protocol = \"mediated\"; solver = \"acceptance\"; ", ways[k]);
        struct chronicle *chronicle = chronicle_new(run.scenario);
        chronicle_play(chronicle, 0);
        seen[k] = chronicle->round[0].actor[0];
        chronicle_free(chronicle);
        play_free(&run);
    }
    cr_expect_float_eq(seen[0].reckoned, seen[1].reckoned, 1e-9);
    cr_expect_float_eq(seen[0].learned_sd, seen[1].learned_sd, 1e-9);
    cr_expect_eq(seen[2].reckoned, seen[3].reckoned);
    cr_expect_eq(seen[2].learned_sd, seen[3].learned_sd);
    cr_expect(fabs(seen[0].reckoned - seen[2].reckoned) > 1e-3);
    cr_expect(fabs(seen[0].learned_sd - seen[2].learned_sd) > 1e-6);
}

/* A signed text that is ready to .3 of the .4 needed falls apart with chance 1/4, counts as failed,
 * and may be tabled again at once. */
Test(groups, a_summit_that_is_not_prepared_fails)
{
    struct play run = play(TALKS(
        PARTIES(40000, ""),
        "text_rate = 0.2; summit = { threshold = 0.4; }; trust = { start = 0.5; refusal = 1.0; }; "
        "working_groups = { both = { issues = ( \"pie\", \"cake\" ); readiness = 0.3; }; };"));
    double text = .2 * (1 + .3) / 2, deal = text * 3 / 4;
    double deals = 1 - pow(1 - deal, 7);
    cr_expect(play_near(&run, groups_deals(&run), deals), "%.4f %.4f", groups_deals(&run), deals);
    double fails = (double)run.summary->rejected / 40000, expected = deals / 3;
    cr_expect(fabs(fails - expected) < 4 * sqrt(expected * 2 / 40000), "%.4f %.4f", fails,
              expected);
    double distrust = 1 - tally_mean(&run.summary->process[6].trust) / .5;
    double failed = 0, open = 1;
    for (int round = 0; round < 7; round++, open *= 1 - text)
        failed += open * text / 4;
    cr_expect(play_near(&run, distrust, failed), "%.4f %.4f", distrust, failed);
    play_free(&run);
}

/* The zero and the whole of what a summit needs. */
Test(groups, chances_at_their_ends)
{
    cr_expect_eq(groups_collapse(0, 0), 0);
    cr_expect_eq(groups_collapse(0, .4), 1);
    cr_expect_eq(groups_collapse(.4, .4), 0);
    cr_expect_eq(groups_chance(0), .5);
    cr_expect_eq(groups_chance(1), 1);
    cr_expect(groups_joined(false, .5, .5, .2) && !groups_joined(false, .4, .5, .2));
    cr_expect(groups_joined(true, .2, .5, .2) && !groups_joined(true, .1, .5, .2));
}
