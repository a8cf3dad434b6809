# A starter that runs at once, under its own name; nothing on standard output but the run's.
# stderr ^zopa: wrote talks\.cfg: .*named "talks"$
# stderr ^zopa: next: zopa run talks\.cfg -n 2000$
# stdout ^talks - A valley
zopa new talks >out
[ ! -s out ]
zopa check talks.cfg | grep -q '^talks.cfg: ok (2 belligerents, 3 issues'
grep -q 'zopa check talks\.cfg$' talks.cfg
if grep -q starter.cfg talks.cfg; then exit 1; fi
zopa run talks.cfg -n 2000 -q --json >run.json
# All three outcomes come about.
for outcome in deal frozen_conflict continued_war; do
    tr -d ' \n' <run.json | grep -Eq "\"$outcome\":\{\"p\":0\.[0-9]*[1-9]"
done
zopa run talks.cfg -n 100
