# Whatever a scenario holds, no line is wider than 80 columns; in the C locale all of it is ASCII.
# silent
sh "$cli/hostile.sh" 'an extraordinarily, long name of a scenario, 会議の名前, that goes on and on and on' >one.cfg
sh "$cli/hostile.sh" "$(printf '%0100d' 7)" | sed 's/p = 0.5/p = 0.9/' >two.cfg
sed 's/seed = [0-9]*L/seed = 1/' two.cfg >three.cfg

. "$cli/narrow.sh"
for scenario in one.cfg "$scenarios/talks.cfg" "$scenarios/pie.cfg"; do
    narrow zopa run "$scenario" -n 3 --horizon 14 --color never
    narrow zopa params "$scenario"
    narrow zopa params "$scenario" -q
    narrow zopa solve "$scenario"
done
narrow zopa run one.cfg two.cfg two.cfg three.cfg -n 1 --horizon 1
narrow zopa run "$scenarios/pie.cfg" -n 3 --horizon 1200
