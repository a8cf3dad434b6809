# A sweep or a comparison leaves alone the folder of another, of a run, of itself without --resume, one
# with other files, and one on which another process is at work.
# exit 73
# stderr kept: holds another run$
# stderr ^  found     vary actors.first.war.cost=0:0.4:2$
# stderr ^  expected  vary actors.first.war.cost=0:0.3:2$
# stderr kept: holds a run already; add --resume to go on with it, or name another folder$
# stderr full: found files that are no run's
# stderr ^  found     command sweep$
# stderr ^  expected  command compare$
# stderr another process is at work on this run$
# stderr --resume: found no -o
# stderr --store-trials: found --resume, expected one of them
refuse()
{
    wanted=$1 code=0
    shift
    zopa "$@" >out || code=$?
    [ "$code" = "$wanted" ] && [ ! -s out ] || exit 1
}
sweep="sweep $scenarios/pie.cfg -n 100 --vary actors.first.war.cost"
compare="compare $scenarios/variants.cfg -n 100"
zopa $sweep=0:0.4:2 -o kept -q
cat kept/manifest.json kept/summary.json kept/points.csv >before
refuse 64 $sweep=0:0.3:2 -o kept --resume
refuse 64 $sweep=0:0.4:2 -o kept --resume --seed 3
refuse 64 $compare -o kept --resume
refuse 64 run "$scenarios/pie.cfg" -n 100 -o kept --resume
refuse 73 $sweep=0:0.4:2 -o kept
cat kept/manifest.json kept/summary.json kept/points.csv | cmp - before
mkdir full
echo mine >full/file
refuse 73 $compare -o full
refuse 64 $sweep=0:0.4:2 --resume
refuse 64 $compare --resume -o new --store-trials --store runs.db
[ ! -e new ]
zopa $compare -n 1000000000 -o held -q -j 1 &
while [ ! -s held/stages/1 ]; do sleep 0.05; done
status=0
zopa $compare -n 1000000000 -o held -q --resume || status=$?
kill -9 $!
wait $! || true
exit "$status"
