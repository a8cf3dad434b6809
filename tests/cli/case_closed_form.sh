# Fearon's risk-return offer (tests/scenarios/pie.cfg): x = 0.75 and war with chance 0.375. With
# 5,000 trials five standard errors are 0.0342: a false alarm in 1.7 million seeds.
# silent
zopa run "$scenarios/pie.cfg" -n 5000 --json -q >pie.json
jq -e '.terms.pie.mean - 0.75 | fabs < 1e-6' pie.json >checked
jq -e '.outcomes.continued_war.p - 0.375 | fabs < 0.0342' pie.json >checked
