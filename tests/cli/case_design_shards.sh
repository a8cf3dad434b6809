# Parts of a run by a design come to the whole of it, replicates and all.
# silent
play()
{
    zopa run "$scenarios/talks.cfg" -n 1100 --set run.horizon=2 --design lhs -q "$@"
}
play --json | sed -E -f "$cli/without_wall.sed" >whole
play -o first --shard 0/2
play -o second --shard 1/2
zopa merge first second --json -q | sed -E -f "$cli/without_wall.sed" >merged
cmp whole merged
