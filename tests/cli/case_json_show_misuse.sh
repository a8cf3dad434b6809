# A fault of show's is told on standard error: there is no scenario to write.
# exit 64
# stderr run\.horizon: found -3
zopa show "$scenarios/talks.cfg" --json --set run.horizon=-3 >none.json || status=$?
[ ! -s none.json ]
exit "$status"
