# A file that outgrows its limit is told, and removed; one that was there stays.
# exit 74
# stderr trials.csv: cannot write: File too large
echo mine >trials.csv
status=0
(
    ulimit -f 64
    zopa run "$scenarios/pie.cfg" -n 1000000000 -q --trials-out trials.csv
) || status=$?
[ "$(cat trials.csv)" = mine ]
[ "$(ls)" = trials.csv ]
exit "$status"
