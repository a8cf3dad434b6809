# A file that does not fit leaves nothing behind.
# exit 74
# stderr talks\.cfg: cannot write
trap '' XFSZ
ulimit -f 1
code=0
zopa new talks || code=$?
[ "$(find . -type f | wc -l)" -eq 0 ]
exit "$code"
