# A seed below zero.
# exit 64
# stderr --seed
zopa run "$scenarios/pie.cfg" --seed -1
