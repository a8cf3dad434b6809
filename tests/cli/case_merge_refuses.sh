# Holes, duplicates, parts of other runs, unfinished ones and other folders are refused.
# exit 0
# stderr found shard 0 of 3 among 2 folders, expected all 3$
# stderr p1: found shard 1, which p1 is as well$
# stderr found no shard 2, expected all 3$
# stderr other: found a part of another run than that of p0, or of another version$
# stderr late: found a part that is not finished
# stderr none: found no run, expected a folder that zopa run -o has made$
for part in 0 1 2; do zopa run "$scenarios/pie.cfg" -n 5000 --shard "$part/3" -o "p$part" -q; done
zopa run "$scenarios/pie.cfg" -n 5000 --seed 99 --shard 2/3 -o other -q
zopa run "$scenarios/pie.cfg" -n 5000 --shard 2/3 -o late -q -j 1 --max-time 0.001 || [ $? -eq 75 ]
refuse()
{
    expected=$1 status=0
    shift
    zopa merge "$@" -o whole >out || status=$?
    [ "$status" -eq "$expected" ]
    [ ! -s out ] && [ ! -e whole ]
}
refuse 65 p0 p1
refuse 65 p0 p1 p1
refuse 65 p0 p1 other
refuse 65 p0 p1 late
refuse 66 p0 p1 none
refuse 64
