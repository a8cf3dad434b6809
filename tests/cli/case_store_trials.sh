# The trials that were kept are those of --trials-out, to the byte: for any threads and block size,
# with failed and missing values, and several scenarios side by side.
# silent
zopa run "$scenarios/talks.cfg" "$scenarios/pie.cfg" -n 2100 --horizon 3 -q -j 3 --block 17 \
    --store s.db --store-trials
for run in 1 2; do
    scenario=$(zopa store list s.db --json | jq -r ".[$run - 1].file")
    zopa run "$scenario" -n 2100 --horizon 3 -q -j 1 --trials-out once.csv
    zopa store export s.db --trials $run -o kept.csv
    cmp once.csv kept.csv
    zopa store export s.db --trials $run | cmp - kept.csv
done
[ "$(ls)" = "$(printf 'kept.csv\nonce.csv\ns.db')" ]
