# Ctrl-C when all points have begun: what is told was played is what was, and none is missing.
# exit 130
# stderr trials in .* s$
# stderr ^zopa: stopped: 3 of 3 points have fewer trials than asked for$
status=0
timeout --foreground --preserve-status -s INT 2 zopa sweep "$scenarios/pie.cfg" \
    --vary actors.first.war.cost=0:0.4:3 -n 1000000000 -j 2 --json >sweep.json 2>told || status=$?
cat told >&2
played=$(jq '[.points[].trials] | add' sweep.json)
grep -q "^pie: $played trials in " told
jq -e '.points_played == 3 and .complete == false' sweep.json >checked
# However slow the machine: all have begun after a second, or some.
for time in 1 4 8; do
    zopa sweep "$scenarios/pie.cfg" --vary actors.first.war.cost=0:0.4:3 -n 1000000000 -j 2 \
        --max-time $time >report 2>told || [ $? = 75 ]
    grep -q '^INCOMPLETE: 3 of 3 ' report && break
done
grep -q '^INCOMPLETE: 3 of 3 points have fewer trials than asked for$' report
# A comparison tells what was played, too.
code=0
timeout --foreground --preserve-status -s INT 2 zopa compare "$scenarios/pie.cfg" "$scenarios/pie.cfg" \
    -n 1000000000 -j 2 --json >compare.json 2>told || code=$?
[ "$code" = 130 ]
played=$(jq '[.. | .trials? // empty] | add' compare.json)
grep -q "^compare: $played trials in " told
exit "$status"
