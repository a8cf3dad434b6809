# Who meets and who does not, trust, and a summit that fails, in words and as JSON: trust is
# 1 - .8 (1 - .11)^n after n rounds, .436 after three, when the group meets for the first time.
# stdout ^  Working group: Lines and forces does not meet: members refuse to sit in one$
# stdout ^  Trust has reached 0\.44: from now on all sit in one room\.$
# stdout ^  Working group: Lines and forces meets\.$
# stdout ^  The issues that it decides are prepared to 2%\.$
# stdout ^  All accept, but at the summit the text falls apart over what is not prepared$
# stdout ^\[3,0\.436,true,1,0\.022,true,0\.978\]$
# silent
cat >groups.cfg <<'END'
name = "groups"; run = { trials = 64; seed = 3; horizon = 5; };
issues = { pie = { core = true; status_quo = 0.5; }; };
actors = {
  first = { role = "belligerent"; side = "high"; capability = 1.0; discount = 0.95; war = { cost = 0.1; };
    positions = { pie = { ideal = 1.0; }; }; refuses = ( "second" ); };
  second = { role = "belligerent"; side = "low"; capability = 1.0; discount = 0.95; war = { cost = 0.1; };
    positions = { pie = { ideal = 0.0; }; }; };
  third = { role = "mediator"; }; };
war = { model = "front"; start = 0.5; };
process = { protocol = "mediated"; solver = "nash"; from = 3;
  trust = { start = 0.2; base = 1.0; reversion = 0.11; };
  working_groups = { lines = { title = "Lines and forces"; issues = ( "pie" );
    members = ( "first", "second" ); rate = 0.05; }; };
  tracks = { threshold = 0.4; };
  summit = { threshold = 1.0; }; };
END
zopa trace groups.cfg
for trial in 0 1 2 3 4 5 6 7; do
    zopa trace groups.cfg --trial "$trial"
    zopa trace groups.cfg --trial "$trial" --json | jq -c '.rounds[3] |
        select(.tabled == "text") |
        [.round, (.trust * 1000 | round / 1000), .joint, .groups.lines.meets,
            (.readiness * 1000 | round / 1000), .collapsed, (.collapse * 1000 | round / 1000)]'
done
