# A file alone is compared with its variants, or with the one that is asked for; a variant is named as
# FILE:VARIANT. The only setting that differs has the whole difference.
# stdout ^dear war against risk
# stdout ^  actors.first.war.cost: 0.1 -> 0.2
# stdout ^ +\+1[0-9]\.[0-9][0-9] \([0-9]\.[0-9][0-9]\) +\+0\.00 \(0\.00\) +-1[0-9]\.[0-9][0-9]
# stdout ^The same scenario: no setting differs, and no trial\.
# stderr ^compare: [0-9]+ trials in
# stderr ^attribution plays [0-9]+ scenarios
zopa compare "$scenarios/variants.cfg" -n 400
zopa compare "$scenarios/variants.cfg" -n 400 --json -q >all.json
zopa compare "$scenarios/variants.cfg" -n 400 --json -q --variant 'dear war' >one.json
zopa compare "$scenarios/variants.cfg:dear war" "$scenarios/variants.cfg:open-cards" -n 400 --json -q >two.json
jq -e '.base.scenario == "risk" and [.others[].scenario] == ["same", "dear war", "open-cards", "bell"]' all.json >checked
jq -e '.base.scenario == "risk" and [.others[].scenario] == ["dear war"]' one.json >checked
jq -e '.others[0] | [.contributions[].share] == [.outcomes.deal.difference] and .changed.n > 0' one.json >checked
jq -e -s '.[0].others[1] == .[1].others[0]' all.json one.json >checked
jq -e '.base.scenario == "dear war" and .others[0].scenario == "open-cards"' two.json >checked
jq -e '[.others[0].differences[] | [.path, .from]] ==
    [["actors.first.war.cost", 0.2], ["actors.second.resolve", { dist: "uniform", min: -0.2, max: 0.2 }]]' two.json >checked
jq -e '[.others[0].differences[].to] == [0.1, null]' two.json >checked
