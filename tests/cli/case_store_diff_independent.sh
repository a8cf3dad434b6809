# Runs of other seeds, or without trials, are compared as independent ones. 9 of 10 against 3 of 10
# is a published example of Newcombe 1998, whose shares are planted here: 0.6, [0.1705, 0.8090].
# stdout ^deal +30\.0% +90\.0% +\+60\.00 \[\+17\.05, \+80\.90\]$
# stdout must have one seed and one design
# stdout to be paired, both$
# stdout ^  run\.seed = 7 -> 8$
# stdout ^  actors\.second\.resolve\.mean = \(none\) -> 0$
zopa run "$scenarios/pie.cfg" -n 10 -q --store s.db
zopa run "$scenarios/pie.cfg" -n 10 --seed 8 -q --store s.db --store-trials
zopa run "$scenarios/variants.cfg" --variant bell -n 10 -q --store s.db --store-trials
sqlite3 s.db "UPDATE outcome SET n = 3, p = 0.3, low = 0.10779126740630105, high = 0.6032218525388546
    WHERE name = 'deal' AND run = 1;
    UPDATE outcome SET n = 9, p = 0.9, low = 0.5958499732047615, high = 0.9821237868692069
    WHERE name = 'deal' AND run = 2"
zopa store diff s.db 1 2
zopa store diff s.db 1 3
zopa store diff s.db 1 2 --json | jq -e '.paired == false and .paired_trials == 0
    and (.outcomes.deal | has("gained") | not)' >is_so
