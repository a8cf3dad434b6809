# Paths only, one a line, however long; those asked for.
# stdout ^actors\.south\.war\.cost$
# stdout ^correlations\[0\]\.rho$
# silent
zopa params "$scenarios/talks.cfg" --names
zopa params "$scenarios/talks.cfg" --names >names
! grep -Ev '^[^ ]+$' names || exit 1
zopa params "$scenarios/talks.cfg" --json | jq -r '.[].path' >paths
cmp names paths
zopa params "$scenarios/talks.cfg" --names process.ceasefire >some
grep -qx process.ceasefire.rate some && ! grep -qv '^process\.ceasefire\.' some
