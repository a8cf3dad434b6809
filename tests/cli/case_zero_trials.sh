# No trials at all.
# exit 64
# stderr (-n|--trials)
zopa run "$scenarios/pie.cfg" -n 0
