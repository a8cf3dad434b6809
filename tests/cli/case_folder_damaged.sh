# A journal whose first lines are damaged is no reason to begin anew over what is there.
# exit 0
# stderr kept/journal: its first lines are damaged, expected a whole journal; remove the folder
zopa run "$scenarios/pie.cfg" -n 500 -o kept -q --trials-out kept/trials.csv
cp -r kept whole
for length in 0 1 15 100; do
    truncate -s "$length" kept/journal
    for flags in '' --resume; do
        status=0
        zopa run "$scenarios/pie.cfg" -n 300 --seed 8 -o kept -q $flags || status=$?
        [ "$status" -eq 73 ]
    done
done
for file in summary.json manifest.json trials.csv; do cmp "kept/$file" "whole/$file"; done
