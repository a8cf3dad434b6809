# Interrupted, a run writes what is done, and goes on where it was: nothing there, it starts anew.
# exit 130
# stderr ^resumed [0-9]* of 1000000000 trials$
command="zopa run $scenarios/pie.cfg -n 1000000000 -o kept --resume --json -q -j 1"
for round in 1 2; do
    status=0
    timeout --preserve-status -s INT 2.5 $command >"$round.json" || status=$?
    [ "$status" -eq 130 ]
    jq -e '.complete == false and .trials > 0' kept/summary.json >/dev/null
    jq -e '.complete == false' kept/manifest.json >/dev/null
done
[ "$(jq .trials 2.json)" -gt "$(jq .trials 1.json)" ]
exit "$status"
