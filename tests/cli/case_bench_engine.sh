# Trials a second of a scenario, by one thread first; no solver is timed.
zopa bench "$scenarios/pie.cfg" --repeat 1 --json >bench.json
jq -e '.solvers == [] and (.engine | length >= 1) and .engine[0].threads == 1
    and .engine[0].scenario == "pie" and .engine[0].trials_per_second.best > 0' bench.json >checked ||
    { cat bench.json; exit 1; }
