# A flag that is no near miss: the flags that there are.
# exit 64
# stderr no flag --between; it takes -n/--trials, .*--version
zopa run "$scenarios/pie.cfg" --between x
