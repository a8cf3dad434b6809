# No name.
# exit 64
# stderr new: found 0 names, expected one
zopa new
