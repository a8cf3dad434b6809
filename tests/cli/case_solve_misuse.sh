# Wrong command lines, wrong files and missing ones end as elsewhere.
# stderr did you mean 'nash'
# stderr found no scenario
expect()
{
    wanted=$1 got=0
    shift
    "$@" >>out || got=$?
    [ "$got" = "$wanted" ] || { echo "$*: exit $got, expected $wanted"; exit 1; }
}
expect 64 zopa solve
expect 64 zopa solve "$scenarios/pie.cfg" --solver nahs
expect 64 zopa solve "$scenarios/pie.cfg" -n 10
expect 64 zopa solve "$scenarios/pie.cfg" --trials 10
expect 64 zopa solve "$scenarios/pie.cfg" --seed 1
expect 64 zopa solve "$scenarios/pie.cfg" -o folder
expect 64 zopa solve "$scenarios/pie.cfg" --set nothing=1
expect 64 zopa solve "$scenarios/pie.cfg" --variant nothing
expect 66 zopa solve absent.cfg
echo 'name = "bad";' >bad.cfg
expect 65 zopa solve bad.cfg
expect 65 zopa solve "$scenarios/pie.cfg" bad.cfg
[ ! -s out ]
expect 0 zopa solve "$scenarios/pie.cfg" --solver nash,utilitarian --json
jq -e '.solutions | map(.solver) == ["nash", "utilitarian"]' out >checked
if [ -e /dev/full ]; then
    got=0
    zopa solve "$scenarios/pie.cfg" >/dev/full 2>told || got=$?
    [ "$got" = 74 ]
fi
