# A standard output that is closed.
# exit 74
# stderr .
zopa run "$scenarios/pie.cfg" -n 100 >&-
