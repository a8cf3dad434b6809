# Stopped by its time, a sweep or a comparison says that it is not complete, with an exit code of its
# own, and goes on by the same command.
# exit 75
# stderr ^resumed [1-9][0-9]* of 4060000000 trials$
# stderr ^zopa: stopped: [0-9]+ of 200 points were not played(, [0-9]+ ha(s|ve) fewer trials than asked for)?$
# stderr ^resumed [1-9][0-9]* of 5000000000 trials$
status=0
sweep="zopa sweep $scenarios/pie.cfg -n 20000000 --vary actors.first.war.cost=0:0.4:200 -o points -q -j 1"
$sweep --max-time 1.2 || status=$?
[ "$status" -eq 75 ]
jq -e '.complete == false and .points_played > 0 and .points_played < 200' points/summary.json >played
[ "$(wc -l <points/points.csv)" = $(($(jq .points_played points/summary.json) + 1)) ]
played=$(jq '[.points[].trials] | add' points/summary.json)
# However slow the machine: a chunk more comes in a second, or in some.
for time in 1.2 4 8; do
    $sweep --max-time $time --resume || status=$?
    [ "$status" -eq 75 ]
    now=$(jq '[.points[].trials] | add' points/summary.json)
    [ "$now" -gt "$played" ] && break
done
[ "$now" -gt "$played" ]
[ "$(jq .complete points/manifest.json)" = false ]
compare="zopa compare $scenarios/variants.cfg -n 1000000000 --attribution none -o both -q -j 1"
for time in 1.2 4 8; do
    rm -rf both
    status=0
    $compare --max-time $time || status=$?
    [ "$status" -eq 75 ]
    [ "$(jq .base.trials both/summary.json)" -gt 0 ] && break
done
jq -e '.complete == false and .base.trials > 0' both/summary.json >played
played=$(jq .base.trials both/summary.json)
status=0
$compare --max-time 1.2 --resume --store runs.db || status=$?
[ "$(jq .base.trials both/summary.json)" -ge "$played" ]
[ "$(zopa store list runs.db --json | jq length)" = 0 ]
exit "$status"
