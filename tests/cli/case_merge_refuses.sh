# Holes, duplicates, parts of other runs, unfinished ones and other folders are refused.
# exit 0
# stderr p1: found twice, expected each shard once$
# stderr copy: found shard 1, which p1 is as well$
# stderr other: holds a part of another run than p0$
# stderr ^  found     scenario pie, 5000 trials, seed 99, 
# stderr ^  expected  scenario pie, 5000 trials, seed 7, 
# stderr half: holds a part of another run than p0$
# stderr ^  found     shard 1 of 2$
# stderr ^  expected  shard 1 of 3$
# stderr late: found a part that is not finished
# stderr none: found no run, expected a folder that zopa run -o has made$
for part in 0 1 2; do zopa run "$scenarios/pie.cfg" -n 5000 --shard "$part/3" -o "p$part" -q; done
zopa run "$scenarios/pie.cfg" -n 5000 --seed 99 --shard 2/3 -o other -q
zopa run "$scenarios/pie.cfg" -n 5000 --shard 1/2 -o half -q
cp -r p1 copy
zopa run "$scenarios/pie.cfg" -n 5000 --shard 2/3 -o late -q -j 1 --max-time 0.001 || [ $? -eq 75 ]
refuse()
{
    expected=$1 status=0
    shift
    zopa merge "$@" -o whole >out || status=$?
    [ "$status" -eq "$expected" ]
    [ ! -s out ] && [ ! -e whole ]
}
says()
{
    printf 'zopa: error: %s\n' "$@" | cmp - said
}
refuse 65 p0 p1 2>said
says 'found no shard 2, expected all 3'
refuse 65 p1 2>said
says 'found no shard 0, 2, expected all 3'
refuse 65 p2 2>said
says 'found no shard 0, 1, expected all 3'
refuse 65 p0 p1 p1 p2 2>said
says 'p1: found twice, expected each shard once'
refuse 65 p0 p1 p1
refuse 65 p0 p1 p2 copy
refuse 65 p0 p1 other
refuse 65 p0 other
refuse 65 p0 half
refuse 65 p0 p1 late
refuse 66 p0 p1 none
refuse 64
zopa run "$scenarios/pie.cfg" -n 9000 --shard 5/7 -o p5 -q
code=0
zopa merge p5 2>said || code=$?
[ "$code" -eq 65 ]
says 'found no shard 0 to 4, 6, expected all 7'
# A folder that holds a run is left alone; merge does not go on with one.
zopa run "$scenarios/pie.cfg" -n 100 -o taken -q
code=0
zopa merge p0 p1 p2 -o taken -q 2>said || code=$?
[ "$code" -eq 73 ]
says 'taken: holds a run already; name another folder'
