# Stopped by its time, a run has an exit code of its own, and can be resumed.
# exit 75
# stderr ^resumed [0-9]* of 1000000000 trials$
status=0
zopa run "$scenarios/pie.cfg" -n 1000000000 -o kept --max-time 1 -q || status=$?
[ "$status" -eq 75 ]
zopa run "$scenarios/pie.cfg" -n 1000000000 -o kept --max-time 0.5s --resume -q --json >out.json || status=$?
jq -e '.complete == false and .trials > 1000' out.json >/dev/null
exit "$status"
