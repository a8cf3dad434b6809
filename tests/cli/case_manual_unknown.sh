# A part of the manual that does not exist: what there is.
# exit 64
# stderr found the unknown word 'scenario', expected .*scenarios
zopa manual scenario
