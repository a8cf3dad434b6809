# The report names a design that is not plain, and a comparison pairs only what is of one design.
# stdout ^60 trials of 24 months, seed [0-9]+, design lhs$
# stdout not paired: another design than the first
zopa run "$scenarios/talks.cfg" -n 60 --design lhs >report
head -n 5 report
zopa run "$scenarios/talks.cfg" -n 60 >plain
! grep design plain || exit 1
zopa show "$scenarios/talks.cfg" --set 'run.design="sobol"' >sobol.cfg
zopa run "$scenarios/talks.cfg" sobol.cfg -n 60
