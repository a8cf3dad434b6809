# Every solver's package at the start, with named packages beside them, in at most 80 columns.
# stdout ^pie - One pie, one offer, a private cost of war$
# stdout ^  first +0\.500
# stdout Agreements lie from 0\.5 to 0\.8\.
# stdout ^  status quo +half +\.50$
# stdout ^  nash +half +~\.65$
# stdout ^\* agenda_setter +half +~\.75$
# stdout ^  nash +0\.650 \+0\.150 +0\.350 \+0\.150$
# stdout ^  low +0\.250 -0\.250! +0\.750 \+0\.550$
# stdout ^    refused by first$
# silent
cp "$scenarios/pie.cfg" .
zopa solve pie.cfg --set 'packages={low={pie=0.25;};}'
. "$cli/narrow.sh"
narrow zopa solve pie.cfg
narrow zopa solve "$scenarios/sixteen.cfg"
narrow zopa solve "$scenarios/../../scenarios/ukraine/baseline.cfg"
