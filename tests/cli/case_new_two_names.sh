# Two names; none is written.
# exit 64
# stderr new: found 2 names, expected one
code=0
zopa new one two || code=$?
[ "$(find . -type f | wc -l)" -eq 0 ]
exit "$code"
