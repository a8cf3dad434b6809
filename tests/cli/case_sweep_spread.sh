# Points spread over ranges: as many as asked for, within the ranges, whole numbers where these are meant,
# the same for the same seed.
# silent
for spread in lhs sobol; do
    zopa sweep "$scenarios/pie.cfg" --points 16 --spread $spread --vary actors.first.war.cost=0.1:0.3 \
        --vary run.horizon=2:5 --vary process.solver=agenda_setter,nash -n 20 -q --csv $spread.csv
    awk -F , 'NR > 1 { if ($1 < 0.1 || $1 > 0.3 || $2 !~ /^[2-5]$/) exit 1; horizon[$2]++; solver[$3]++
                       part[int(($1 - 0.1) / 0.2 * 16)]++ }
        END { for (k in horizon) if (horizon[k] < 3 || horizon[k] > 5) exit 1
              for (k in part) parts++
              exit !(NR == 17 && parts == 16 && solver["nash"] == 8) }' $spread.csv
done
! cmp -s lhs.csv sobol.csv
zopa sweep "$scenarios/pie.cfg" --points 16 --vary actors.first.war.cost=0.1:0.3 \
    --vary run.horizon=2:5 --vary process.solver=agenda_setter,nash -n 20 -q --csv - | cmp - lhs.csv
zopa sweep "$scenarios/pie.cfg" --points 16 --seed 8 --vary actors.first.war.cost=0.1:0.3 \
    --vary run.horizon=2:5 --vary process.solver=agenda_setter,nash -n 20 -q --csv seed.csv
! cut -d , -f 1-3 seed.csv | cmp -s - lhs.csv
# Points that repeat another are counted: 4 over two values, 4 over three whole numbers; others are not.
repeats()
{
    zopa sweep "$scenarios/pie.cfg" -n 20 "$@" 2>messages | grep 'earlier' || true
}
[ "$(repeats --vary war.p=0.5,0.6 --points 4)" = "2 of the points have the values of an earlier one." ]
[ "$(repeats --vary run.horizon=2:4 --points 4)" = "1 of the points has the values of an earlier one." ]
[ -z "$(repeats --vary war.p=0.5,0.6 --points 2)$(repeats --vary war.p=0.5,0.6)" ]
[ -z "$(repeats --vary war.p=0.5,0.6 --vary actors.first.war.cost=0:0.4 --points 4)" ]
