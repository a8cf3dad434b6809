# Ctrl-C ends it; nothing half measured is told.
# exit 130
status=0
timeout --foreground --preserve-status -s INT 1 zopa bench nash --problems 1000000 --json -q >told || status=$?
[ ! -s told ]
exit "$status"
