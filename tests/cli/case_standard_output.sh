# One convention for every flag that names a file to write: - and /dev/stdout are standard output, nothing
# is no file.
# exit 64
# stderr --trials-out: found '', expected FILE.csv
# stderr --out: found '', expected FILE.cfg
printf 'Actor,Power,Position,Salience\nA,1,10,0.5\nB,2,90,0.5\n' >t.csv
zopa run "$scenarios/pie.cfg" -n 20 -q --trials-out file.csv
zopa import t.csv -o - -q >table.cfg
for name in - /dev/stdout; do
    zopa run "$scenarios/pie.cfg" -n 20 -q --trials-out "$name" | cmp - file.csv
    zopa import t.csv -q -o "$name" | cmp - table.cfg
    code=0
    zopa run "$scenarios/pie.cfg" -n 20 -q --trials-out "$name" >&- || code=$?
    [ "$code" -eq 74 ]
done
zopa run "$scenarios/pie.cfg" -n 20 -q --trials-out ./-
cmp ./- file.csv
rm ./-
code=0
zopa run "$scenarios/pie.cfg" -n 20 -q --trials-out '' || code=$?
[ "$code" -eq 64 ]
code=0
zopa import t.csv -o '' || code=$?
[ "$(find . -type f | sort | tr '\n' ' ')" = './file.csv ./t.csv ./table.cfg ' ]
exit "$code"
