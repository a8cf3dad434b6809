# --pick finds a trial that ends so; without any, a typical one is told.
# stdout ^deal deal frozen_conflict continued_war$
# silent
zopa trace "$scenarios/talks.cfg" --pick deal | grep -q '^Trial [0-9]* of seed 11, as in the run: deal'
for pick in deal frozen war; do
    zopa trace "$scenarios/talks.cfg" --pick $pick --json | jq -r .outcome
done >picked
zopa trace "$scenarios/talks.cfg" --pick typical --json >typical
zopa trace "$scenarios/talks.cfg" --json | cmp - typical
echo "$(jq -r .outcome typical)" $(cat picked)
