# Ctrl-C: the rows of the points that were played, JSON that is whole, and how many were not.
# exit 130
# stderr ^zopa: stopped: [0-9,]+ of 2,000 points were not played(, [0-9]+ ha(s|ve) fewer trials than asked for)?$
status=0
timeout --foreground --preserve-status -s INT 4 zopa sweep "$scenarios/pie.cfg" \
    --vary actors.first.war.cost=0:0.4:2000 -n 100000 --json -q -j 2 --csv rows.csv >sweep.json || status=$?
jq -e '.complete == false and .points_played < 2000 and .points_played > 0' sweep.json >checked
[ "$(wc -l <rows.csv)" = $(($(jq '.points | length' sweep.json) + 1)) ]
[ "$(jq .points_played sweep.json)" = "$(jq '.points | length' sweep.json)" ]
jq -e '[.points[] | .trials > 0 and ([.outcomes[].n] | add) == .trials] | all' sweep.json >checked
exit "$status"
