# Neither a disk nor a standard output that is full goes unsaid, and nothing is left behind.
# exit 74
# stderr t\.cfg: cannot write
# stderr standard output: cannot write
printf 'Actor,Power,Position,Salience\nA,1,10,0.5\nB,2,90,0.5\n' >t.csv
code=0
zopa import t.csv -o - >/dev/full || code=$?
[ "$code" -eq 74 ]
trap '' XFSZ
ulimit -f 1
zopa import t.csv || code=$?
[ "$(find . -type f)" = ./t.csv ]
exit "$code"
