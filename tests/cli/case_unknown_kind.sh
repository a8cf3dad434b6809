# A kind of model that does not exist; the nearest one is named.
# exit 64
# stderr solvr.*solver
zopa list solvr
