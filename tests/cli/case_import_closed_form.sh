# What the text settles agrees with the asymmetric Nash solution in closed form, whichever contender
# the table lists first. High prevails with chance q, the sides' powers are 1 - q and q, the contest
# costs either c = (0.05 + 4 x 0.15 + 0.4) / 6 = 0.175 on average: x = q + c (2 q - 1). Here the
# supports are 0.9 and 0.4 x 2 + 0.6 x 1 x 0.8 = 1.28, q = 1.28 / 2.18: x = 0.587156 + 0.030505.
# stdout ^low first 0\.6177$
# stdout ^high first 0\.6177$
rows='Low,1,0,0.9
High,2,100,0.4
Friend,1,90,0.6'
settled()
{
    zopa import "$1.csv" -q
    zopa run "$1.cfg" -n 300 -q --json | jq '.terms[].mean' | awk -v order="$1" '{ printf "%s first %.4f\n", order, $1 }'
}
printf 'Actor,Power,Position,Salience\n%s\n' "$rows" >low.csv
printf 'Actor,Power,Position,Salience\n%s\n' "$(echo "$rows" | tac)" >high.csv
settled low
settled high
