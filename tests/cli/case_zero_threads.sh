# No threads at all.
# exit 64
# stderr (-j|--threads)
zopa run "$scenarios/pie.cfg" -j 0
