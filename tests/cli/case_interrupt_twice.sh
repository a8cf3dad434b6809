# Two signals at once, as `timeout` sends them to its child and its group, are one; a later one kills.
# exit 130
zopa run "$scenarios/pie.cfg" -n 1000000000 --json -q -j 1 --trials-out trials.csv >summary.json &
zopa=$!
sleep 1
kill -TERM "$zopa"
kill -TERM "$zopa"
status=0
wait "$zopa" || status=$?
[ "$status" -eq 143 ]
[ "$(jq .complete summary.json)" = false ]
[ "$(find . -type f | sort | tr '\n' ' ')" = './summary.json ./trials.csv ' ]
timeout --preserve-status -s INT 1 zopa run "$scenarios/pie.cfg" -n 1000000000 --json -q -j 1 >summary.json || status=$?
[ "$(jq .complete summary.json)" = false ]
exit "$status"
