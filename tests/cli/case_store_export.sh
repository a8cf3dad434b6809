# A row a run, with a column for every parameter in which any two differ, and no other.
# silent
zopa run "$scenarios/pie.cfg" -n 200 -q --store s.db -s war.p=0.5
zopa run "$scenarios/pie.cfg" -n 200 -q --store s.db -s war.p=0.7
zopa store export s.db -o runs.csv
zopa store export s.db | cmp - runs.csv
[ "$(wc -l <runs.csv)" = 3 ]
[ "$(head -n 1 runs.csv)" = "run,started,file,variant,scenario,scenario_sha256,version,seed,trials,\
design,horizon,complete,failed_trials,deal_n,deal_p,deal_low,deal_high,frozen_conflict_n,\
frozen_conflict_p,frozen_conflict_low,frozen_conflict_high,continued_war_n,continued_war_p,\
continued_war_low,continued_war_high,war.p" ]
# What the rows say is what the summaries say.
for run in 1 2; do
    sed -n "$((run + 1))p" runs.csv | cut -d , -f 1,4,5,6,8-15 >row
    zopa store show s.db $run --json | jq -r "[$run, \"\", .scenario, .scenario_sha256, .seed, .trials,
        .design, .horizon, .complete, .diagnostics.failed_trials, .outcomes.deal.n,
        .outcomes.deal.p] | join(\",\")" | cmp - row
done
[ "$(cut -d , -f 26 runs.csv | tr '\n' ' ')" = "war.p 0.5 0.7 " ]
zopa store export s.db --json | jq -e 'map(.parameters) == [{"war.p": 0.5}, {"war.p": 0.7}]' >is_so
# Parts of a distribution that others lack are columns, empty there.
zopa run "$scenarios/variants.cfg" --variant bell -n 20 -q --store s.db
zopa store export s.db --json | jq -e 'map(.parameters["actors.second.resolve.mean"]) == [null, null, 0]
    and map(.parameters["actors.second.resolve.min"]) == [-0.2, -0.2, null]' >is_so
zopa store export s.db | sed -n 2p | grep -q ',uniform,-0.2,0.2,'
