# Two scenarios of one name are told apart by their files.
# stdout ^1: .*/pie\.cfg
# stdout ^2: copy\.cfg
cp "$scenarios/pie.cfg" copy.cfg
zopa run "$scenarios/pie.cfg" copy.cfg -n 100
