# The file's own scenario alone, under --set: its variants are shown so that they mean the same, and
# those that are at fault, of which nobody asked, as they are written.
# stdout set = \( "actors\.second\.war\.cost=0\.3", "actors\.second\.war\.cost=0\.25" \);$
# stdout set = \( "shocks\.storm = \{ remove = true; \}", "run\.horizon=5" \);$
# silent
cp "$scenarios/pie.cfg" .
cat >a.cfg <<'END'
extends = "pie.cfg"; name = "own";
variants = ( { name = "good"; set = ( "actors.second.war.cost=0.3" ); },
  { name = "bad"; set = ( "shocks.storm = { remove = true; }", "run.horizon=5" ); } );
END
if zopa show a.cfg 2>told; then exit 1; fi
grep -q "variant 'bad'" told
zopa show a.cfg --variant own -s actors.second.war.cost=0.25
