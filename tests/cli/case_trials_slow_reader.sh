# A signal that comes while the rows wait for their reader loses none of them. The pipe is full from the
# start (64 KiB), so that nothing of the first write has gone when the signal comes.
# exit 143
# silent
mkfifo pipe
exec 3<>pipe
head -c 65536 /dev/zero >&3
(sleep 2 && head -c 65536 >/dev/null && cat >rows) <pipe 3>&- &
reader=$!
zopa run "$scenarios/pie.cfg" -n 1000000000 -q --json -j 1 --trials-out pipe >summary.json 3>&- &
zopa=$!
sleep 1
exec 3>&-
kill -TERM "$zopa"
status=0
wait "$zopa" || status=$?
wait "$reader"
trials=$(jq .trials summary.json)
[ "$trials" -gt 0 ]
[ "$(wc -l <rows)" = $((trials + 1)) ]
exit "$status"
