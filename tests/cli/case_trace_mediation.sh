# Who leads the talks and how they get on, in words and as JSON; and the same bytes for any number of
# threads and any block. The first mediator leaves after the first refusal, the second stays behind
# its deadline; each text takes two turns, one an issue, and waits for an answer; leaders call.
# stdout ^  First mediator has one issue closed for itself:$
# stdout ^  First mediator tables a text\. Answers that have not come: Second\.$
# stdout ^  First mediator walks away; its levers end\.$
# stdout ^  Second mediator leads the talks from now on\.$
# stdout ^  The deadline passes, and Second mediator stays\.$
# stdout ^  The leaders speak: the run of refusals is over, and the text refused last may$
# stdout ^\["issue_closed","text","waits"\]$
# stdout ^\["first_mediator","second_mediator"\]$
# stdout ^\[true,true\]$
# silent
cat >talks.cfg <<'END'
name = "talks"; run = { trials = 130; seed = 3; horizon = 14; };
issues = { pie = { core = true; status_quo = 0.5; }; cake = { core = true; status_quo = 0.5; }; };
actors = {
  first = { role = "belligerent"; side = "high"; capability = 1.0; discount = 0.95; war = { cost = 0.1; };
    positions = { pie = { ideal = 1.0; }; cake = { ideal = 1.0; salience = 0.5; }; }; };
  second = { role = "belligerent"; side = "low"; capability = 1.0; discount = 0.95; war = { cost = 0.1; };
    reply = 0.4; resolve = 0.5; bias = -0.5;
    positions = { pie = { ideal = 0.0; }; cake = { ideal = 0.0; }; }; };
  first_mediator = { role = "mediator"; mediation = { impatience = 1.0; tilt = 0.5; }; };
  second_mediator = { role = "mediator"; mediation = { text_rate = 0.5; }; }; };
war = { model = "front"; start = 0.5; };
process = { protocol = "mediated"; solver = "acceptance"; agenda = "issue_by_issue";
  deadline = { owner = "second_mediator"; round = 13; credibility = 0.0; damage = 0.5; };
  leader_channel = { after = 1; chance = 0.5; principles = 0.2; };
  tilt = { restraint = 0.1; suspicion = 0.3; }; };
END
zopa trace talks.cfg --trial 1
zopa trace talks.cfg --trial 1 --json >told.json
jq -c '[.rounds[].tabled] | unique | map(select(. != "stale"))' told.json
jq -c '[.rounds[].lead] | unique' told.json
jq -c '[any(.rounds[]; .leaders_call), any(.rounds[]; .bluff)]' told.json
summary()
{
    zopa run talks.cfg --json -q "$@" | sed -E -f "$cli/without_wall.sed"
}
summary -j 1 >one.json
summary -j 3 --block 7 >many.json
cmp one.json many.json
