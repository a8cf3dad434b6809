# --pick finds a trial that ends so; without any, a typical one is told.
# stdout ^deal frozen_conflict continued_war$
# stdout ^same$
# silent
for pick in deal frozen war; do
    zopa trace "$scenarios/talks.cfg" --pick $pick --json | jq -r .outcome
done >picked
echo $(cat picked)
zopa trace "$scenarios/pie.cfg" -n 200 --pick typical >typical
zopa trace "$scenarios/pie.cfg" -n 200 | cmp - typical
grep -q '^Trial [0-9]* of seed 7, as in the run: ' typical && echo same
