# Groups nested 5,000 deep.
# exit 65
# stderr deep\.cfg:[0-9]+: error: .
awk 'BEGIN {
    for (i = 0; i < 5000; i++) printf "a = { "
    for (i = 0; i < 5000; i++) printf "}; "
    print ""
}' >deep.cfg
zopa run deep.cfg
