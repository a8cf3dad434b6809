# A text without its closing quote: one fault, at the line where the text begins.
# exit 65
# stderr ^bad\.cfg:6: error: this text runs on to line 7; is its closing quote missing\?$
sed 's/^name  = "pie"/name  = "pie/' "$scenarios/pie.cfg" >bad.cfg
zopa check bad.cfg 2>told || code=$?
cat told >&2
[ "$(wc -l <told)" -eq 1 ]
exit "$code"
