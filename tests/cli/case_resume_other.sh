# Another scenario, seed or number of trials is another run.
# exit 64
# stderr kept: holds another run$
# stderr ^  found     scenario pie, 500 trials, seed 1, sha256 
# stderr ^  expected  scenario pie, 500 trials, seed 2, sha256 
zopa run "$scenarios/pie.cfg" -n 500 -o kept -q --seed 1
# Where all that differs is whether trials are kept, it is said how to ask for the same.
code=0
zopa run "$scenarios/pie.cfg" -n 500 -o kept -q --seed 1 --resume --trials-out t.csv 2>said || code=$?
[ "$code" -eq 64 ] && [ ! -e t.csv ]
grep -q '^  found     trials.csv no$' said
grep -q '^  leave --trials-out out: that run keeps no trials$' said
zopa run "$scenarios/pie.cfg" -n 500 -o rows -q --seed 1 --trials-out t.csv
zopa run "$scenarios/pie.cfg" -n 500 -o rows -q --seed 1 --resume 2>said || code=$?
grep -q '^  found     trials.csv yes$' said
grep -q '^  add --trials-out: that run keeps its trials$' said
zopa run "$scenarios/pie.cfg" -n 500 -o rows -q --seed 2 --resume 2>said || code=$?
[ "$(grep -c -e --trials-out said)" -eq 0 ]
zopa run "$scenarios/pie.cfg" -n 500 -o kept -q --seed 2 --resume
