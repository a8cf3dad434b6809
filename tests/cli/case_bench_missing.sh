# exit 66
# stderr stored.json: No such file
zopa bench nash --check stored.json
