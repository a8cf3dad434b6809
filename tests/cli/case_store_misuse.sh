# Command lines that are wrong: each is told, and nothing is written.
# stderr found the unknown word 'lst', expected list\|show\|diff\|export$
# stderr store: found 0 words, expected list\|show\|diff\|export FILE\.db
# stderr store list: found 0 words behind it, expected a store alone$
# stderr store show: found 1 words behind it, expected a store and a run: its id, or last$
# stderr store diff: found 2 words behind it, expected a store and two runs: their ids, or last$
# stderr store list takes no -o; store export does$
# stderr store show takes no --trials; store export does$
# stderr store list takes no --scenario; store show does$
# stderr store show takes no --scenario with --json$
# stderr store export: found --json and --trials, expected one of them$
# stderr --store: found '-', expected FILE\.db$
# stderr --store: found 'pie\.cfg', expected FILE\.db$
# stderr --store-trials: found no --store
# stderr --store: found 's\.db', which is the file of --trials-out
# stderr --store: found 's\.db', which is the file of --csv
# stderr --store-trials: found --resume
# stderr --store: found --shard
cp "$scenarios/pie.cfg" .
wrong()
{
    code=0
    zopa "$@" || code=$?
    [ $code -eq 64 ]
}
wrong store lst s.db
wrong store
wrong store list
wrong store show s.db
wrong store diff s.db 1
wrong store list s.db -o x.csv
wrong store show s.db 1 --trials 1
wrong store list s.db --scenario
wrong store show s.db 1 --scenario --json
wrong run pie.cfg --store -
wrong run pie.cfg --store pie.cfg
wrong run pie.cfg --store-trials
wrong run pie.cfg -q --store s.db --trials-out s.db
wrong sweep pie.cfg --vary war.p=0.5,0.6 --store s.db --csv s.db
wrong run pie.cfg --store s.db --store-trials -o d --resume
wrong run pie.cfg --store s.db -o d --shard 0/2
[ "$(ls)" = pie.cfg ]
zopa run pie.cfg -n 20 -q --store s.db
wrong store export s.db --json --trials 1
