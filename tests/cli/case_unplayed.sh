# A run that ends early lists what it played, and counts the rest.
# exit 74
# stdout ^2 scenarios were not played$
# stderr cannot write: No space left on device
for name in two three; do cp "$scenarios/pie.cfg" "$name.cfg"; done
code=0
zopa run "$scenarios/talks.cfg" two.cfg three.cfg -n 2000000 --trials-out /dev/full >out || code=$?
[ "$(grep -c INCOMPLETE out)" -le 1 ]
! grep -q 'pie\|no trials' out
cat out
exit "$code"
