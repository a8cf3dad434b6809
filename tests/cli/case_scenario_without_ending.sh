# A scenario named without its ending.
# exit 66
# stderr ^pie:1: error: found no scenario .*; did you mean 'pie.cfg'\?
cp "$scenarios/pie.cfg" pie.cfg
zopa run pie
