# Killed wherever it is and resumed by the same command, a run of several scenarios comes to the same
# bytes: what is printed, and the trials. Each is stored once.
# exit 0
two="$scenarios/pie.cfg $scenarios/variants.cfg"
zopa run $two -n 200 --seed 5 --json --trials-out whole.csv 2>/dev/null >whole.json
command="zopa run $two -n 200 --seed 5 -o kept --resume --json --trials-out trials.csv --store runs.db"
journals='journal' growth=1000
. "$cli/killed.sh"
sed -E -f "$cli/without_wall.sed" whole.json >whole
[ ! -e trials.csv ] || cmp whole.csv trials.csv
again()
{
    $command >part.json 2>err
    sed -E -f "$cli/without_wall.sed" part.json >part
    cmp whole part
    cmp whole.csv trials.csv
    cmp whole.csv kept/trials.csv
    [ "$(jq .complete kept/manifest.json)" = true ]
    stored 6
}
again
# While it was being stored, and while the last record was being written: that there are runs in the store
# by then, too, makes no difference.
truncate -s -20 kept/journal
mv kept/trials.csv kept/trials.csv.part
unstore 2
again
grep -q 'journal: cut off [0-9]* bytes of a record that is not whole$' err
jq -e '.[0].scenario == "pie"' kept/summary.json >/dev/null
zopa check kept/scenario.1.resolved.cfg kept/scenario.6.resolved.cfg
