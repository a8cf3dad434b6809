# new --json tells the file and the name, and nothing on standard error.
# silent
zopa new "Some talks" --json >new.json
jq -es '. == [{ schema: "zopa.new/1", file: "Some talks.cfg", name: .[0].name }]' new.json >checked
[ "$(jq -r .name new.json)" = "$(zopa show "Some talks.cfg" --json | jq -r .name)" ]
status=0
zopa new both --json >both.cfg 2>told || status=$?
[ "$status" = 64 ] && [ ! -s both.cfg ]
grep -q 'standard output has the JSON' told
