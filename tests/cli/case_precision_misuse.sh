# What it cannot go with is refused; where -n comes first, that is told.
# exit 64
# stderr --precision: found '0', expected a half-width below 0.5
# stderr --precision: found '100%', expected a half-width
# stderr --precision: found --shard as well
# stderr --precision: found design lhs in pie
# stderr --precision 0.001: not reached with these trials$
for flags in '0' '0.5' '100%' 'x' '' '-1' '0.1 -o d --shard 0/2' '0.1 --design lhs'; do
    status=0
    zopa run "$scenarios/pie.cfg" --precision $flags || status=$?
    [ "$status" -eq 64 ]
done
zopa run "$scenarios/pie.cfg" --precision 0.001 -n 1500 -q
exit "$status"
