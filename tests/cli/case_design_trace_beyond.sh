# A trial that the run does not have, where the design divides the run's trials.
# exit 64
# stderr --trial: found 100, expected less than 100, the trials of the run, .* -n changes them
zopa trace "$scenarios/talks.cfg" -n 100 --design sobol --trial 100 >told
zopa trace "$scenarios/talks.cfg" -n 101 --design lhs --trial 100 >told
zopa trace "$scenarios/talks.cfg" -n 100 --design lhs --trial 100
