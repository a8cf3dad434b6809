# A path that no parameter begins with; the nearest name is told.
# exit 64
# stderr horizn.*did you mean 'horizon'
zopa params "$scenarios/talks.cfg" run.horizn
