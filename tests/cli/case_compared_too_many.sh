# A comparison holds two bytes a trial: too many are refused before any is played.
# exit 64
# stderr found 1000000000000 trials of pie, expected at most 1000000000 where scenarios are compared
zopa run "$scenarios/pie.cfg" "$scenarios/pie.cfg" -n 1000000000000
