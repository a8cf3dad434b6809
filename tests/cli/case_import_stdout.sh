# -o - writes to standard output what -o FILE writes to a file; -q says nothing else.
# silent
printf 'Actor,Power,Position,Salience\nA,1,10,0.5\nB,2,90,0.5\n' >t.csv
zopa import t.csv -o - -q >piped.cfg
zopa import t.csv -o FILE.cfg -q
sed 's/"FILE"/"t"/' FILE.cfg | cmp - piped.cfg
zopa check -q piped.cfg
