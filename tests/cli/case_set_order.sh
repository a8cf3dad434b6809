# Faults of --set are told without a line, in the order given.
# exit 64
# stderr ^--set run\.horizn=12: error: run: unknown key 'horizn'; did you mean 'horizon'\?$
# stderr ^--set actors\.first\.discont=1: error: .*'discount'\?$
zopa check "$scenarios/pie.cfg" -s run.horizn=12 -s actors.first.discont=1 2>told || code=$?
cat told >&2
[ "$(head -n 1 told | cut -d = -f 1)" = '--set run.horizn' ]
exit "$code"
