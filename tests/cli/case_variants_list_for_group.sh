# A variant puts a list where a group belongs; then it sets a key that does not exist, and has the
# places searched where it may have been meant. The elements of the list have no names.
# exit 65
# stderr ^a\.cfg:2: error: variant 'a': issues: found a list, expected a group$
# stderr ^a\.cfg:3: error: variant 'a': "bias=1": unknown key 'bias'; did you mean 'actors\.first\.bias'
cp "$scenarios/pie.cfg" .
cat >a.cfg <<'END'
extends = "pie.cfg"; name = "x"; variants = ( { name = "a"; set = (
  "issues = (\"a\")",
  "bias=1" ); } );
END
zopa check a.cfg
