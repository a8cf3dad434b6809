# Differences are paired: those of a point from the first are what the rows of the trials of the two runs
# say, trial by trial: of more trials than a chunk has, and of a point behind the first wave.
# silent
trials()
{
    zopa run "$scenarios/pie.cfg" --set actors.first.war.cost="$1" -n "$2" -q --trials-out - |
        cut -d , -f 4
}

# paired POINT TRIALS: of the sweep in sweep.json
paired()
{
    trials 0 "$2" >first
    cost=$(jq -r ".points[$1].set[\"actors.first.war.cost\"]" sweep.json)
    trials "$cost" "$2" | paste -d ' ' first - | awk '
        NR > 1 { gained += $1 != "deal" && $2 == "deal"; lost += $1 == "deal" && $2 != "deal"
                 changed += $1 != $2 }
        END { printf "%.12f %d\n", (gained - lost) / (NR - 1), changed }' >expected
    jq -r ".points[$1].differences | \"\(.deal.difference) \(.changed)\"" sweep.json |
        awk '{ printf "%.12f %d\n", $1, $2 }' | diff expected -
}
zopa sweep "$scenarios/pie.cfg" --vary actors.first.war.cost=0:0.4:67 -n 90 -q --json >sweep.json
paired 40 90
paired 66 90
jq -e '.points[0].differences == null and .points[66].differences.changed > 0' sweep.json >checked
zopa sweep "$scenarios/pie.cfg" --vary actors.first.war.cost=0,0.2 -n 1100 -q --json >sweep.json
paired 1 1100
# Other random numbers are no pair.
zopa sweep "$scenarios/pie.cfg" --vary run.seed=7,8,7L -n 50 -q --json >seeds.json
jq -e '[.points[].differences == null] == [true, true, false]' seeds.json >checked
