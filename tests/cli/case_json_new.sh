# new --json tells the file and the name, and nothing on standard error.
# silent
zopa new "Some talks" --json >new.json
jq -es '. == [{ schema: "zopa.new/1", file: "Some talks.cfg", name: .[0].name }]' new.json >checked
[ "$(jq -r .name new.json)" = "$(zopa show "Some talks.cfg" --json | jq -r .name)" ]
