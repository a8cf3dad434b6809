# A sweep over what war costs the first: in Fearon's pie (tests/scenarios/pie.cfg) war comes with chance
# (1 - c / 0.4) / 2. Every point is within 4 standard errors of it (false alarms: 1 in 2000, for any
# seed; the seed is fixed), and both ends are there.
# silent
zopa sweep "$scenarios/pie.cfg" --vary actors.first.war.cost=0:0.4:5 -n 4000 -q --json >sweep.json
jq -e '.schema == "zopa.sweep/1" and .complete and .points_played == 5' sweep.json >checked
jq -e '[.points[].set["actors.first.war.cost"]] == [0, 0.1, 0.2, 0.3, 0.4]' sweep.json >checked
jq -e '[.points[] | ((1 - .set["actors.first.war.cost"] / 0.4) / 2) as $p |
    .outcomes.continued_war.p - $p | . <= 4 * ($p * (1 - $p) / 4000 | sqrt) + 1e-12 and
        . >= -4 * ($p * (1 - $p) / 4000 | sqrt) - 1e-12] | all' sweep.json >checked
