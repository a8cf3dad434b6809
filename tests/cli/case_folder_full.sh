# A full disk (here a limit on the size of files) ends a run with what is whole; it goes on when there
# is room.
# exit 0
# stderr kept/trials.csv.part: cannot write: File too large
command="zopa run $scenarios/pie.cfg -n 4000 -q -j 1 --json"
$command --trials-out whole.csv | sed -E -f "$cli/without_wall.sed" >whole.json
status=0
(
    ulimit -f 200
    exec $command -o kept --trials-out kept/trials.csv >part.json
) || status=$?
[ "$status" -eq 74 ]
[ "$(jq .complete kept/manifest.json)" = false ]
$command -o kept --trials-out kept/trials.csv --resume | sed -E -f "$cli/without_wall.sed" | cmp - whole.json
cmp whole.csv kept/trials.csv
