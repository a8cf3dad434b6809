# What each setting contributes is not played where nothing tells it: with -q alone, or for a verdict.
# exit 0
# silent
# 100,000 orders of the settings in which these two differ would take far longer than that.
compare="zopa compare $scenarios/pie.cfg $scenarios/talks.cfg -n 200 --attribution sampled --permutations 100000 --max-time 4 -q"
$compare
$compare --fail-if 'changed<0'
# It is where --json or a folder tells it.
few="zopa compare $scenarios/variants.cfg --variant bell -n 50 --attribution sampled --permutations 2 -q"
$few --json >printed.json
$few -o kept
cmp printed.json kept/summary.json
jq -e '.others[0].attribution.method == "sampled"' kept/summary.json >told
