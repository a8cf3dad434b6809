# A run holds against itself, with room for noise; against one with a thousandth of our times, it
# does not, and neither does one with another solver that is gone.
zopa bench nash n2k4 --problems 5 --repeat 3 --json >stored.json
jq '(.solvers[] | select(.rival | not) | .gap) = 1e-9' stored.json >plain.json
zopa bench nash n2k4 --repeat 3 -q --check plain.json --tolerance 1000
jq '(.solvers[] | select(.rival | not) | .ns.least) /= 1000' plain.json >fast.json
status=0
zopa bench nash n2k4 --repeat 3 -q --check fast.json --tolerance 10 2>told || status=$?
[ "$status" = 1 ]
grep -q 'worse: nash by contract, cold, n2k4: .* times as fast as' told
jq '.solvers += [.solvers[0] | .by = "oracle"]' plain.json >gone.json
status=0
zopa bench n2k4 --repeat 1 -q --check gone.json --tolerance 1000 2>told || status=$?
[ "$status" = 1 ]
grep -q 'worse: nash by oracle, cold, n2k4: it is no longer there' told
