# Shards, merged in any order, are the run: what is printed, its folder, and the trials.
# exit 0
zopa run "$scenarios/variants.cfg" -n 2500 -o whole --trials-out whole/trials.csv --json -q >whole.json
for part in 2 0 1; do
    zopa run "$scenarios/variants.cfg" -n 2500 --shard "$part/3" -o "part.$part" --trials-out "part.$part/trials.csv" -q
done
zopa merge part.1 part.2 part.0 -o joined --trials-out joined.csv --json >joined.json
for name in whole joined; do sed -E -f "$cli/without_wall.sed" "$name.json" >"$name.bare"; done
cmp whole.bare joined.bare
cmp whole/trials.csv joined/trials.csv
cmp whole/trials.csv joined.csv
for file in whole/scenario.*.cfg; do cmp "$file" "joined/${file#whole/}"; done
# The folder of the whole is finished, like any other.
zopa run "$scenarios/variants.cfg" -n 2500 -o joined --trials-out joined/trials.csv --resume --json -q >again.json
sed -E -f "$cli/without_wall.sed" again.json | cmp - whole.bare
zopa merge joined -q
