# --quiet leaves both streams empty, but for what was asked for.
# silent
zopa run "$scenarios/pie.cfg" "$scenarios/talks.cfg" -n 100 -q >out
zopa run "$scenarios/pie.cfg" -n 100 -q --trials-out trials.csv >>out
zopa check "$scenarios/pie.cfg" -q >>out
[ ! -s out ]
[ "$(wc -l <trials.csv)" = 101 ]
zopa run "$scenarios/pie.cfg" -n 100 -q --json | jq -e .trials >/dev/null
