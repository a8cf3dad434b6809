# A full disk ends a run with what is whole, and can be resumed when there is room.
# exit 0
# stderr kept/journal: cannot write: 
whole=$(zopa run "$scenarios/pie.cfg" -n 10000 --json -q | sed -E -f "$cli/without_wall.sed" | sha256sum)
status=0
(
    ulimit -f 40
    exec zopa run "$scenarios/pie.cfg" -n 10000 -o kept -q -j 1
) || status=$?
[ "$status" -eq 74 ]
part=$(zopa run "$scenarios/pie.cfg" -n 10000 -o kept -q -j 1 --resume --json | sed -E -f "$cli/without_wall.sed" | sha256sum)
[ "$part" = "$whole" ]
