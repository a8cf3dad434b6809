# Ctrl-C while scenarios are played, and while what lies between them is: what is known is told.
# exit 130
# stdout "complete": false
# stdout "contributions": null
timeout --foreground --preserve-status -s INT 1 \
    zopa compare "$scenarios/variants.cfg" --variant bell -n 1000000000 -q >nothing || code=$?
[ "$code" = 130 ] && [ ! -s nothing ]
timeout --foreground --preserve-status -s INT 1 \
    zopa compare "$scenarios/variants.cfg" --variant bell -n 1000000000 -q --json
