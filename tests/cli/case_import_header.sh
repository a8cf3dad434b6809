# A misspelt header is named with the nearest known one.
# exit 65
# stderr ^bad\.csv:1: error: column 'Saliance': found an unknown header, did you mean 'salience'\?$
printf 'Actor,Capability,Position,Saliance\nA,1,4,0.8\n' >bad.csv
zopa import bad.csv
