# The store turns out not to be writable when the run is to be kept: its results are told all the
# same, and the store is as it was. Here its disk is full, as far as the process can tell.
# exit 74
# stdout "trials": 300,
# stderr s\.db: cannot write the run into the store: 
zopa run "$scenarios/pie.cfg" -n 10 -q --store s.db
cp s.db before.db
code=0
(
    ulimit -f $(($(stat -c %s s.db) / 512 + 8))
    exec zopa run "$scenarios/talks.cfg" -n 300 -q --json --store s.db --store-trials
) || code=$?
[ "$(sqlite3 s.db .dump | sha256sum)" = "$(sqlite3 before.db .dump | sha256sum)" ]
[ "$(sqlite3 s.db 'PRAGMA integrity_check')" = ok ]
[ "$(ls)" = "$(printf 'before.db\ns.db')" ]
exit $code
