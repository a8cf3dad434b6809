# Means and quantiles have intervals that hold them, under any design; null where too few bound them.
# silent
for design in mc lhs; do
    zopa run "$scenarios/talks.cfg" -n 400 --set run.horizon=8 --design "$design" --json -q >summary
    jq -e '[.terms[], (.actors[] | .utility, .given_deal) | select(.mean != null and .mean_se != null)]
        | length > 4 and all(.mean_se >= 0 and .mean_ci95[0] <= .mean and .mean <= .mean_ci95[1])' \
        summary >checked
    jq -e '[.terms[], (.actors[] | .utility, .given_deal) | select(.q50 != null)]
        | all((.q50_ci95[0] // .q50) <= .q50 and .q50 <= (.q50_ci95[1] // .q50))' summary >checked
done
zopa run "$scenarios/talks.cfg" -n 40 --json -q >few
jq -e '[.actors[].utility | select(.mean != null)] | all(.q05_ci95[0] == null)' few >checked
jq -e '[.actors[].utility | select(.mean != null)] | all(.q50_ci95[0] != null)' few >checked
