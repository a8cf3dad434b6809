# --set whose value tries to smuggle in another setting.
# exit 64
# stderr run\.horizon
zopa run "$scenarios/pie.cfg" --set 'run.horizon=1; seed = 2'
