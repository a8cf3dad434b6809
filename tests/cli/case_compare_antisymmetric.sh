# Whichever of two scenarios is the base: on the same trials differences, flips and contributions turn
# their signs around, and errors stay. Contributions sum to the difference, of every outcome.
# silent
cat >other.cfg <<END
extends = "$scenarios/talks.cfg";
name = "other";
process = { text_rate = 0.3; leak = 0.2; };
actors = { mediator = { credibility = 0.9; }; };
END
zopa compare "$scenarios/talks.cfg" other.cfg -n 128 -q --json >there.json
zopa compare other.cfg "$scenarios/talks.cfg" -n 128 -q --json >back.json
jq -e '.others[0].changed.n > 10 and (.others[0].contributions | length) == 3' there.json >checked
for found in there.json back.json; do
    for outcome in deal frozen_conflict continued_war; do
        jq -e --arg o $outcome '.others[0] | ([.contributions[].outcomes[$o].share] | add) -
            .outcomes[$o].difference | fabs < 1e-15' $found >checked
    done
    jq -e '[.others[0].contributions[] | .share == .outcomes.deal.share and .se > 0] | all' $found >checked
done
jq -e -s 'def near(x): . - x | fabs < 1e-14;
    .[0].others[0] as $a | .[1].others[0] as $b |
    ([$a.outcomes | keys[] | . as $o | $a.outcomes[$o].difference == -$b.outcomes[$o].difference] | all) and
    ([$a.flips[] | { from: .to, to: .from, n }] | sort) == ($b.flips | sort) and
    ([$a.contributions[] | . as $c | $b.contributions[] | select(.path == $c.path) |
        (.share | near(-$c.share)) and (.se | near($c.se)) and .from == $c.to and .to == $c.from] |
        all and length == 3)' there.json back.json >checked
