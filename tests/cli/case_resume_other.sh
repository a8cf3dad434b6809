# Another scenario, seed or number of trials is another run.
# exit 64
# stderr kept: holds another run$
# stderr ^  found     scenario pie, 500 trials, seed 1, sha256 
# stderr ^  expected  scenario pie, 500 trials, seed 2, sha256 
zopa run "$scenarios/pie.cfg" -n 500 -o kept -q --seed 1
zopa run "$scenarios/pie.cfg" -n 500 -o kept -q --seed 2 --resume
