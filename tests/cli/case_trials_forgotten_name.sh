# A scenario is not overwritten where the name of the file was forgotten.
# exit 64
# stderr --trials-out: found '.*talks.cfg', expected FILE.csv
zopa run --trials-out "$scenarios/talks.cfg" "$scenarios/pie.cfg"
