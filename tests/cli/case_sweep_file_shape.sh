# What is no sweep: every fault with its line.
# exit 65
# stderr ^mine\.cfg:4: error: sweep\[0\]: found no to, expected from and to, or values$
# stderr ^mine\.cfg:5: error: sweep\[1\]\.path: found nothing, expected a text$
# stderr ^mine\.cfg:6: error: sweep\[2\]\.points: found it beside values, expected either from and to, or values$
# stderr ^mine\.cfg:6: error: sweep\[2\]\.values: found an empty list, expected at least one value$
# stderr ^mine\.cfg:7: error: sweep\[3\]\.path: found 'war', of which sweep\[0\] varies a part or the whole; expected each path once$
# stderr ^mine\.cfg:7: error: sweep\[3\]\.values: found 3, expected a list of values$
# stderr ^mine\.cfg:8: error: sweep\[4\]: found 4, expected a group$
# stderr ^mine\.cfg:9: error: sweep\[5\]: unknown key 'form'; did you mean 'from'\?$
cp "$scenarios/pie.cfg" .
cat >mine.cfg <<'END'
extends = "pie.cfg";
name = "mine";
sweep = (
    { path = "war.p"; from = 0; },
    { values = ( 1 ); },
    { path = "run.horizon"; values = (); points = 3; },
    { path = "war"; values = 3; },
    4,
    { path = "run.tail"; form = 0; to = 1; }
);
END
zopa check mine.cfg
