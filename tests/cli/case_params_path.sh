# Only the parameters whose paths begin with those given, at a dot.
# silent
zopa params "$scenarios/talks.cfg" -q process.ceasefire run >listed
grep -q '^process\.ceasefire\.rate = ' listed
grep -q '^run\.horizon = ' listed
if grep -vE '^(process\.ceasefire|run)\.' listed; then exit 1; fi
if zopa params "$scenarios/talks.cfg" process.cease 2>unknown; then exit 1; fi
grep -q "'cease'" unknown
zopa params "$scenarios/talks.cfg" run.horizon --json >listed.json
jq -e 'length == 1 and .[0].path == "run.horizon"' listed.json >checked
