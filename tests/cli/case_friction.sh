# Each text by another that was tabled before makes the south want .02 more on top, .05 at most; what it
# wants over the first is therefore 0, .02, .04, .05, .05 ... Deals fall on the same draws: by about .15
# where both mind; at 120 trials four paired errors are about .13, so that more deals would be chance once in 30,000 seeds.
# silent
set -- --set process.text_rate=0.9 --set actors.south.friction.each=0.02
zopa trace "$scenarios/talks.cfg" --trial 0 "$@" --set actors.south.friction.most=0.05 --json >told
jq -e '[.rounds[] | select(.tabled == "text") | .answers.south.wants] | . as $wants
    | length > 4 and ([range(length)] | all($wants[.] - $wants[0] - ([.05, .02 * .] | min) | fabs < 1e-12))' told >checked
zopa run "$scenarios/talks.cfg" -n 120 --json -q >without
zopa run "$scenarios/talks.cfg" -n 120 --json -q --set actors.south.friction.each=0.02 \
    --set actors.north.friction.each=0.02 >with
jq -e -s '.[0].outcomes.deal.p - .[1].outcomes.deal.p > 0' without with >checked
