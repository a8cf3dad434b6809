# Variants of Fearon's pie (tests/scenarios/variants.cfg): war comes with chance (1 - c / 0.4) / 2,
# c the first's cost, and never where nothing is private; the offer is x = 0.6 + (0.4 - c) / 2, or
# 0.6 + 0.2 where the second's cost is known. With 2,000 trials five standard errors are at most 0.0542.
# silent
zopa run "$scenarios/variants.cfg" -n 2000 --json -q >all.json
jq -e '[.[].outcomes.continued_war.p] | (.[0] - 0.375 | fabs < 0.0542) and .[1] == .[0] and
    (.[2] - 0.25 | fabs < 0.0485) and .[3] == 0' all.json >checked
jq -e '[.[].terms.pie.mean] | (.[0] - 0.75 | fabs < 1e-6) and (.[2] - 0.7 | fabs < 1e-6) and
    (.[3] - 0.8 | fabs < 1e-6)' all.json >checked
