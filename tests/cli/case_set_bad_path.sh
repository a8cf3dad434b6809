# --set to a key that does not exist; the nearest one is named.
# exit 64
# stderr discuont.*discount
zopa run "$scenarios/pie.cfg" --set actors.first.discuont=0.5
