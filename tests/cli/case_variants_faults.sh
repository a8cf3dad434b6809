# Faults of variants are those of the file: all at once, each with the line of its text and the
# variant's name, and those of the file's own scenario once.
# exit 65
# stderr ^bad\.cfg:3: error: run\.horizon: found 0, expected a whole number in \[1, 1200\]$
# stderr ^bad\.cfg:6: error: variant 'one': actors\.first: unknown key 'discont'; did you mean 'discount'\?$
# stderr ^bad\.cfg:7: error: variant 'one': "discount = 1": unknown key 'discount'; did you mean 'actors\.first\.discount' or 'actors\.second\.discount'\?$
# stderr ^bad\.cfg:8: error: variant 'one': "run\.seed": found no value, expected PATH=VALUE$
# stderr ^bad\.cfg:10: error: variant 'two': "issues\.pei\.core = true": found the unknown issue 'pei', .* did you mean 'pie'\?$
# stderr ^bad\.cfg:11: error: variant 'two': "levers\.aid = \{ remove = true; \}": levers\.aid: nothing to remove
# stderr ^bad\.cfg:12: error: variant 'two': "run\.horizon = 1,5": found 1,5, expected one number
# stderr ^bad\.cfg:13: error: variant 'two': "variants = \( \)": variants: cannot be set
# stderr ^bad\.cfg:14: error: variant 'two': "extends = pie": extends: cannot be set
# stderr ^bad\.cfg:15: error: variant 'two': "name = two": a variant has its name beside its set$
# stderr ^bad\.cfg:16: error: variant 'two': war\.p: found 7, expected a number in \[0, 1\] or a distribution$
# stderr pie\.cfg:[0-9]+: error: variant 'sides' \(bad\.cfg:18\): actors: found all belligerents on one side
# stderr ^bad\.cfg:1: error: variant 'peace' \(bad\.cfg:20\): war: found nothing, expected a group$
cp "$scenarios/pie.cfg" .
cat >bad.cfg <<'END'
extends = "pie.cfg";
name = "bad";
run = { horizon = 0; };
variants = (
  { name = "one"; set = (
      "actors.first.discont = 1",
      "discount = 1",
      "run.seed"); },
  { name = "two"; set = (
      "issues.pei.core = true",
      "levers.aid = { remove = true; }",
      "run.horizon = 1,5",
      "variants = ( )",
      "extends = pie",
      "name = two",
      "war.p = 7"); },

  { name = "sides"; set = ( "actors.second.side = high" ); },

  { name = "peace"; set = ( "war = { remove = true; }" ); }
);
END
zopa check bad.cfg 2>told || code=$?
cat told >&2
[ "$(grep -c 'horizon: found 0' told)" = 1 ]
[ "$(wc -l <told)" = 13 ]
exit "$code"
