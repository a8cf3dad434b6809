# --set without a value.
# exit 64
# stderr run\.horizon
zopa run "$scenarios/pie.cfg" --set run.horizon
