# What it cannot go with is refused; where -n comes first, that is told.
# exit 64
# stderr --precision: found '0', expected a half-width below 0.5
# stderr --precision: found '100%', expected a half-width
# stderr --precision: found --shard as well
# stderr --precision: found design lhs in pie
# stderr --precision 0.001: not reached with these trials$
for flags in '0' '0.5' '100%' 'x' '' '-1' '0.1 -o d --shard 0/2' '0.1 --design lhs'; do
    status=0
    zopa run "$scenarios/pie.cfg" --precision $flags || status=$?
    [ "$status" -eq 64 ]
done
zopa run "$scenarios/pie.cfg" --precision 0.001 -n 1500 -q --json -o missed --store runs.db >printed
cmp printed missed/summary.json
jq -e '.complete and .trials == 1500 and
    .precision == { wanted: 0.001, relative: false, reached: false }' printed >checked
zopa store show runs.db 1 --json | jq -e '.precision.wanted == 0.001' >checked
# Each scenario says whether it has reached it; all go on until all have.
zopa run "$scenarios/variants.cfg" --precision 5% -n 1500 -q --json >several
jq -e 'all(.[]; .precision.wanted == 0.05 and .precision.relative) and
    ([.[].precision.reached] | any and (all | not))' several >checked
# Where it is reached, nothing is said, as the run is that of so many trials.
zopa run "$scenarios/pie.cfg" --precision 0.1 -n 1500 -q --json | jq -e 'has("precision") | not' >checked
zopa run "$scenarios/pie.cfg" -n 1500 -q --json | jq -e 'has("precision") | not' >checked
exit "$status"
