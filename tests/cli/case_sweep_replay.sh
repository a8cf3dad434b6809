# Any trial of any point can be played again from what its row holds: the histories that `trace` tells
# are those that were counted.
# silent
zopa sweep "$scenarios/talks.cfg" --vary actors.south.war.cost=0.02,0.05 --vary \
    process.solver=nash,utilitarian -n 12 --horizon 8 --seed 3 -q --csv sweep.csv
zopa sweep "$scenarios/talks.cfg" --vary actors.south.war.cost=0.02,0.05 --vary \
    process.solver=nash,utilitarian -n 12 --horizon 8 --seed 3 --design lhs -q --csv even.csv
for file in sweep.csv even.csv; do
    sed -n 4p $file | tr , ' ' >row
    read -r cost solver scenario sha seed trials horizon design deals rest <row
    [ "$cost $solver $trials" = "0.05 nash 12" ]
    found=0
    for trial in 0 1 2 3 4 5 6 7 8 9 10 11; do
        zopa trace "$scenarios/talks.cfg" --set "actors.south.war.cost=$cost" --set "process.solver=$solver" \
            --seed "$seed" --horizon "$horizon" --design "$design" -n "$trials" --trial $trial --json >trace.json
        [ "$(jq -r .outcome trace.json)" = deal ] && found=$((found + 1)) || true
    done
    [ "$found" = "$deals" ]
done
