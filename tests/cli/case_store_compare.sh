# The scenarios of a comparison are kept with their trials, and the store tells the same differences.
# silent
zopa compare "$scenarios/variants.cfg" -n 400 -q --attribution none --json --store s.db \
    --store-trials >compared.json
zopa store diff s.db 1 5 --json >diff.json
jq -c '.others[3] | [.scenario, (.outcomes[] | .difference, .ci95)]' compared.json >expected
jq -c '[.second.scenario, (.outcomes[] | .difference, .ci95)]' diff.json | cmp - expected
jq -e '.first.scenario == "risk" and .second.variant == "bell" and .paired_trials == 400
    and .outcomes.deal.difference != 0' diff.json >is_so
