# Every point of a sweep is a run of the store, and any of them can be played again from there.
# silent
zopa sweep "$scenarios/pie.cfg" --vary actors.first.war.cost=0:0.3:4 -n 200 -q --store s.db \
    --csv points.csv
zopa store export s.db --json >runs.json
jq -e 'map(.parameters["actors.first.war.cost"]) == [0, 0.1, 0.2, 0.3]
    and (map(.command) | unique | length) == 1 and all(.complete and .trials == 200)' runs.json >is_so
for run in 1 2 3 4; do
    zopa store show s.db $run --scenario >it.cfg
    zopa run it.cfg -q --json >again.json
    jq -c '[.outcomes, .details, .scenario_sha256]' again.json >again
    zopa store show s.db $run --json | jq -c '[.outcomes, .details, .scenario_sha256]' | cmp - again
done
