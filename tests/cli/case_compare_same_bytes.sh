# The same comparison for any number of threads and any block size, exact or sampled; and as many trials as
# were asked for.
# silent
for flags in '' '--attribution sampled --permutations 4' '--attribution none'; do
    # shellcheck disable=SC2086
    {
        zopa compare "$scenarios/variants.cfg" -n 1100 -q --json $flags -j 1 >one.json
        zopa compare "$scenarios/variants.cfg" -n 1100 -q --json $flags -j 3 --block 7 >three.json
    }
    cmp one.json three.json
    jq -e '.complete and .base.trials == 1100 and [.others[].trials] == [1100, 1100, 1100, 1100]' one.json >checked
done
jq -e '[.others[].contributions] == [[], null, null, null]' one.json >checked
zopa compare "$scenarios/variants.cfg" --variant bell -n 300 -q --json --attribution sampled --permutations 4 |
    jq -e '.others[0] | .attribution.method == "sampled" and .attribution.permutations == 4 and
        (([.contributions[].share] | add) - .outcomes.deal.difference | fabs < 1e-15)' >checked
