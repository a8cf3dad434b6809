# Ctrl-C prints what is done so far, as incomplete.
# exit 130
# stdout "complete": false
timeout --foreground --preserve-status -s INT 2 \
    zopa run "$scenarios/pie.cfg" -n 1000000000 --json -q
