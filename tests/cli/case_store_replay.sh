# Any trial that was kept can be played again from the store alone: its scenario is a valid one that
# has the seed, and the trial ends as the store says: outcome, detail, round, utilities, terms.
# silent
zopa run "$scenarios/talks.cfg" -n 40 --seed 99 --set run.horizon=18 -q --store s.db --store-trials
zopa store show s.db last --scenario >it.cfg
zopa check -q it.cfg
sha256sum it.cfg | grep -q "^$(zopa store list s.db --json | jq -r '.[0].scenario_sha256') "
sqlite3 s.db "SELECT json_array(outcome, detail, round, json(utilities), json(terms)) FROM trial" |
    jq -c '[.[0], .[1], .[2], (.[3] | keys), (.[3] | map_values(.)), .[4]]' >kept.json
for trial in $(seq 0 39); do
    zopa trace it.cfg --trial "$trial" --json >trace.json
    sed -n "$((trial + 1))p" kept.json >row.json
    jq -e --slurpfile row row.json '$row[0] as [$outcome, $detail, $round, $names, $utilities, $terms]
        | .outcome == $outcome and .detail == $detail and .round == $round
        and ([.actors | to_entries[] | select(.value.utility != null)
              | {key, value: .value.utility}] | from_entries) == $utilities
        and ((.terms // {}) | with_entries(select(.value != null))) == $terms' trace.json >is_same ||
        { cat row.json; jq -c '.outcome, .detail, .round, .terms, .actors' trace.json; exit 1; }
done
# Not with another seed.
zopa trace it.cfg --trial 3 --seed 98 --json | jq '.actors | map_values(.utility)' >other.json
sed -n 4p kept.json | jq '.[4]' | cmp -s - other.json && exit 1
[ "$(cut -d '"' -f 2 kept.json | sort -u | wc -l)" -gt 1 ]
