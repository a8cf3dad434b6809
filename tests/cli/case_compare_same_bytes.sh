# The same comparison for any number of threads and any block size, exact, sampled or without attribution;
# and as many trials as were asked for, beyond a chunk, too.
# silent
for flags in '-n 40' '-n 40 --attribution sampled --permutations 4' '-n 1030 --attribution none'; do
    # shellcheck disable=SC2086
    {
        zopa compare "$scenarios/variants.cfg" --variant bell -q --json $flags -j 1 >one.json
        zopa compare "$scenarios/variants.cfg" --variant bell -q --json $flags -j 3 --block 7 >three.json
    }
    cmp one.json three.json
    jq -e '.complete and .base.trials == .trials_requested and .others[0].trials == .base.trials' one.json >checked
done
jq -e '.base.trials == 1030 and .others[0].contributions == null' one.json >checked
zopa compare "$scenarios/variants.cfg" --variant bell -n 300 -q --json --attribution sampled --permutations 4 |
    jq -e '.others[0] | .attribution.method == "sampled" and .attribution.permutations == 4 and
        (([.contributions[].share] | add) - .outcomes.deal.difference | fabs < 1e-15)' >checked
