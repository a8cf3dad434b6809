# Report and rows do not mix in one stream, by whatever name: refused before anything is played.
# exit 64
# stderr --trials-out: found '-', which is standard output, where the report goes; add -q, or
# stderr --trials-out: found 'out', which is standard output, where the report goes; add -q, or
# stderr --trials-out: found '/dev/stdout', which is standard output, where the JSON goes; add -q and leave
for file in - /dev/stdout out; do
    for flag in "" --json "--json -q"; do
        code=0
        zopa run "$scenarios/pie.cfg" -n 1000000000000 $flag --trials-out "$file" >out || code=$?
        [ "$code" -eq 64 ]
        [ ! -s out ]
    done
done
exit "$code"
