# Nothing to run.
# exit 64
# stderr [Ss]cenario
zopa run
