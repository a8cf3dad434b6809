# A flag that does not exist; the nearest one is named.
# exit 64
# stderr --trails.*--trials
zopa run "$scenarios/pie.cfg" --trails 10
