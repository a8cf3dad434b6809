# A signal that comes while the rows wait for their reader loses none of them.
# exit 143
mkfifo pipe
(sleep 2 && cat >rows) <pipe &
reader=$!
zopa run "$scenarios/pie.cfg" -n 1000000000 -q --json -j 2 --trials-out pipe >summary.json &
zopa=$!
sleep 1
kill -TERM "$zopa"
status=0
wait "$zopa" || status=$?
wait "$reader"
trials=$(jq .trials summary.json)
[ "$trials" -gt 0 ]
[ "$(wc -l <rows)" = $((trials + 1)) ]
exit "$status"
