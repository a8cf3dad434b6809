# A variant that chooses another model leaves the settings of the old one behind, as --set does, and
# one that gives them beside the choice is at fault.
# exit 65
# stdout rule = "logit";
# stderr ^mood\.cfg:4: error: variant 'both': process\.acceptance\.persistence: belongs to acceptance mood, and here it is logit$
cp "$scenarios/talks.cfg" .
cat >mood.cfg <<'END'
extends = "talks.cfg"; name = "mood"; process = { acceptance = { rule = "mood"; persistence = 0.5; }; };
variants = (
  { name = "logit"; set = ( "process.acceptance.rule = logit" ); },
  { name = "both"; set = ( "process.acceptance = { rule = \"logit\"; persistence = 0.7; }" ); } );
END
zopa show mood.cfg --variant logit >shown
cat shown
if grep -q persistence shown; then exit 1; fi
zopa check mood.cfg
