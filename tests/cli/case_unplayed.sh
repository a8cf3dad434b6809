# A run that ends early shows how far it came with each scenario: about as far with all.
# exit 74
# stderr cannot write: No space left on device
for name in two three; do cp "$scenarios/pie.cfg" "$name.cfg"; done
code=0
zopa run "$scenarios/talks.cfg" two.cfg three.cfg -n 2000000 --trials-out /dev/full >out || code=$?
[ "$(grep -c 'INCOMPLETE, stopped after' out)" -eq 3 ]
sed -n 's/.*INCOMPLETE, stopped after \([0-9,]*\) trials/\1/p' out | tr -d , | sort -n |
    awk 'NR == 1 { least = $1 } END { exit $1 - least > 1024 }'
exit "$code"
