# Killed while it plays and resumed by the same command, a comparison of five scenarios and what lies
# between them comes to the same bytes: what is printed, and what its folder holds. A run is stored once.
# exit 0
compare="zopa compare $scenarios/variants.cfg -n 1500 --attribution sampled"
$compare --json -q >whole.json
command="$compare -o kept --resume --json --store runs.db"
journals='stages/*' growth=700
. "$cli/killed.sh"
$command >part.json 2>err
grep -Eq '^resumed [1-9][0-9]* of 16500 trials$' err
cmp whole.json part.json
cmp whole.json kept/summary.json
[ "$(jq .complete kept/manifest.json)" = true ]
[ "$(zopa store list runs.db --json | jq length)" = 5 ]
zopa check kept/scenario.1.resolved.cfg kept/scenario.5.resolved.cfg
