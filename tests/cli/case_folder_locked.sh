# Two processes never work on one run.
# exit 73
# stderr another process is at work on this run$
zopa run "$scenarios/pie.cfg" -n 1000000000 -o kept -q -j 1 &
sleep 1
status=0
zopa run "$scenarios/pie.cfg" -n 1000000000 -o kept -q --resume || status=$?
kill -9 $!
wait $! || true
exit "$status"
