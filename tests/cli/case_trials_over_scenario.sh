# The trials replace a file, but no scenario of the run, nor one that it extends, by whatever name.
# exit 64
# stderr --trials-out: found 'sc.txt', which is the scenario sc.txt, expected another file
# stderr --trials-out: found 'link', which is the scenario sc.txt, expected another file
# stderr --trials-out: found 'base.txt', which is the scenario .*base.txt, expected another file
cp "$scenarios/talks.cfg" sc.txt
cp sc.txt base.txt
ln sc.txt link
echo 'extends = "base.txt"; name = "heir";' >heir.cfg
for file in sc.txt link; do
    code=0
    zopa run "$scenarios/pie.cfg" sc.txt -n 5 -q --trials-out "$file" || code=$?
    [ "$code" -eq 64 ]
done
cmp sc.txt "$scenarios/talks.cfg"
zopa run sc.txt -n 5 -q --trials-out heir.txt
zopa run sc.txt -n 5 -q --trials-out heir.txt
zopa run heir.cfg -n 5 -q --trials-out base.txt || code=$?
cmp base.txt "$scenarios/talks.cfg"
exit "$code"
