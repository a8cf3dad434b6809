# All five sources doubt that mediation will succeed. That is no setting: it would decide what it is
# to be held against. The baseline, whose settings follow from what the sources say of the parties,
# comes to less than even chances of a deal in three years, and to some.
# silent
zopa run "$cli/../../scenarios/ukraine/baseline.cfg" -n 500 --json -q >run.json
jq -e '.outcomes.deal.ci95 | .[0] > 0.01 and .[1] < 0.5' run.json >/dev/null
zopa params "$cli/../../scenarios/ukraine/baseline.cfg" >params
! grep -i 'prior.*deal\|chance.*of a deal' params
