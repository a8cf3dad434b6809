# check --json: every file with its scenarios and counts, and all faults in place of standard error.
# silent
zopa check "$scenarios/talks.cfg" --json >good.json
text=$(zopa check "$scenarios/talks.cfg")
told=$(jq -r '.files[0] | .file + ": ok (" + (.scenarios[0] | "\(.belligerents) belligerents, " +
    "\(.issues) issue\(if .issues == 1 then "" else "s" end), " +
    "\(.uncertain) uncertain number\(if .uncertain == 1 then "" else "s" end)") + ")"' good.json)
[ "$text" = "$told" ]
jq -es 'length == 1 and .[0].schema == "zopa.check/1" and .[0].ok and .[0].files[0].faults == []' \
    good.json >checked

sed 's/horizon *= *[0-9]*/horizon = -3/' "$scenarios/talks.cfg" >bad.cfg
status=0
zopa check bad.cfg "$scenarios/talks.cfg" --json >two.json || status=$?
[ "$status" = 65 ]
jq -e '.ok == false and [.files[].ok] == [false, true]' two.json >checked
jq -e '.files[0].faults[] | .file == "bad.cfg" and .line > 0 and .path == "run.horizon"' \
    two.json >checked
status=0
zopa check bad.cfg 2>text || status=$?
jq -r '.files[0].faults[] | "\(.file):\(.line): error: \(.message)"' two.json >same
cmp text same
zopa check bad.cfg "$scenarios/talks.cfg" --json -q >quiet.json || true
jq -e '[.files[].file] == ["bad.cfg"]' quiet.json >checked

status=0
zopa check "$scenarios/talks.cfg" --json --set run.horizon=-3 >set.json || status=$?
[ "$status" = 64 ]
jq -e '.files[0].faults[0] | .file == "--set run.horizon=-3" and .line == null' set.json >checked
status=0
zopa check missing.cfg --json >missing.json || status=$?
[ "$status" = 66 ]
jq -e '.files[0] | .ok == false and .faults[0].file == "missing.cfg"' missing.json >checked
