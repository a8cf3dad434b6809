# The offer of tests/scenarios/pie.cfg to a second that is risk averse: u = sqrt(1 - x). It accepts with
# chance sqrt(1 - x) / 0.4, the first gains x - w, w = 0.6 - 0.01, and the best x is (2 + w) / 3 = 0.86333;
# war comes with chance 1 - sqrt(0.136667) / 0.4 = 0.07579. With 1,000 trials five standard errors are 0.0418.
# silent
zopa run "$scenarios/pie.cfg" --set actors.first.war.cost=0.01 --set actors.second.positions.pie.loss=crra \
    --set actors.second.positions.pie.elasticity=0.5 -n 1000 --json -q >pie.json
jq -e '.terms.pie.mean - 0.8633333333 | fabs < 1e-6' pie.json >checked
jq -e '.outcomes.continued_war.p - 0.07579 | fabs < 0.0418' pie.json >checked
