# A point of a sweep is, to the digit, what `run` with its values set comes to; so is one of a later
# wave, one of a variant, and one by another design.
# silent

# same SCENARIO POINT...: points of the sweep in sweep.json
same()
{
    scenario=$1
    shift
    for point in "$@"; do
        jq ".points[$point]" sweep.json >point.json
        # shellcheck disable=SC2046 # a word a flag
        zopa run "$scenario" --seed 5 $(jq -r '.set | to_entries[] | "--set \(.key)=\(.value)"' point.json) \
            -n 40 --json -q >run.json
        jq -S '{ scenario_sha256, seed, trials, horizon, outcomes, failed: .failed_trials, rounds_mean,
            utility, terms }' point.json >found
        jq -S '{ scenario_sha256, seed, trials, horizon, outcomes, failed: .diagnostics.failed_trials,
            rounds_mean: .diagnostics.rounds_mean,
            utility: (.actors | map_values(.utility.mean) | with_entries(select(.value != null))),
            terms: (.terms | map_values(.mean)) }' run.json >expected
        diff expected found
    done
}
zopa sweep "$scenarios/talks.cfg" --vary run.horizon=2:5:2 --vary process.solver=nash,utilitarian \
    -n 40 --seed 5 --json -q >sweep.json
same "$scenarios/talks.cfg" 0 3
zopa sweep "$scenarios/pie.cfg" --vary process.solver=nash,agenda_setter \
    --vary actors.first.war.cost=0:0.4:36 -n 40 --seed 5 --json -q >sweep.json
jq -e '.points | length == 72' sweep.json >checked
same "$scenarios/pie.cfg" 1 64 65 71

zopa sweep "$scenarios/variants.cfg" --variant 'dear war' --vary run.horizon=2,3 -n 90 --json -q >sweep.json
zopa run "$scenarios/variants.cfg" --variant 'dear war' --set run.horizon=3 -n 90 --json -q >run.json
jq -S '.points[1] | { scenario_sha256, outcomes }' sweep.json >found
jq -S '{ scenario_sha256, outcomes }' run.json | diff - found
for design in lhs sobol antithetic; do
    zopa sweep "$scenarios/pie.cfg" --design $design --vary run.horizon=2,3 -n 64 --json -q >sweep.json
    zopa run "$scenarios/pie.cfg" --design $design --set run.horizon=3 -n 64 --json -q >run.json
    jq -S '.points[1] | { scenario_sha256, outcomes, design }' sweep.json >found
    jq -S '{ scenario_sha256, outcomes, design }' run.json | diff - found
    jq -e '.points[1].differences != null' sweep.json >checked
done
zopa sweep "$scenarios/pie.cfg" --vary run.design=mc,lhs -n 64 --json -q |
    jq -e '.points[1].differences == null' >checked
