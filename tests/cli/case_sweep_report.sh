# The report: a table, a curve of one path, a map of two; 80 columns, ASCII in the C locale, no escapes
# where there is no colour.
# silent
. "$cli/narrow.sh"
for vary in "actors.first.war.cost=0:0.4:5" "actors.first.war.cost=0,0.1 --vary war.p=0.1:0.9:25" \
    "actors.first.war.cost=0,0.1 --vary run.horizon=2,3 --vary war.p=0.4:0.6:3"; do
    narrow zopa sweep "$scenarios/pie.cfg" --vary $vary -n 20 --color never
    narrow zopa sweep "$scenarios/pie.cfg" --vary $vary -n 20 --color never --figure continued_war
done
zopa sweep "$scenarios/pie.cfg" --vary actors.first.war.cost=0,0.4 --vary war.p=0.5,0.6 -n 400 \
    --figure continued_war --color never -q >quiet
[ ! -s quiet ]
LC_ALL=C zopa sweep "$scenarios/pie.cfg" --vary actors.first.war.cost=0,0.4 --vary war.p=0.5,0.6 -n 400 \
    --figure continued_war --color never >map 2>messages
grep -q '^P(continued war): down actors.first.war.cost, across war.p$' map
grep -q '^Shaded from \. 0.0%, the least, to @ .*%, the greatest\.$' map
grep -Eq '^0 .* @@ [0-9]+% @@ [0-9]+%$' map
grep -Eq '^0\.4 .* \.\.  0% \.\.  0%$' map
LC_ALL=C zopa sweep "$scenarios/pie.cfg" --vary actors.first.war.cost=0.4,0 -n 400 --color never >curve 2>messages
grep -Eq '^0\.4 +\| +o +100\.0%$' curve
grep -Eq '^0 +\| +\[-+o-+\] +52\.2%$' curve
grep -Eq '^ +0% +100%$' curve
zopa sweep "$scenarios/pie.cfg" --vary actors.first.war.cost=0,0.4 --points 3 -n 40 --csv - 2>messages | wc -l | grep -qx 4
# Values that differ late have columns, rows and lines that differ; 0.05 + 3 k / 7000 in four digits.
zopa sweep "$scenarios/pie.cfg" --vary war.p=0.5,0.6 --vary actors.first.war.cost=0.05:0.053:8 -n 20 >map 2>messages
grep -Eq '^ +0\.05 +0\.05043 +0\.05086 +0\.05129 +0\.05171 +0\.05214 +0\.05257 +0\.053$' map
zopa sweep "$scenarios/pie.cfg" --vary war.p=0.5,0.6 --vary run.seed=20251211:20251213:3 -n 20 >map 2>messages
grep -Eq '^ +20251211 +20251212 +20251213$' map
zopa sweep "$scenarios/pie.cfg" --vary actors.first.war.cost=0.05:0.05001:3 -n 20 >curve 2>messages
grep -q '^0\.050005 *│' curve
narrow zopa sweep "$scenarios/pie.cfg" --vary war.p=0.5,0.6 --vary actors.first.war.cost=0.05:0.05001:11 -n 20 --color never
