# Differences are paired: those of each point from the first are what the rows of the trials of the two
# runs say, trial by trial, in the first wave and in a later one.
# silent
zopa sweep "$scenarios/pie.cfg" --vary actors.first.war.cost=0:0.4:70 -n 1100 -q --json >sweep.json
trials()
{
    zopa run "$scenarios/pie.cfg" --set actors.first.war.cost="$1" -n 1100 -q --trials-out - |
        cut -d , -f 4
}
trials 0 >first
for point in 1 40 69; do
    cost=$(jq -r ".points[$point].set[\"actors.first.war.cost\"]" sweep.json)
    trials "$cost" | paste -d ' ' first - | awk '
        NR > 1 { gained += $1 != "deal" && $2 == "deal"; lost += $1 == "deal" && $2 != "deal"
                 changed += $1 != $2 }
        END { printf "%.12f %d\n", (gained - lost) / (NR - 1), changed }' >expected
    jq -r ".points[$point].differences | \"\(.deal.difference) \(.changed)\"" sweep.json |
        awk '{ printf "%.12f %d\n", $1, $2 }' | diff expected -
done
jq -e '.points[0].differences == null' sweep.json >checked
# Other random numbers are no pair.
zopa sweep "$scenarios/pie.cfg" --vary run.seed=7,8,7L -n 50 -q --json >seeds.json
jq -e '[.points[].differences == null] == [true, true, false]' seeds.json >checked
