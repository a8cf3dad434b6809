# Scenarios of one name are numbered in the rows, so that each trial is known.
# exit 0
zopa run "$scenarios/pie.cfg" "$scenarios/pie.cfg" -n 1100 -q --trials-out trials.csv
[ "$(cut -d , -f 1 trials.csv | uniq -c | tr -s ' ' | tr '\n' ';')" = ' 1 scenario; 1024 pie; 1024 pie (2); 76 pie; 76 pie (2);' ]
