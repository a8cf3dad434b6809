# A folder without scenarios.
# exit 66
# stderr hollow
mkdir hollow
zopa run hollow
