# No room for the rows: the run ends instead of playing on, and no file is left.
# exit 74
# stderr cannot write: No space left on device
# stdout "complete": false
zopa run "$scenarios/pie.cfg" -n 1000000000 --json -q --trials-out /dev/full
