# More issues than the models hold: 32 run, 33 are a fault.
# exit 65
# stderr ^many\.cfg:[0-9]+: error: issues: found 33 issues, expected at most 32$
issues=$(seq -f 'more_%g = { title = "More"; };' 31)
sed "s/^  pie = { title/$(echo $issues) pie = { title/" "$scenarios/pie.cfg" >full.cfg
zopa run -q -n 10 full.cfg
sed 's/^  *more_1 = /more_0 = { title = "More"; }; more_1 = /; s/^more_1 = /more_0 = { title = "More"; }; more_1 = /' \
    full.cfg >many.cfg
zopa run -q -n 10 many.cfg
