# A discount factor above 1.
# exit 65
# stderr bad\.cfg:[0-9]+: error: actors\.first\.discount: .*1\.5
sed 's/discount = 0.9/discount = 1.5/' "$scenarios/pie.cfg" >bad.cfg
zopa check bad.cfg
