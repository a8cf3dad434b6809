# Ctrl-C: the file holds the trials of the summary, those and no others.
# exit 130
# silent
status=0
timeout --foreground --preserve-status -s INT 2 \
    zopa run "$scenarios/pie.cfg" -n 1000000000 --json -q -j 2 --trials-out trials.csv >summary.json ||
    status=$?
[ "$(jq .complete summary.json)" = false ]
trials=$(jq .trials summary.json)
[ "$trials" -gt 0 ]
[ "$(wc -l <trials.csv)" = $((trials + 1)) ]
[ "$(tail -n 1 trials.csv | cut -d , -f 2)" = $((trials - 1)) ]
exit "$status"
