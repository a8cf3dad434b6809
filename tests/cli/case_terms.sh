# An offer under terms that depend on each other, against closed forms. The first gets .8 land + .2 (1 -
# shield) and has .5 without agreement, the second .5 (1 - land) + .5 shield and .3. Its line keeps land
# at .4, where the first has .52; the line is lifted by a shield of .8, which pays for all the land and
# leaves the first .84. With a rule that land beyond .7 takes a whole shield it offers that; with one
# that land beyond .7 is not to be had, .7. Bounded by the front (.5) it keeps to the line.
# silent
cat >terms.cfg <<'CFG'
name = "terms";
run = { trials = 20; horizon = 2; };
issues = {
  land = { core = true; front = true; status_quo = 0.5; };
  shield = { core = true; levels = { none = 0.0; strong = 0.8; whole = 1.0; }; };
};
actors = {
  first = { role = "belligerent"; side = "high"; capability = 1.0; discount = 0.9;
    war = { cost = 0.1; };
    positions = { land = { ideal = 1.0; salience = 0.8; }; shield = { ideal = 0.0; salience = 0.2; }; }; };
  second = { role = "belligerent"; side = "low"; capability = 1.0; discount = 0.9;
    war = { cost = 0.1; };
    positions = {
      land = { ideal = 0.0; salience = 0.5; red_line = { beyond = 0.4; hard = true; }; };
      shield = { ideal = 1.0; salience = 0.5; }; }; };
};
war = { model = "lottery"; p = 0.6; };
process = { protocol = "ultimatum"; proposer = "first"; solver = "agenda_setter"; };
CFG
offer()
{
    want=$1
    shift
    zopa run terms.cfg "$@" --json -q >run.json
    jq -e --argjson want "$want" '[.terms.land.mean, .terms.shield.mean] | [., $want] | transpose
        | all(.[0] - .[1] | fabs < 1e-5)' run.json >checked || { echo "$want: $(jq -c .terms run.json)" >&2; exit 1; }
}
lift='actors.second.positions.land.red_line.unless.shield.at_least=strong'
offer '[0.4, 0]'
offer '[1, 0.8]' --set "$lift"
offer '[1, 1]' --set "$lift" --set 'rules.pay.if.land.above=0.7' --set 'rules.pay.then.shield.at_least=whole'
offer '[0.7, 0.8]' --set "$lift" --set 'rules.cap.if.land.above=0.7'
offer '[0.4, 0]' --set "$lift" --set 'issues.land.bounded_by_front=high'
offer '[0.4, 0]' --set "$lift" --set 'rules.cap.if.land.above_front=true' --set 'rules.cap.then.shield.at_most=none'
# A tenth of what is missing to a worth of .5 is paid at home: the second then wants a worth of (.3 + .05) / 1.1,
# and the shield makes up for it.
offer '[0.4, 0.0363636]' --set actors.second.narrative.worth=0.5 --set actors.second.narrative.cost=0.1
zopa trace terms.cfg --trial 0 --set "$lift" >told
grep -q 'The text passes the line of Second on land, which does not hold' told
zopa trace terms.cfg --trial 0 --set "$lift" --json >told.json
jq -e '.rounds[0].terms == [{ line: "second", issue: "land", touched: true, lifted: true }]' told.json >checked
# With land at .05 at most the first would have .24: no text, and the rule is why.
zopa trace terms.cfg --trial 0 --set 'rules.cap.then.land.at_most=0.05' --json >told.json
jq -e '.rounds[0] | .tabled == "none_found" and .terms == [{ rule: "cap", bars: true }]' told.json >checked
zopa trace terms.cfg --trial 0 --set 'rules.cap.then.land.at_most=0.05' >told
grep -q 'Without the rule "cap" there would be one' told
