# A file with nothing in it.
# exit 65
# stderr nothing\.cfg:1: error: .*name
: >nothing.cfg
zopa run nothing.cfg
