# A fraction where a count is wanted.
# exit 65
# stderr bad\.cfg:[0-9]+: error: run\.trials: .
sed 's/trials = 2000/trials = 2e3/' "$scenarios/pie.cfg" >bad.cfg
zopa check bad.cfg
