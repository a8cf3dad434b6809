# Killed while it runs and resumed by the same command, a run of several scenarios comes to the same
# bytes: what is printed, and the trials.
# exit 0
two="$scenarios/pie.cfg $scenarios/variants.cfg"
zopa run $two -n 1500 --seed 5 --json --trials-out whole.csv 2>/dev/null >whole.json
command="zopa run $two -n 1500 --seed 5 -o kept --resume --json --trials-out trials.csv"
journals='journal' growth=300
. "$cli/killed.sh"
$command >part.json 2>err
grep -q '^resumed [0-9]* of 9000 trials$' err
[ "$(jq .complete kept/manifest.json)" = true ]
for name in whole part; do sed -E -f "$cli/without_wall.sed" "$name.json" >"$name"; done
cmp whole part
cmp whole.csv trials.csv
cmp whole.csv kept/trials.csv
jq -e '.[0].scenario == "pie"' kept/summary.json >/dev/null
zopa check kept/scenario.1.resolved.cfg kept/scenario.6.resolved.cfg
