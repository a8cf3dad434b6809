# More lanes than a block has.
# exit 64
# stderr --block
zopa run "$scenarios/pie.cfg" --block 65
