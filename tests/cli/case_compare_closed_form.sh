# Fearon's pie (tests/scenarios/pie.cfg): where war costs the first c, and the second a number uniform on
# [a, b], the offer leaves t = (b - c) / 2 of the second's cost to it and war comes with chance (t - a) / (b - a).
# additive.cfg: c from 0.1 to 0.2 takes 0.125 off it, [a, b] moved by 0.04 takes 0.05 off, in any order.
# tangled.cfg: c as before and [a, b] from [0, 0.4] to [0.05, 0.35]: 0.375, 0.25 with either alone, 1/12 with
# both, so that either contributes 7/48 to deals. With 3,000 trials five standard errors are at most 0.0409.
# silent
cat >additive.cfg <<END
extends = "$scenarios/pie.cfg";
name = "additive";
actors = { first = { war = { cost = 0.2; }; }; second = { war = { cost = 0.24; }; }; };
END
cat >tangled.cfg <<END
extends = "$scenarios/pie.cfg";
name = "tangled";
actors = { first = { war = { cost = 0.2; }; };
           second = { resolve = { dist = "uniform"; min = -0.15; max = 0.15; }; }; };
END
zopa compare "$scenarios/pie.cfg" additive.cfg tangled.cfg -n 3000 -q --json >found.json
jq -e 'def near(x): . - x | fabs < 0.0409; def share(path): .contributions[] | select(.path == path).share;
    [.others[].scenario] == ["additive", "tangled"] and (.others[0].outcomes.deal.difference | near(0.175)) and
    (.others[0] | share("actors.first.war.cost") | near(0.125)) and
    (.others[0] | share("actors.second.war.cost") | near(0.05)) and
    (.others[1] | share("actors.first.war.cost") | near(7 / 48)) and
    (.others[1] | share("actors.second.resolve") | near(7 / 48))' found.json >checked
jq -e '.others[1].attribution | .method == "exact" and .scenarios == 4 and .players == 2' found.json >checked
jq -e '[.others[].contributions[] | .se > 0.001 and .se < 0.01] | all' found.json >checked
