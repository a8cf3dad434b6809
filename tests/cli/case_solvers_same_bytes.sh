# Every solver of a bargaining problem gives the same bytes for any block size and number of threads;
# those that serve two are refused where more can refuse.
# silent
summary()
{
    scenario=$1 solver=$2
    shift 2
    zopa run "$scenarios/$scenario.cfg" -n 4 --json -q --set "process.solver=$solver" "$@" |
        sed -E -f "$cli/without_wall.sed"
}
for solver in egalitarian proportional kalai_smorodinsky alpha_fair raiffa rubinstein; do
    summary talks $solver -j 1 >one.json
    summary talks $solver -j 2 --block 1 >other.json
    cmp one.json other.json
    grep -q '"outcomes"' one.json
done
for solver in raiffa_continuous equal_area perles_maschler; do
    summary pie $solver -j 1 >one.json
    summary pie $solver -j 2 --block 1 >other.json
    cmp one.json other.json
done
for solver in equal_area perles_maschler; do
    ! zopa check "$scenarios/talks.cfg" --set "process.solver=$solver" 2>faults
    grep -q "process.solver: found \"$solver\", which serves 2 actors" faults
done
