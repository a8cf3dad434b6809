# One JSON object for a scenario, an array for several, and nothing else.
# silent
zopa run "$scenarios/talks.cfg" -n 100 --json -q >one.json
zopa run "$scenarios/talks.cfg" "$scenarios/pie.cfg" -n 100 --json -q >two.json
jq -e '.schema == "zopa.summary/1" and .trials == 100 and .complete' one.json >checked
jq -e '[.outcomes[].n] | add == 100' one.json >checked
jq -e '[.details[].n] | add == 100' one.json >checked
jq -e '.outcomes | keys == ["continued_war", "deal", "frozen_conflict"]' one.json >checked
jq -e '[.outcomes[] | .ci95[0] <= .p and .p <= .ci95[1]] | all' one.json >checked
jq -e '.timing | length == 24' one.json >checked
jq -e '.actors.mediator.utility.mean == null' one.json >checked
jq -e 'length == 2 and .[0].scenario == "talks" and .[1].scenario == "pie"' two.json >checked
