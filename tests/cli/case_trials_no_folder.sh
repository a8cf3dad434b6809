# A file that cannot be created is told before anything is played.
# exit 73
# stderr nowhere/trials.csv: cannot create: No such file or directory
zopa run "$scenarios/pie.cfg" -n 1000000000 --trials-out nowhere/trials.csv
