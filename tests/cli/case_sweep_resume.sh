# Killed wherever it is and resumed by the same command, a sweep of two waves comes to the same bytes:
# what is printed, the rows, and what its folder holds. A point is stored once.
# exit 0
sweep="zopa sweep $scenarios/pie.cfg --vary actors.first.war.cost=0:0.4:66 -n 20"
$sweep --json --csv whole.csv -q >whole.json
command="$sweep -o kept --resume --json --csv points.csv --store runs.db"
journals='stages/*' growth=7500
. "$cli/killed.sh"
[ ! -e points.csv ] || cmp whole.csv points.csv
again()
{
    $command >part.json 2>err
    cmp whole.json part.json
    cmp whole.json kept/summary.json
    cmp whole.csv points.csv
    cmp whole.csv kept/points.csv
    [ "$(jq .complete kept/manifest.json)" = true ]
    stored 66
}
again
# While it was being stored, and in the second wave: that there are points in the store by then, too,
# makes no difference.
behead kept/journal
tear kept/stages/2
unstore 31
again
grep -q '^resumed 1300 of 1340 trials$' err
! ls kept/*.part kept/.[a-z]* 2>/dev/null || exit 1
zopa check kept/scenario.resolved.cfg
