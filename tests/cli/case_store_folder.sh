# What a folder holds is kept in a store once, whoever keeps it: the folder resumed, what merged it, and
# copies of it at once, in a store that was begun before folders were told apart. Other folders, and runs
# without one, are other runs.
# silent
scenario=$scenarios/variants.cfg
for part in 0 1; do
    zopa run "$scenario" -n 300 -q -o part.$part --shard $part/2
done
zopa merge part.0 part.1 -q -o whole --store s.db
sqlite3 s.db 'PRAGMA foreign_keys = ON; DELETE FROM run; DROP INDEX run_of_folder; ALTER TABLE run DROP COLUMN place;
    ALTER TABLE run DROP COLUMN folder; PRAGMA user_version = 1'
zopa store list s.db >none
[ "$(sqlite3 s.db 'PRAGMA user_version')" = 1 ]
for copy in 1 2 3; do
    cp -r whole copy.$copy
    zopa run "$scenario" -n 300 -q -o copy.$copy --resume --store s.db 2>said.$copy || echo "$copy" >>failed &
done
wait
[ ! -e failed ]
grep -q '^resumed 1500 of 1500 trials$' said.3
# Which of them keeps which run is theirs to race for.
count='SELECT count(*), count(DISTINCT folder) FROM run'
[ "$(sqlite3 s.db "$count")" = '5|1' ]
zopa merge part.0 part.1 -q -o again --store s.db
[ "$(sqlite3 s.db "$count")" = '10|2' ]
commands=$(sqlite3 s.db 'SELECT count(*) FROM command')
zopa run "$scenario" -n 300 -q -o again --resume --store s.db 2>said
[ "$(sqlite3 s.db "$count")" = '10|2' ]
[ "$(sqlite3 s.db 'SELECT count(*) FROM command')" = "$commands" ]
for run in 1 2; do zopa run "$scenario" -n 300 -q --store s.db; done
[ "$(sqlite3 s.db "$count")" = '20|2' ]
