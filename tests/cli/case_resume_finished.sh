# Nothing is left to do: the same results again.
# exit 0
# stderr ^resumed 500 of 500 trials$
zopa run "$scenarios/pie.cfg" -n 500 -o kept -q --resume
cp kept/summary.json before.json
zopa run "$scenarios/pie.cfg" -n 500 -o kept -q --resume
for name in before.json kept/summary.json; do sed -E -f "$cli/without_wall.sed" "$name" >"$(basename "$name").bare"; done
cmp before.json.bare summary.json.bare
