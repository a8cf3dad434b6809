# Assignments and flags of the command line have the last word over every variant, and what `show`
# prints then means the same.
# silent
zopa run "$scenarios/variants.cfg" -n 300 --seed 5 --horizon 2 -s actors.first.war.cost=0.3 --json -q >all.json
jq -e '[.[] | [.trials, .seed, .horizon]] | unique == [[300, 5, 2]]' all.json >checked
jq -e '.[0].outcomes == .[2].outcomes and .[0].terms == .[2].terms' all.json >checked
set -- -s actors.first.war.cost=0.3 -s run.horizon=4 -s 'actors.second.resolve={remove=true;}'
zopa show "$scenarios/variants.cfg" "$@" >shown.cfg
grep -q '"actors.first.war.cost = 0.2", "actors.first.war.cost=0.3"' shown.cfg
zopa run "$scenarios/variants.cfg" "$@" -n 300 --json -q | sed -E -f "$cli/without_wall.sed" >file.json
zopa run shown.cfg -n 300 --json -q | sed -E -f "$cli/without_wall.sed" >shown.json
cmp file.json shown.json
zopa show "$scenarios/variants.cfg" --variant 'dear war' -s actors.first.war.cost=0.3 --origin >one
grep -q 'cost = 0\.3;  // --set actors\.first\.war\.cost=0\.3$' one
zopa run "$scenarios/variants.cfg" -s name=other -n 1 --json -q | jq -e '.[0].scenario == "other" and
    .[1].scenario == "same"' >checked
