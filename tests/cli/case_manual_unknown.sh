# A part of the manual that does not exist: what there is.
# exit 64
# stderr found the unknown word 'scenario'; did you mean 'scenarios'\?
zopa manual scenario
