/* What becomes of agreements that are in force. */
#include "engine/negotiation.h"
#include "engine/table.h"
#include "tests/play.h"

/* A pie divided at once, at half; `process` are more settings of that group. */
#define SETTLED                                                                                    \
    "issues = { pie = { front = true; core = true; levels = { none = 0.0; half = 0.5; all = 1.0; " \
    "}; status_quo = \"half\"; };"                                                                 \
    "  watch = { core = true; verification = true; levels = { some = 0.4; }; status_quo = 0.4; "   \
    "}; "                                                                                          \
    "};"                                                                                           \
    "actors = { first = { role = \"belligerent\"; side = \"high\"; capability = 1.0; discount = "  \
    "0.95; war = { cost = 0.3; }; positions = { pie = { ideal = \"all\"; };"                       \
    "    watch = { ideal = 0.4; salience = 0.0; }; }; };"                                          \
    "  second = { role = \"belligerent\"; side = \"low\"; capability = 1.0; discount = 0.95;"      \
    "    war = { cost = 0.3; }; positions = { pie = { ideal = \"none\"; };"                        \
    "    watch = { ideal = 0.4; salience = 0.0; }; }; }; };"                                       \
    "war = { model = \"front\"; start = 0.5; drift = 0.0; volatility = 0.0; };"

/* Steps come with chance rate (1 - reliance (1 - verification)) in each of the 9 rounds behind the
 * one in which the agreement began, and no more than there are. Four standard errors: false alarms
 * 6 in 100,000, the seed is fixed. */
Test(aftermath, steps_are_binomial)
{
    struct play run = play("name = \"steps\"; run = { trials = 64; horizon = 10; };" SETTLED
                           "process = { protocol = \"mediated\"; text_rate = 1.0; solver = "
                           "\"nash\"; steps = { count = 9; rate = 0.45; reliance = 0.5; }; };");
    struct table *table = negotiation_new(run.scenario);
    struct history *history = history_new(run.scenario);
    double p = .45 * (1 - .5 * .6), sum = 0;
    enum { BLOCKS = 100 };
    for (uint64_t block = 0; block < BLOCKS; block++) {
        negotiation_play(table, block * LANES, LANES, history);
        for (int lane = 0; lane < LANES; lane++)
            sum += table->steps_done[lane];
    }
    double n = 9.0 * BLOCKS * LANES;
    cr_expect(fabs(sum / n - p) < 4 * sqrt(p * (1 - p) / n), "%.5f against %.5f", sum / n, p);
    history_free(history);
    negotiation_free(table);
    play_free(&run);
}
