# Processes that append to one store, new at first, several runs each, wait for each other: all their
# runs are there.
# silent
for process in 1 2 3; do
    for run in 1 2 3 4 5 6; do
        zopa run "$scenarios/variants.cfg" -n 20 --seed "$process$run" -q -j 1 --store s.db \
            --store-trials || echo "failed: $process$run" >>failed
    done &
done
wait
[ ! -e failed ]
[ "$(zopa store list s.db --json | jq -c '[length, (map(.seed) | unique | length)]')" = '[90,18]' ]
[ "$(sqlite3 s.db 'SELECT count(*) FROM trial; PRAGMA integrity_check')" = "$(printf '1800\nok')" ]
