# A file is never written over.
# exit 73
# stderr t\.cfg: cannot create: File exists
printf 'Actor,Power,Position,Salience\nA,1,10,0.5\nB,2,90,0.5\n' >t.csv
echo mine >t.cfg
code=0
zopa import t.csv || code=$?
[ "$(cat t.cfg)" = mine ]
exit "$code"
