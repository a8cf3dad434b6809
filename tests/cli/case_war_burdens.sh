# Winter, kinds of cost, mobilisation, legitimacy, weariness and the shocks on them: the same bytes for
# any threads and blocks; a trace that names them; a start that is no day is a fault.
cat >home.cfg <<'END'
name = "home"; run = { trials = 150; seed = 11; horizon = 12; start = "2025-12-11"; };
issues = { x = { front = true; core = true; status_quo = 0.5; }; };
actors = { a = { role = "belligerent"; side = "low"; capability = 1; discount = 0.95;
    war = { cost = 0.05; stress = 0.1; costs = { economy = { cost = 0.02; growth = 0.01; };
      grid = { cost = 0.03; season = 1.5; strikes = true; }; }; };
    legitimacy = { decay = 0.02; audience = 0.5; ratification = 0.3; };
    audience_cost = 0.2; resolve = 0.1; positions = { x = { ideal = 0.0; }; };
    mobilisation = { size = 0.3; cost = 0.01; duration = 6; limit = 1; }; };
  b = { role = "belligerent"; side = "high"; capability = 1.2; discount = 0.95;
    resolve = { dist = "normal"; mean = 0.1; sd = 0.05; };
    war = { cost = 0.05; casualties = 3; endurance = { hazard = 0.001;
      rounds = { dist = "normal"; mean = 6; sd = 2; }; }; };
    weariness = { support = 0.5; growth = 0.03; yielding = 0.2; audience = 0.4; };
    positions = { x = { ideal = 1.0; }; }; };
  us = { role = "mediator"; }; };
war = { model = "front"; start = 0.5; sensitivity = 0.05; volatility = 0.01;
  winter = { drift = 0.5; }; };
shocks = { raid = { target = "a"; on = "front"; at = 5; size = 0.05; };
  window = { target = "us"; on = "texts"; at = 8; size = 1; duration = 4; };
  tapes = { target = "a"; on = "legitimacy"; at = 3; size = -0.3; duration = 6; };
  tired = { target = "us"; on = "patience"; hazard = 0.1; size = 0.05; }; };
process = { protocol = "mediated"; solver = "acceptance"; text_rate = 0.2;
  ratification = { by = ("a"); delay = 1; }; };
END
summary()
{
    zopa run home.cfg --json -q "$@" | sed -E -f "$cli/without_wall.sed"
}
summary -j 1 >one.json
summary -j 3 --block 7 >other.json
cmp one.json other.json
zopa trace home.cfg >told
grep -q 'Month 0 (from 11 December 2025): war' told
grep -q 'A has mobilised: its strength grows for 6 months' told
grep -q 'Shock: raid (the front jumps)' told
grep -q 'B at home: 0.50 of the public for peace' told
zopa trace home.cfg --json >told.json
grep -q '"date": "2026-03-11"' told.json
grep -q '"mobilised": true' told.json
status=0
zopa check home.cfg --set run.start=yesterday 2>fault || status=$?
[ "$status" = 64 ]
grep -q 'run.start' fault
