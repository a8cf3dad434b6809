# Two runs that keep trials of one seed are compared trial by trial, as zopa run compares scenarios:
# here a dearer war. Gained and lost are counted here from the rows of --trials-out, the interval
# is that which zopa run tells.
# silent
# stdout ^  actors\.first\.war\.cost = 0\.1 -> 0\.2$
# stdout ^deal +63\.2% +73\.5% +\+10\.30 \[\+8\.57, \+12\.34\]$
# stdout ^Differences in percentage points, paired: over the 1,000 trials
zopa run "$scenarios/pie.cfg" -n 1000 -q --store s.db --store-trials
zopa run "$scenarios/pie.cfg" -n 1000 -q --store s.db --store-trials -s actors.first.war.cost=0.2
zopa store diff s.db 1 2
zopa run "$scenarios/pie.cfg" -n 1000 -q --trials-out 1.csv
zopa run "$scenarios/pie.cfg" -n 1000 -q --trials-out 2.csv -s actors.first.war.cost=0.2
counts=$(paste -d , 1.csv 2.csv | awk -F , 'NR > 1 {
    gained += $4 != "deal" && $13 == "deal"; lost += $4 == "deal" && $13 != "deal" }
    END { print gained, lost, (gained - lost) / 1000 }')
cat >dear.cfg <<end
extends = "$scenarios/pie.cfg";
actors = { first = { war = { cost = 0.2; }; }; };
end
zopa run "$scenarios/pie.cfg" dear.cfg -n 1000 2>progress | grep -qF '+10.3 [+8.6, +12.3]'
zopa store diff s.db 1 2 --json >diff.json
jq -e '.parameters == [{path: "actors.first.war.cost", first: 0.1, second: 0.2}]
    and .paired and .paired_trials == 1000 and .first.run == 1 and .second.run == 2' diff.json >is_so
[ "$(jq -r '.outcomes.deal | "\(.gained) \(.lost) \(.difference)"' diff.json)" = "$counts" ]
# The other way round.
zopa store diff s.db 2 1 --json >back.json
jq -e --slurpfile to diff.json '.outcomes.deal.difference == -$to[0].outcomes.deal.difference
    and .outcomes.deal.lost == $to[0].outcomes.deal.gained
    and .parameters[0].first == 0.2' back.json >is_so
