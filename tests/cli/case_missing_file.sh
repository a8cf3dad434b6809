# A scenario that does not exist.
# exit 66
# stderr nowhere\.cfg
zopa run nowhere.cfg
