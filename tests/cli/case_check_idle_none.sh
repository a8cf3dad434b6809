# No scenario of the tree says anything in vain.
# silent
zopa check "$scenarios" "$scenarios/../../scenarios/starter.cfg" "$scenarios/../../scenarios/ukraine" >out
[ "$(grep -c ': ok' out)" -gt 50 ]
