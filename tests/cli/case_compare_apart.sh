# Settings that no valid scenario has apart are one player: a menu and the solver that it belongs to; the
# other settings keep figures of their own. Scenarios that share nothing can be compared, too.
# stdout ^  process\.solver: acceptance -> menu
# stdout ^  process\.menu: absent -> \(annexation\)
# stdout ^  process\.text_rate: 0\.2 -> 0\.4
# stdout Settings that cannot be set apart share one line of figures
# stdout ^Played as the base is, with seed 11, not with its own seed 3\.
cat >other.cfg <<END
extends = "$scenarios/talks.cfg";
name = "other"; run = { seed = 3; };
process = { solver = "menu"; menu = ( "annexation" ); text_rate = 0.4; };
END
zopa compare "$scenarios/talks.cfg" other.cfg -n 64
zopa compare "$scenarios/talks.cfg" other.cfg -n 64 -q --json >found.json
jq -e '.others[0] | .attribution.settings == 3 and .attribution.players == 2 and
    [.contributions[] | [.path, .with[].path]] ==
    [["process.solver", "process.menu"], ["process.text_rate"]]' found.json >checked
zopa compare "$scenarios/pie.cfg" "$scenarios/talks.cfg" -n 8 --permutations 2 -q --json >all.json
jq -e '.others[0] | .attribution.settings > 30 and .attribution.players > 5 and
    (([.contributions[].share] | add) - .outcomes.deal.difference | fabs < 1e-14)' all.json >checked
