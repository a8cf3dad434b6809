# What the command line has wrong is told before anything is played.
# stderr found no scenario, expected two at least, or a file with variants
# stderr found one scenario, which has no variants, expected another
# stderr --variant: found 2 scenarios, expected one; name variants as FILE:VARIANT
# stderr has no variant of that name; known: risk, same, dear war, open-cards, bell
# stderr --fail-if: found 'deals<0', expected deal, frozen_conflict, continued_war or changed
# stderr --attribution: found 'some', expected auto, exact, sampled or none
# stderr --permutations: found 3, expected an even number
# stderr --permutations: found '1', expected a whole number in \[2, 100000\]
# stderr compare takes no flag --trials-out
refuse()
{
    code=0
    zopa compare "$@" >out || code=$?
    [ "$code" = 64 ] && [ ! -s out ] || exit 1
}
refuse
refuse "$scenarios/pie.cfg"
refuse "$scenarios/pie.cfg" "$scenarios/talks.cfg" --variant same
refuse "$scenarios/variants.cfg:nix" "$scenarios/talks.cfg"
refuse "$scenarios/variants.cfg" --fail-if 'deals<0'
refuse "$scenarios/variants.cfg" --attribution some
refuse "$scenarios/variants.cfg" --permutations 1
refuse "$scenarios/variants.cfg" --permutations 3
refuse "$scenarios/variants.cfg" --trials-out x.csv
code=0
zopa compare "$scenarios/pie.cfg" missing.cfg 2>said || code=$?
[ "$code" = 66 ]
