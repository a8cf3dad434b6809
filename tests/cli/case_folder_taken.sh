# A folder that holds a run, or anything else, is left as it is.
# exit 73
# stderr kept: holds a run already; add --resume to go on with it, or name another folder$
# stderr full: found files that are no run's, expected a new folder, an empty one, or one of a run$
# stderr full/file: cannot be read as a folder: Not a directory$
mkdir full
echo mine >full/file
status=0
zopa run "$scenarios/pie.cfg" -n 500 -o full -q || status=$?
[ "$status" -eq 73 ]
zopa run "$scenarios/pie.cfg" -n 500 -o full/file -q || status=$?
[ "$status" -eq 73 ]
[ "$(cat full/file)" = mine ]
zopa run "$scenarios/pie.cfg" -n 500 -o kept -q
zopa run "$scenarios/pie.cfg" -n 500 -o kept -q
