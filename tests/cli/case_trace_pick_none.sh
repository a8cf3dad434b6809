# No trial ends so.
# exit 64
# stderr ^zopa: error: --pick frozen: none of the 5 trials ends so$
zopa trace "$scenarios/pie.cfg" -n 5 --pick frozen
