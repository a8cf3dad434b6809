# The CSV: as many fields in each row as in the head, the last path changing fastest, fields with commas
# between quotation marks, and the same figures as the JSON's.
# silent
zopa sweep "$scenarios/talks.cfg" --vary actors.south.discount=0.9,0.95,0.99 --vary \
    process.solver=nash,utilitarian -n 60 --horizon 6 -q --json --csv sweep.csv >sweep.json
awk -F , 'NR == 1 { fields = NF } NF != fields { exit 1 }' sweep.csv
[ "$(cut -d , -f 1,2 sweep.csv | tr '\n' ' ')" = "actors.south.discount,process.solver 0.9,nash \
0.9,utilitarian 0.95,nash 0.95,utilitarian 0.99,nash 0.99,utilitarian " ]

# column NAME: its values, one a line; "null" where there is none.
column()
{
    awk -F , -v name="$1" '
        NR == 1 { for (k = 1; k <= NF; k++) if ($k == name) at = k; next }
        { print at == 0 ? "no column" : $at == "" ? "null" : $at }' sweep.csv
}

# same NAME PATH
same()
{
    column "$1" >found
    jq -r ".points[] | $2" sweep.json | diff - found
}
same scenario_sha256 .scenario_sha256
same seed .seed
same trials .trials
same horizon .horizon
for outcome in deal frozen_conflict continued_war; do
    same "${outcome}_n" ".outcomes.$outcome.n"
    column "${outcome}_p" | paste - found | awk '$1 != $2 / 60 { d = $1 - $2 / 60; exit d * d > 1e-30 }'
    same "${outcome}_difference" ".differences.$outcome.difference"
    same "${outcome}_difference_low" ".differences.$outcome.ci95[0]?"
done
same share_comprehensive .details.comprehensive
same rounds_mean .rounds_mean
same u_south .utility.south
same term_border .terms.border
same term_trade .terms.trade
same failed_trials .failed_trials

zopa sweep "$scenarios/pie.cfg" --vary 'actors.second.war.cost=0.2,{dist="uniform"; min=0.1; max=0.3;}' \
    --vary 'title="a, b","\"c\"",d' -n 9 --csv - -q >text.csv
[ "$(wc -l <text.csv)" = 7 ]
grep -q '^"{dist=""uniform""; min=0.1; max=0.3;}","""a, b""",pie,' text.csv
grep -q '^0.2,"""\\""c\\""""",pie,' text.csv
grep -q '^0.2,d,pie,' text.csv
