# help --json, and --help --json, from the tables; --version --json.
# silent
zopa help --json >all.json
jq -es 'length == 1 and .[0].schema == "zopa.help/1"' all.json >checked
zopa help | sed -n 's/^  \([a-z]\{3,\}\)  *.*/\1/p' | head -n "$(jq '.commands | length' all.json)" \
    >verbs
jq -r '.commands[].name' all.json | cmp - verbs
jq -e '[.exit_codes[].code] | . == sort and (index(0, 64, 65, 66) != null)' all.json >checked
zopa help run --json >run.json
zopa run --help --json | cmp - run.json
jq -e '.commands | length == 1 and .[0].name == "run" and (.[0].examples | length) == 2' \
    run.json >checked
jq -e '.commands[0].flags[] | select(.name == "trials") | .letter == "n" and .argument == "N" and
    .range == [1, 1000000000000] and .absent == "the scenario'"'"'s run.trials"' run.json >checked
jq -e '.commands[0].flags[] | select(.name == "color") | .default == "auto" and
    .range == "auto|always|never"' run.json >checked
jq -e '[.commands[].flags | any(.name == "json")] | all' all.json >checked
zopa --version --json | jq -es '.[0] | .schema == "zopa.version/1" and
    "zopa " + .version == $told' --arg told "$(zopa --version)" >checked
jq -e '[.commands[] | .examples[], (.flags[] | .unit, .meaning) | type == "string"] | all' all.json \
    >checked
