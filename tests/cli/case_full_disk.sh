# A standard output with no room left.
# exit 74
# stderr .
zopa run "$scenarios/pie.cfg" -n 100 --json >/dev/full
