# Under any design: the same bytes for any threads and blocks, and the summary names it.
# silent
play()
{
    zopa run "$scenarios/talks.cfg" -n 103 --set run.horizon=6 --json -q "$@" | sed -E -f "$cli/without_wall.sed"
}
for design in mc antithetic lhs sobol; do
    play --design "$design" -j 1 --block 1 >one
    play --design "$design" -j 3 --block 29 >other
    play --set "run.design=\"$design\"" >setting
    cmp one other
    cmp one setting
    jq -e --arg design "$design" '.design == $design' one >checked
    jq -e '[.outcomes[], .details[] | .ci95[0] <= .p and .p <= .ci95[1]] | all' one >checked
    jq -e '[.outcomes[].n] | add == 103' one >checked
    play --design "$design" --seed 2 >seed
    ! cmp -s one seed || exit 1
done
play >plain
play --design mc >mc
jq -S 'del(.scenario_sha256)' plain >plain.json
jq -S 'del(.scenario_sha256)' mc | cmp - plain.json
