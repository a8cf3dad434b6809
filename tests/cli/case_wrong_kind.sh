# A text where a number belongs.
# exit 65
# stderr bad\.cfg:[0-9]+: error: actors\.first\.war\.cost: .*text.*number
sed 's/cost = 0.1;/cost = "high";/' "$scenarios/pie.cfg" >bad.cfg
zopa check bad.cfg
