# What parts come to is kept as the whole run would have been.
# silent
for part in 0 1 2; do
    zopa run "$scenarios/pie.cfg" -n 5000 -q -o part.$part --shard $part/3
done
zopa merge part.0 part.1 part.2 -q --store s.db
zopa run "$scenarios/pie.cfg" -n 5000 -q --store s.db
[ "$(zopa store list s.db --json | jq '.[0].complete')" = true ]
for run in 1 2; do
    zopa store show s.db $run --json | sed -E -f "$cli/without_wall.sed" >$run.json
done
cmp 1.json 2.json
[ "$(sqlite3 s.db "SELECT count(DISTINCT scenario) FROM run")" = 1 ]
