# Flags that need the folder of a run say so; shards and times are read strictly.
# exit 64
# stderr --resume: found no -o
# stderr --shard: found no -o
# stderr --shard: found '2/2', expected I/N
# stderr --max-time: found '5x', expected a time
for flags in --resume '--shard 0/2' '-o d --shard 2/2' '--max-time 5x'; do
    status=0
    zopa run "$scenarios/pie.cfg" $flags || status=$?
    [ "$status" -eq 64 ]
done
[ ! -e d ]
exit "$status"
