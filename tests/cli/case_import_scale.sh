# --scale: both ends matter; what lies past them is a fault of the table.
# exit 65
# stderr ^zopa: scale of positions: 0 to 20, as given by --scale$
# stderr ^t\.csv:3: error: column 'Position': found 10, expected a position from 4 to 9 \(--scale\)$
printf 'Actor,Power,Position,Salience\nA,1,4,0.5\nB,2,10,0.5\n' >t.csv
zopa import t.csv --scale 0:20
grep -q 'ideal = 0.2; salience = 0.5; };  // table: 4$' t.cfg
zopa import t.csv --scale 4:9 -o other.cfg
