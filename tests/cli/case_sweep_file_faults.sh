# Faults of a sweep in a scenario are those of the file, for every verb, each with its line; values must be
# such that they can be set.
# exit 65
# stderr ^mine\.cfg:4: error: sweep: "actors\.frist\.war\.cost = 0": found the unknown actor 'frist', expected a known one; did you mean 'first'\?$
# stderr ^mine\.cfg:5: error: sweep: "war\.p = 1\.5": war\.p: found 1\.5, expected a number in \[0, 1\]
# stderr ^mine\.cfg:6: error: sweep\[2\]: found 5 values, expected at most 3: whole numbers from 3 to 5$
# stderr ^mine\.cfg:7: error: sweep: "process\.solver = nsh": process\.solver: found the text "nsh"
cp "$scenarios/pie.cfg" .
cat >mine.cfg <<'END'
extends = "pie.cfg";
name = "mine";
sweep = (
    { path = "actors.frist.war.cost"; from = 0; to = 0.3; points = 4; },
    { path = "war.p"; from = 0.5; to = 1.5; },
    { path = "run.horizon"; from = 3; to = 5; points = 5; },
    { path = "process.solver"; values = ( "nsh", "agenda_setter" ); }
);
END
zopa check mine.cfg 2>checked || true
zopa run mine.cfg 2>run || true
cmp checked run
[ "$(wc -l <run)" = 4 ]
zopa sweep mine.cfg
