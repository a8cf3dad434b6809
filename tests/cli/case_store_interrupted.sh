# A run that is interrupted is kept as far as it went, and marked so.
# exit 130
# stdout \(stopped early\)$
zopa run "$scenarios/pie.cfg" -n 1000000000 -q --store s.db --store-trials &
sleep 1
kill -INT $!
code=0
wait $! || code=$?
zopa store list s.db
zopa store list s.db --json | jq -e '.[0].complete == false' >is_so
[ "$(sqlite3 s.db 'SELECT count(*) = (SELECT trials FROM run) FROM trial')" = 1 ]
exit $code
