# A run with a folder that is killed leaves nothing where its trials were to be copied; that they can
# be is seen before any is played.
# exit 73
# stderr none/d.csv: cannot create: No such file or directory$
zopa run "$scenarios/pie.cfg" -n 90000000 -o d --trials-out d.csv -q -j 1 &
process=$!
tries=0
while [ ! -s d/trials.csv.part ] && [ "$tries" -lt 100 ]; do
    sleep 0.1
    tries=$((tries + 1))
done
kill -KILL "$process"
code=0
wait "$process" 2>said || code=$?
[ "$code" -eq 137 ]
rm said
[ "$(ls)" = d ]
# What is no regular file is open from the beginning: its reader sees one whole copy.
mkfifo pipe
cat pipe >read &
zopa run "$scenarios/pie.cfg" -n 2000 -o piped --trials-out pipe -q
wait
cmp read piped/trials.csv
# A run that is refused replaces nothing.
echo mine >mine.csv
zopa run "$scenarios/pie.cfg" -n 2000 -o piped --trials-out mine.csv -q 2>said || code=$?
[ "$code" -eq 73 ] && [ "$(cat mine.csv)" = mine ]
zopa run "$scenarios/pie.cfg" -n 90000000 -o unplayed --trials-out none/d.csv -q
