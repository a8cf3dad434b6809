# Whatever may befall an agreement gives the same bytes for any block size and number of threads, and durability with it.
# silent
summary()
{
    zopa run "$scenarios/talks.cfg" -n 48 --json -q "$@" \
        --set 'process.peace = { early = 3.0; }' --set 'process.incidents = { rate = 0.3; }' \
        --set 'process.spoilers = { attack = 0.1; leak = 0.1; }' \
        --set 'process.steps = { count = 4; settled = 0.5; }' \
        --set 'process.dissatisfaction = { weight = 1.0; }' --set 'process.imposed = 1.0' \
        --set 'process.ceasefire.escalation = 0.5' --set 'process.ceasefire.neglect = 0.5' |
        sed -E -f "$cli/without_wall.sed"
}
summary >one.json
summary -j 3 --block 7 >other.json
cmp one.json other.json
grep -q '"durability"' one.json
zopa run "$scenarios/talks.cfg" -n 48 --json -q | sed -E -f "$cli/without_wall.sed" >plain.json
! cmp -s one.json plain.json
