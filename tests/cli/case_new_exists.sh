# A file is never written over.
# exit 73
# stderr talks\.cfg: cannot create: File exists
echo mine >talks.cfg
code=0
zopa new talks || code=$?
[ "$(cat talks.cfg)" = mine ]
exit "$code"
