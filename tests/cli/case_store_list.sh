# What a store holds: a line a run and one of its outcomes, whichever command they came from; and
# the same as JSON.
# silent
# stdout ^ +1  20[0-9-]+T[0-9:]+  pie, seed 7, 1,000 trials$
# stdout ^ +deal  63\.2%  60\.2-66\.1%  frozen   0\.0%    0\.0-0\.4%  war  36\.8%  33\.9-39\.8%$
# stdout ^ +2 .* dear war, seed 5, 300 trials$
zopa run "$scenarios/pie.cfg" -n 1000 -q --store s.db
zopa run "$scenarios/variants.cfg" -n 300 --seed 5 --variant 'dear war' -q --store s.db
zopa store list s.db
zopa store list s.db --json >list.json
# Within 80 columns, with the widest interval that there is, which is that of 64,000 deals in as many
# trials (Wilson: from 99.994%).
zopa run "$scenarios/pie.cfg" -n 64000 -s war.p=1 -s actors.first.war.cost=9 -s actors.second.war.cost=9 -q --store w.db
zopa store list w.db | grep -q 'deal 100\.0% 100\.0-100\.0%  frozen'
zopa store list w.db | awk 'length > 80 { exit 1 }'
zopa store list s.db | awk 'length > 80 { exit 1 }'
jq -e 'map([.run, .scenario, .variant, .seed, .trials, .complete, .outcomes.deal.n])
    == [[1, "pie", null, 7, 1000, true, 632], [2, "dear war", "dear war", 5, 300, true, 230]]' list.json >is_so
jq -r '.[1].command' list.json |
    grep -qF "variants.cfg -n 300 --seed 5 --variant 'dear war' -q --store s.db"
zopa run "$scenarios/pie.cfg" -n 64 --design sobol -q --store s.db
zopa store list s.db | grep -q ' 3 .* pie, seed 7, sobol, 64 trials$'
