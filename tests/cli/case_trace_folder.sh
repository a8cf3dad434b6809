# A row of a run's folder is told from the folder and the row's number alone, whatever was set and by
# whatever design; a folder of several scenarios asks for one of them.
# exit 64
# stderr found 2 scenarios in both, expected one of them: both/scenario.1.resolved.cfg$
zopa run "$scenarios/pie.cfg" -n 300 --seed 9 --design lhs --horizon 5 --set actors.first.war.cost=0.2 -o kept -q --trials-out kept/trials.csv
for trial in 0 7 150 299; do
    row=$(awk -F, -v trial="$trial" 'NR > 1 && $2 == trial { print $4 "," $5 }' kept/trials.csv)
    told=$(zopa trace kept --trial "$trial" --json | jq -r '.outcome + "," + .detail')
    [ "$row" = "$told" ]
done
zopa show kept >shown
cmp shown kept/scenario.resolved.cfg
zopa run "$scenarios/pie.cfg" "$scenarios/pie.cfg" -n 300 -o both -q
zopa trace both --trial 3
