# Into a pipe, a verdict is one line, however long the path is.
# silent
name=$(printf '%0120d' 7)
cp "$scenarios/talks.cfg" "$name.cfg"
[ "$(zopa check "$name.cfg" "$scenarios/pie.cfg" | grep -c ': ok (.*)$')" = 2 ]
