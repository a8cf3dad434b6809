# --between names the contenders; an unknown one is told with the nearest.
# exit 64
# stderr ^zopa: contenders: a_1 and c$
# stderr ^zopa: error: --between: found the unknown actor 'Bb'; did you mean 'b'\?$
printf 'Actor,Power,Position,Salience\nA 1,1,4,0.5\nB,2,10,0.5\nC,1,9,1\n' >t.csv
zopa import t.csv --between 'C,A 1'
grep -q '^  c = .* side = "high";' t.cfg
zopa import t.csv --between 'A 1,Bb' -o other.cfg
