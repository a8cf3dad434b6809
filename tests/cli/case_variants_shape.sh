# What is no list of variants: every fault with its line.
# exit 65
# stderr ^bad\.cfg:4: error: variants\[0\]\.name: found 'bad', which is the file's own scenario, expected another name$
# stderr ^bad\.cfg:5: error: variants\[1\]\.set: found an empty list, which changes nothing; expected at least one "PATH = VALUE"$
# stderr ^bad\.cfg:6: error: variants\[2\]\.name: found 'twin', which variants\[1\] has too, expected another name$
# stderr ^bad\.cfg:7: error: variants\[3\]\.name: found nothing, expected a text$
# stderr ^bad\.cfg:7: error: variants\[3\]\.set\[0\]: found 3, expected a text$
# stderr ^bad\.cfg:7: error: variant 'variants\[3\]': war: unknown key 'q'; did you mean 'p'\?$
# stderr ^bad\.cfg:8: error: variants\[4\]\.set: found nothing, expected a list of texts$
# stderr ^bad\.cfg:8: error: variants\[4\]: unknown key 'titel'; did you mean 'title'\?$
# stderr ^bad\.cfg:9: error: variants\[5\]: found 7, expected a group$
# stderr ^other\.cfg:1: error: variants: found 1, expected a list of groups$
cp "$scenarios/pie.cfg" .
cat >bad.cfg <<'END'
extends = "pie.cfg";
name = "bad";
variants = (
  { name = "bad"; set = ( "war.p = 0.5" ); },
  { name = "twin"; set = ( ); },
  { name = "twin"; set = ( "war.p = 0.5" ); },
  { set = ( 3, "war.q = 1" ); },
  { name = "bare"; titel = "Bare"; },
  7
);
END
printf 'extends = "pie.cfg"; name = "other"; variants = 1;\n' >other.cfg
zopa check bad.cfg other.cfg 2>told || code=$?
cat told >&2
[ "$(wc -l <told)" = 10 ]
exit "$code"
