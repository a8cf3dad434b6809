# --quiet says nothing on standard error.
# silent
zopa run "$scenarios/pie.cfg" -n 100 -q
