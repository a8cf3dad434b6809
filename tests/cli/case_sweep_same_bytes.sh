# The same bytes for any number of threads and any size of block, over several waves.
# silent
sweep()
{
    zopa sweep "$scenarios/pie.cfg" --vary actors.first.war.cost=0:0.4:33 --vary \
        process.solver=agenda_setter,nash -n 70 -q "$@"
}
sweep -j 1 --csv one.csv
sweep -j 2 --csv two.csv
sweep -j 2 --block 1 --csv single.csv
sweep -j 1 --json >one.json
sweep -j 3 --block 7 --json --csv three.csv >three.json
for other in two single three; do cmp one.csv $other.csv; done
cmp one.json three.json
[ "$(wc -l <one.csv)" = 67 ]
