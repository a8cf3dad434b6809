# --set to a value of the wrong kind.
# exit 64
# stderr actors\.first\.discount
zopa run "$scenarios/pie.cfg" --set actors.first.discount=high
