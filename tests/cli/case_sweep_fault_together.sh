# Values that are good each by itself and not together; a range that leaves what is allowed.
# exit 64
# stderr ^--vary actors\.first\.war\.cost=10\.5: error: .*: found 10\.5, expected a number in \[0, 10\] or a distribution$
# stderr pie\.cfg:[0-9]+: error: with actors\.first\.war\.cost=8, actors\.second\.resolve\.min=0\.25: actors\.second\.resolve: min must not exceed max$
# stderr ^sweep: error: 21 of the 25 points have faults$
zopa sweep "$scenarios/pie.cfg" --vary actors.first.war.cost=8:18:5 --vary actors.second.resolve.min=-0.75:0.25:5
