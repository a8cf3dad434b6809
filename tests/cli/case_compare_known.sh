# What lies between the base and several others is played once: of the settings a, b of the first and a, b, c of
# the second, {a} and {b}; so that there are 3 scenarios, 2 coalitions and 4 more, of 50 trials each.
# stderr ^compare: 450 trials in
cat >three.cfg <<END
extends = "$scenarios/pie.cfg";
name = "three";
variants = (
  { name = "first"; set = ( "actors.first.war.cost = 0.2", "war.p = 0.5" ); },
  { name = "second"; set = ( "actors.first.war.cost = 0.2", "war.p = 0.5", "run.horizon = 2" ); } );
END
zopa compare three.cfg -n 50 --json >found.json
zopa compare three.cfg --variant second -n 50 --json -q >alone.json
jq -e -s '.[0].others[1] == .[1].others[0] and (.[1].others[0].attribution.scenarios == 8)' found.json alone.json >checked
