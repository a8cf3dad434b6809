# Trials that are gone, or not as long as the journal of their part says, are not joined.
# exit 0
for part in 0 1; do
    zopa run "$scenarios/pie.cfg" -n 4000 --shard "$part/2" -o "p$part" --trials-out "p$part/trials.csv" -q
done
refuse()
{
    expected=$1 code=0
    shift
    zopa merge p0 p1 "$@" >out 2>said || code=$?
    [ "$code" -eq "$expected" ] && [ ! -s out ] && [ ! -e all.csv ] && [ ! -e whole ]
}
says()
{
    printf 'zopa: error: %s\n' "$@" | cmp - said
}
size=$(wc -c <p1/trials.csv)
cp p1/trials.csv kept
echo '1,2,3' >>p1/trials.csv
for flags in '--json' '-o whole' '--trials-out all.csv'; do
    # shellcheck disable=SC2086  # each is a flag and its argument
    refuse 65 $flags
    says "p1/trials.csv: found $((size + 6)) bytes, expected the $size of which p1/journal says"
done
head -n 100 kept >p1/trials.csv
refuse 65 --trials-out all.csv
rm p1/trials.csv
refuse 66 --trials-out all.csv
says 'p1/trials.csv: cannot read: No such file or directory'
refuse 66 -o whole
says 'p1/trials.csv: cannot read: No such file or directory'
# The figures alone need no trials.
zopa merge p0 p1 --json >joined
[ "$(jq .trials joined)" -eq 4000 ]
cp kept p1/trials.csv
zopa merge p0 p1 -q --trials-out all.csv
[ "$(wc -l <all.csv)" -eq 4001 ]
