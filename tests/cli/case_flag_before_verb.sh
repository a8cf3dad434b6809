# A flag before the command.
# exit 64
# stderr found the flag -n before the command, expected the command first: zopa run -n
zopa -n 5 run "$scenarios/pie.cfg"
