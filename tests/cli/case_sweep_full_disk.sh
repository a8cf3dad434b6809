# No room for the rows: the sweep ends with the first that cannot be written.
# exit 74
# stderr cannot write: No space left on device
# stdout "points_played": [0-9]{1,2},$
zopa sweep "$scenarios/pie.cfg" --vary actors.first.war.cost=0:0.4:2000 -n 100 -q --json --csv /dev/full
