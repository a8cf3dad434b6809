# SIGTERM prints what is done so far, as incomplete.
# exit 143
# stdout "complete": false
timeout --foreground --preserve-status -s TERM 2 \
    zopa run "$scenarios/pie.cfg" -n 1000000000 --json -q
