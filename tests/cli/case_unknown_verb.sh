# A verb that does not exist; the nearest one is named.
# exit 64
# stderr rnu.*run
zopa rnu "$scenarios/pie.cfg"
