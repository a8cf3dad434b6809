# The rows and the summary of the same trials agree: counts and rounds to the digit, means as far as the
# summary rounds values (2^-36), quantiles to a bin (1/1024), all of them worked out by awk.
# silent
zopa run "$scenarios/talks.cfg" -n 600 --horizon 12 -q --json --trials-out trials.csv >summary.json

# column NAME: the values of a column, those that are not missing, sorted.
column()
{
    awk -F , -v name="$1" '
        NR == 1 { for (k = 1; k <= NF; k++) if ($k == name) at = k; next }
        $at != "" { print $at }' trials.csv | sort -g
}

# expect WHAT FOUND SUMMARY TOLERANCE
expect()
{
    echo "$2 $3" | awk -v most="$4" '{ d = $1 - $2; exit !(NF == 2 && d <= most && -d <= most) }' || {
        echo "$1: $2 in the rows, $3 in the summary" >&2
        exit 1
    }
}

# figures NAME PATH: mean and quantiles of a column against those of the summary at the path.
figures()
{
    column "$1" >values
    expect "mean of $1" "$(awk '{ sum += $1 } END { print sum / NR }' OFMT=%.15g values)" \
        "$(jq "$2.mean" summary.json)" 1e-10
    for percent in 5 50 95; do
        found=$(awk -v p="$percent" '{ v[NR] = $1 }
            END { k = int((p * NR + 99) / 100); print v[k] }' values)
        expect "$percent% of $1" "$found" \
            "$(jq "$2.q$(printf %02d "$percent")" summary.json)" 0.0009765625
    done
}

for group in outcome detail; do
    jq -r ".${group}s | to_entries[] | select(.value.n > 0) | \"\\(.key) \\(.value.n)\"" \
        summary.json | sort >expected
    column "$group" | sort | uniq -c | awk '{ print $2, $1 }' | sort >found
    diff expected found
done
[ "$(wc -l <found)" -ge 5 ]
for issue in border alliance protection monitors trade; do
    figures "$issue" ".terms.$issue"
    [ "$(column "$issue" | wc -l)" = "$(jq ".terms.$issue.n" summary.json)" ]
done
[ "$(jq .terms.trade.open summary.json)" -gt 0 ]
for actor in south north guarantor; do figures "u_$actor" ".actors.$actor.utility"; done
[ -z "$(column u_mediator)" ]
column round >values
expect rounds_mean "$(awk '{ sum += $1 } END { print sum / NR }' OFMT=%.17g values)" \
    "$(jq .diagnostics.rounds_mean summary.json)" 0
