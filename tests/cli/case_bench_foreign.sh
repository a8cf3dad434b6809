# exit 65
# stderr stored.json:2: error: found '.*', expected a value
printf '{ "schema":\n nonsense }\n' >stored.json
zopa bench nash --check stored.json
