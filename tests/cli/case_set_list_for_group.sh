# --set puts a list where a group belongs; another, with a key that does not exist, has the places
# searched where it may have been meant. The elements of the list have no names.
# exit 64
# stderr ^--set issues=\("a"\): error: issues: found a list, expected a group$
# stderr ^--set bias=1: error: unknown key 'bias'; did you mean 'actors\.first\.bias'
zopa check "$scenarios/pie.cfg" --set 'issues=("a")' --set bias=1
