# A process that is killed leaves a valid store, with whole runs alone.
zopa run "$scenarios/pie.cfg" -n 100 -q --store s.db --store-trials
for pause in 0.01 0.02 0.03 0.04 0.05 0.06 0.07 0.08 0.09 0.1; do
    zopa run "$scenarios/pie.cfg" -n 100 -q -j 1 --store s.db --store-trials &
    sleep $pause
    kill -9 $! || true
    wait $! || true
done
[ "$(sqlite3 s.db 'PRAGMA integrity_check')" = ok ]
[ -z "$(sqlite3 s.db 'SELECT run.id, count(trial) AS kept FROM run LEFT JOIN trial
    ON trial.run = run.id GROUP BY run.id HAVING kept <> 100')" ]
zopa run "$scenarios/pie.cfg" -n 100 -q --store s.db
zopa store list s.db >list
