# A run whose trials were not kept has none to export, and no file comes of it.
# exit 64
# stderr s\.db: run 1 keeps no trials; zopa run --store-trials keeps them
zopa run "$scenarios/pie.cfg" -n 20 -q --store s.db
code=0
zopa store export s.db --trials 1 -o t.csv || code=$?
[ ! -e t.csv ]
exit $code
