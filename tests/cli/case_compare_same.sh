# A scenario against itself: no difference, known exactly, no trial that ends otherwise, no setting that
# contributes; also where only texts and how trials are played are others, which the base's replace.
# silent
zopa compare "$scenarios/talks.cfg" "$scenarios/talks.cfg" -n 300 -q --json >same.json
cat >other.cfg <<END
extends = "$scenarios/talks.cfg";
name = "other"; title = "Other words"; notes = "The same."; run = { seed = 5; trials = 7; round = "week"; design = "lhs"; };
END
zopa compare "$scenarios/talks.cfg" other.cfg -q --json -n 300 >other.json
for found in same.json other.json; do
    jq -e '.schema == "zopa.compare/1" and .base.scenario == "talks" and (.others | length) == 1' $found >checked
    jq -e '.others[0] | .same and .flips == [] and .contributions == [] and .changed.n == 0' $found >checked
    jq -e '[.others[0].outcomes[] | .difference == 0 and .ci95 == [0, 0]] | all and length == 3' $found >checked
done
jq -e '.others[0].own_run == null' same.json >checked
jq -e '.others[0].own_run == { trials: 300, seed: 5, design: "lhs" } and .seed == 11 and .design == "mc"' other.json >checked
