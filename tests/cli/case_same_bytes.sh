# The same seed gives the same bytes, another seed gives others.
# silent
summary()
{
    zopa run "$scenarios/talks.cfg" -n 60 --json -q --seed "$1" |
        sed -E -f "$cli/without_wall.sed"
}
summary 1 >one.json
summary 1 >again.json
summary 2 >other.json
cmp one.json again.json
! cmp -s one.json other.json
