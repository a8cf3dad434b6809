# A run that is precise enough is the run of so many trials: for any threads, and when resumed.
# exit 0
# stderr ^resumed [0-9]* trials$
bare()
{
    sed -E -f "$cli/without_wall.sed"
}
zopa run "$scenarios/pie.cfg" --precision 0.02 --json -q -o kept | bare >one
trials=$(jq .trials one)
[ "$trials" -gt 1000 ] && [ "$trials" -lt 10000 ] && [ "$(jq .complete one)" = true ]
jq -e '[.outcomes[] | .ci95[1] - .ci95[0] <= 0.04] | all' one >/dev/null
zopa run "$scenarios/pie.cfg" -n "$trials" --json -q -j 3 | bare | cmp - one
zopa run "$scenarios/pie.cfg" --precision 0.02 --json -q -j 3 --block 7 | bare | cmp - one
zopa run "$scenarios/pie.cfg" --precision 0.02 --json -q -o kept --resume | bare | cmp - one
[ "$(zopa check kept/scenario.resolved.cfg -q; grep -c "trials = $trials;" kept/scenario.resolved.cfg)" -eq 1 ]
# Another precision is another run.
status=0
zopa run "$scenarios/pie.cfg" --precision 0.01 --json -q -o kept --resume 2>err || status=$?
[ "$status" -eq 64 ]
grep -q 'found     precision 0.02$' err
# Relative to each share that is not 0.
zopa run "$scenarios/pie.cfg" --precision 5% --json -q >two
jq -e '[.outcomes[] | select(.n > 0) | (.ci95[1] - .ci95[0]) / 2 <= 0.05 * .p and .n >= 50] | all' two >/dev/null
