# All faults of all points are told at once, before any is played, and the same one once.
# exit 64
# stderr ^--vary actors\.frist\.war\.cost=0: error: found the unknown actor 'frist', expected a known one; did you mean 'first'\?$
# stderr ^--vary process\.solver=nsh: error: process\.solver: found the text "nsh", expected the name of a solver; did you mean 'nash'\?$
# stderr ^sweep: error: 800 of the 800 points have faults$
zopa sweep "$scenarios/pie.cfg" --vary actors.frist.war.cost=0:0.4:400 --vary process.solver=nsh,agenda_setter \
    --csv none.csv 2>faults || status=$?
cat faults >&2
[ "$(wc -l <faults)" = 3 ]
[ ! -e none.csv ]
exit "${status:-0}"
