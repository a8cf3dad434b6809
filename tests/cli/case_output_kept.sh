# A table of results replaces neither a store nor a scenario: exit 64, and the file stays as it was.
# silent
refused()
{
    expected=$1
    shift
    status=0
    zopa "$@" 2>told >out || status=$?
    [ "$status" = 64 ] && grep -Fq -e "$expected" told || {
        echo "$*: exit $status" >&2
        cat told >&2
        exit 1
    }
}
pie=$scenarios/pie.cfg
zopa run "$pie" -n 20 -q --store s.db --store-trials
zopa run "$pie" -n 20 -q -o part.0 --shard 0/1 --trials-out part.0/trials.csv
cp s.db before.db
cp "$pie" mine.cfg
ln -s s.db link.csv
ln -s mine.cfg mine.csv
store="which is a store (SQLite), expected another file"
scenario="which is a scenario (.cfg), expected another file"
for file in s.db ./s.db link.csv before.db; do
    refused "-o: found '$file', $store" store export s.db -o $file
    refused "-o: found '$file', $store" store export s.db --trials 1 -o $file
    refused "--trials-out: found '$file', $store" run "$pie" -n 20 --trials-out $file
    refused "--trials-out: found '$file', $store" merge part.0 --trials-out $file
    refused "--csv: found '$file', $store" sweep "$pie" --vary run.horizon=1,2 --csv $file
done
refused "--trials-out: found 'mine.csv', $scenario" run "$pie" -n 20 --trials-out mine.csv
refused "--trials-out: found 'mine.csv', $scenario" merge part.0 --trials-out mine.csv
refused "--csv: found 'mine.csv', $scenario" sweep "$pie" --vary run.horizon=1,2 --csv mine.csv
for file in mine.cfg mine.csv; do
    refused "-o: found '$file', $scenario" store export s.db -o $file
    refused "--trials-out: found '$file', " run "$pie" -n 20 --trials-out $file
    refused "--trials-out: found '$file', " merge part.0 --trials-out $file
    refused "--csv: found '$file', " sweep "$pie" --vary run.horizon=1,2 --csv $file
done
cmp s.db before.db
cmp "$pie" mine.cfg
[ -L link.csv ] && [ -L mine.csv ]
# Another table is replaced, and what is not there yet is made.
zopa store export s.db -o runs.csv
zopa store export s.db -o runs.csv
zopa store export s.db -o new.cfg
cmp runs.csv new.cfg
