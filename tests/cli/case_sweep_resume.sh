# Killed while it plays and resumed by the same command, a sweep of two waves comes to the same bytes:
# what is printed, the rows, and what its folder holds. A point is stored once.
# exit 0
sweep="zopa sweep $scenarios/pie.cfg --vary actors.first.war.cost=0:0.4:70 -n 200"
$sweep --json --csv whole.csv -q >whole.json
command="$sweep -o kept --resume --json --csv points.csv --store runs.db"
journal()
{
    cat kept/stages/* 2>/dev/null | wc -c
}
# Once before there is anything; then each time that a journal has grown.
$command -j 1 >part.json 2>err &
kill -9 $!
wait $! || true
for round in 1 2; do
    before=$(journal)
    $command -j 1 >part.json 2>err &
    while kill -0 $! 2>/dev/null && [ "$(journal)" -le "$((before + 8000))" ]; do sleep 0.02; done
    kill -9 $! 2>/dev/null || true
    wait $! || true
done
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
