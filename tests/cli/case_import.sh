# The published table of emission standards becomes a scenario that runs; what is assumed is told.
# stderr ^zopa: wrote emissions\.cfg: 10 actors, 1 issue$
# stderr ^zopa: scale of positions: 4 to 10, the lowest and highest in the table; else --scale
# stderr ^zopa: contenders: germany and uk, .*else --between$
# stderr ^zopa: next: zopa run emissions\.cfg -n 2000$
# stdout ^emissions\.cfg: ok \(2 belligerents, 1 issue, 4 uncertain numbers\)$
# stdout ^continued war
mkdir tables
cat >tables/emissions.csv <<'TABLE'
Actor,Capability,Position,Salience
Netherlands,0.08,4,0.8
Belgium,0.08,7,0.4
Luxembourg,0.03,4,0.2
Germany,0.16,4,0.8
France,0.16,10,0.6
Italy,0.16,10,0.6
UK,0.16,10,0.9
Ireland,0.05,7,0.1
Denmark,0.05,4,1.0
Greece,0.08,7,0.7
TABLE
zopa import tables/emissions.csv >out
[ ! -s out ]
# 0.248 / 0.584: tests/test_import.c.
grep -q '^war = { model = "lottery"; p = 0.424658; };' emissions.cfg
zopa check emissions.cfg
zopa run emissions.cfg -n 2000 -q --json >run.json
for outcome in deal continued_war; do
    tr -d ' \n' <run.json | grep -Eq "\"$outcome\":\{\"p\":0\.[0-9]*[1-9]"
done
zopa run emissions.cfg -n 500
