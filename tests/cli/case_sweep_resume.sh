# Killed while it plays and resumed by the same command, a sweep of two waves comes to the same bytes:
# what is printed, the rows, and what its folder holds. A point is stored once.
# exit 0
sweep="zopa sweep $scenarios/pie.cfg --vary actors.first.war.cost=0:0.4:70 -n 200"
$sweep --json --csv whole.csv -q >whole.json
command="$sweep -o kept --resume --json --csv points.csv --store runs.db"
journals='stages/*' growth=8000
. "$cli/killed.sh"
[ ! -e points.csv ]
$command >part.json 2>err
grep -Eq '^resumed [1-9][0-9]* of 14200 trials$' err
cmp whole.json part.json
cmp whole.json kept/summary.json
cmp whole.csv points.csv
cmp whole.csv kept/points.csv
[ "$(jq .complete kept/manifest.json)" = true ]
[ "$(zopa store list runs.db --json | jq length)" = 70 ]
! ls kept/*.part kept/.[a-z]* 2>/dev/null || exit 1
zopa check kept/scenario.resolved.cfg
