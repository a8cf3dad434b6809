# show --json: the resolved scenario, its whole numbers exact, and where each value was written.
# silent
zopa show "$scenarios/talks.cfg" --json --origin --set run.seed=9223372036854775807L >show.json
jq -es 'length == 1 and .[0].schema == "zopa.show/1" and .[0].name == "talks"' show.json >checked
grep -q '"seed": 9223372036854775807' show.json
jq -e '.origins[] | select(.path == "run.seed") | .file == "--set run.seed=9223372036854775807L" and
    .line == null and .layer == "command"' show.json >checked
jq -e '[.origins[] | select(.layer == "file") | .line > 0] | all and length > 10' show.json >checked
# The fingerprint is that of the text, the keys stand in its order, and every path is a value's.
zopa show "$scenarios/talks.cfg" --set run.seed=9223372036854775807L >show.cfg
[ "$(jq -r .scenario_sha256 show.json)" = "$(sha256sum <show.cfg | cut -d ' ' -f 1)" ]
sed -n 's/^\([a-z_]*\) = .*/\1/p' show.cfg >keys
jq -r '.scenario | keys_unsorted[]' show.json | cmp - keys
jq -e '.scenario as $scenario | [.origins[].path | gsub("\\[(?<i>[0-9]+)\\]"; ".\(.i)") | split(".") |
    map(tonumber? // .)] | all(. as $path | $scenario | getpath($path) != null)' show.json >checked
jq -e 'has("origins") | not' >checked <<END
$(zopa show "$scenarios/talks.cfg" --json)
END
