# exit 64
# stderr --tolerance: found '0.5', expected a number from 1 on
zopa bench nash --check stored.json --tolerance 0.5
