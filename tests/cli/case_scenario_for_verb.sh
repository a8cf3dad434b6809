# A scenario where a command is expected.
# exit 64
# stderr did you mean 'zopa run pie.cfg'\?
cp "$scenarios/pie.cfg" pie.cfg
zopa pie.cfg
