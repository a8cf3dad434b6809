# import --json tells what was read and assumed; the scenario itself cannot go to standard output.
# exit 64
# stderr found --json with -o -
printf '%s\n' 'Actor,Capability,Position,Salience,Remark' 'One,2,0,50,x' 'Two,3,100,60,y' \
    'Three,1,40,70,z' >table.csv
zopa import table.csv --json >import.json 2>told
[ ! -s told ]
jq -es 'length == 1 and .[0].schema == "zopa.import/1" and .[0].file == "table.cfg"' \
    import.json >checked
jq -e '[.actors[].title] == ["One", "Two", "Three"]' import.json >checked
jq -e '.issues | length == 1 and .[0].scale == [0, 100]' import.json >checked
jq -e '.contenders == { low: "one", high: "two", given: false }' import.json >checked
jq -e '.passed_over == ["Remark"] and .named_by == [] and .decimal_commas == false' \
    import.json >checked
zopa check table.cfg -q
status=0
mv table.cfg kept.cfg
zopa import table.csv --json 2>told >table.cfg || status=$?
[ "$status" = 64 ] && [ ! -s table.cfg ]
zopa import table.csv --json -o -
