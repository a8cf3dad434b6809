# Rows go to standard output, appended where the shell appends, and into a pipe; a reader that has gone
# ends the program quietly.
# silent
zopa run "$scenarios/pie.cfg" -n 200 -q --trials-out file.csv
zopa run "$scenarios/pie.cfg" -n 200 -q --trials-out /dev/stdout | cmp - file.csv
(echo before && zopa run "$scenarios/pie.cfg" -n 200 -q --trials-out /dev/stdout) >all
echo after >>all
(echo before && cat file.csv && echo after) | cmp - all
mkfifo pipe
zopa run "$scenarios/pie.cfg" -n 200 -q --trials-out pipe &
cmp - file.csv <pipe
wait
zopa run "$scenarios/pie.cfg" -n 1000000000 -q --trials-out /dev/stdout | head -n 2 >two
[ "$(wc -l <two)" = 2 ]
