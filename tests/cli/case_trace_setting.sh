# Settings and the seed of the command line hold in a trace as in a run.
# stdout ^"continued_war" 24 7$
# silent
zopa trace "$scenarios/talks.cfg" --trial 1 -s process.text_rate=0 -s process.ceasefire.rate=0 \
    -s war.fade=0 --seed 7 --json | jq -c '"\(.outcome)" as $o | "\($o|tojson) \(.rounds|length) \(.seed)"' -r
