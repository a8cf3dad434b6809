# A sweep that stands in the scenario: it is played where nothing else is varied, shown, explained, and of
# that file alone; `run` plays the scenario as it stands.
# silent
cat >mine.cfg <<'END'
extends = "pie.cfg";
name = "mine";
sweep = (
    { path = "actors.first.war.cost"; from = 0.0; to = 0.3; points = 4; },
    { path = "war.p"; values = ( 0.6, 0.7 ); }
);
END
cp "$scenarios/pie.cfg" .
zopa check mine.cfg -q
zopa sweep mine.cfg -n 80 -q --csv file.csv
zopa sweep mine.cfg --vary actors.first.war.cost=0:0.3:4 --vary war.p=0.6,0.7 -n 80 -q --csv flags.csv
cmp file.csv flags.csv
[ "$(wc -l <file.csv)" = 9 ]
zopa sweep mine.cfg --vary war.p=0.6,0.7,0.8 -n 80 -q --csv - | wc -l | grep -qx 4
zopa sweep mine.cfg --points 5 -n 80 -q --csv - | wc -l | grep -qx 6
zopa show mine.cfg >shown.cfg
zopa show shown.cfg | cmp shown.cfg -
zopa sweep shown.cfg -n 80 -q --csv shown.csv
cut -d , -f 1-3,5- shown.csv >left
cut -d , -f 1-3,5- file.csv | cmp - left
[ "$(zopa run mine.cfg -n 80 --json -q | jq .outcomes.deal.n)" = \
    "$(zopa run pie.cfg -n 80 --json -q | jq .outcomes.deal.n)" ]
printf 'extends = "mine.cfg"; name = "child";\n' >child.cfg
! zopa show child.cfg | grep -q sweep || exit 1
! zopa show mine.cfg --set war.p=0.7 | grep -q sweep || exit 1
zopa explain sweep | grep -q 'sweep\[N\]'
zopa params mine.cfg sweep -q | grep -qx 'sweep\[0\]\.points = 4'
! zopa params mine.cfg --names | grep sweep || exit 1
