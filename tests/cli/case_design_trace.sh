# Traces tell the trials of the run, whatever the design.
# stdout ^same$
# silent
for design in antithetic lhs sobol; do
    for trial in 0 3 17 18; do
        zopa trace "$scenarios/talks.cfg" -n 19 --design "$design" --trial "$trial" --json
    done | jq -r '[.trial, .design, .outcome, .round] | @csv' >traced
    zopa run "$scenarios/talks.cfg" -n 19 --design "$design" --trials-out trials.csv -q
    jq -R -r 'split(",")' trials.csv >rows
    cut -d , -f 3 traced | tr -d '"' >outcomes
    for trial in 0 3 17 18; do
        sed -n "$((trial + 2))p" trials.csv
    done >played
    paste -d : outcomes played | while IFS=: read -r outcome row; do
        case $row in *"$outcome"*) ;; *) echo "$design: $outcome, not $row" ;; esac
    done
done
echo same
