# Killed wherever it is and resumed by the same command, a comparison of five scenarios and what lies
# between them comes to the same bytes: what is printed, and what its folder holds. A run is stored once.
# exit 0
compare="zopa compare $scenarios/variants.cfg -n 150 --attribution sampled"
$compare --json -q >whole.json
command="$compare -o kept --resume --json --store runs.db"
journals='stages/*' growth=700
. "$cli/killed.sh"
again()
{
    $command >part.json 2>err
    cmp whole.json part.json
    cmp whole.json kept/summary.json
    [ "$(jq .complete kept/manifest.json)" = true ]
    stored 5
}
again
# While it was being stored, and in the second experiment: that there are runs in the store by then, too,
# makes no difference.
behead kept/journal
tear kept/stages/2
unstore 2
again
grep -q '^resumed 750 of 1650 trials$' err
zopa check kept/scenario.1.resolved.cfg kept/scenario.5.resolved.cfg
