# A scale that is none.
# exit 64
# stderr ^zopa: error: --scale: found '10:4', expected LO:HI or ISSUE=LO:HI, two numbers with LO below HI$
printf 'Actor,Power,Position,Salience\nA,1,4,0.5\nB,2,10,0.5\n' >t.csv
zopa import t.csv --scale 10:4
