# The same trial as in the run: outcomes of traces add up to those of a run of as many trials.
# stdout ^same$
# silent
for trial in 0 1 2 3 4 5 6 7 8 9; do
    zopa trace "$scenarios/talks.cfg" --trial "$trial" --json
done | jq -s -c '[.[].detail] | group_by(.) | map({ key: .[0], value: length }) | from_entries' >traced
zopa run "$scenarios/talks.cfg" -n 10 --json -q |
    jq -S -c '.details | with_entries(select(.value.n > 0) | .value = .value.n)' >run
jq -S -c . traced | diff - run && echo same
