# Every fault of a table at once, by line and column; nothing is written.
# exit 65
# stderr ^bad\.csv:2: error: column 'Capability': found 'ten', expected a number above 0$
# stderr ^bad\.csv:3: error: column 'Position': found nothing, expected a number
# stderr ^bad\.csv:4: error: column 'Salience': found '-0\.8', expected a salience
# stderr ^bad\.csv:5: error: column 'Actor': found 'A' again, expected it once: line 2 has it$
printf 'Actor,Capability,Position,Salience\nA,ten,4,0.8\nB,1,,0.4\nC,1,4,-0.8\nA,1,2,1\n' >bad.csv
code=0
zopa import bad.csv || code=$?
[ ! -e bad.cfg ]
exit "$code"
