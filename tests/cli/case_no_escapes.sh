# On a terminal there is colour, but not where NO_COLOR, TERM or --color say no: then no escape at all.
# silent
escape=$(printf '\033')
command="zopa run $scenarios/talks.cfg $scenarios/pie.cfg -n 300 --horizon 2"

# seen COMMAND: what a terminal receives of it.
seen()
{
    script -qec "$1" /dev/null </dev/null >typescript
}

TERM=xterm seen "$command"
grep -q "$escape" typescript
for command in "NO_COLOR=1 TERM=xterm $command" "TERM=dumb $command" \
    "TERM=xterm $command --color never"; do
    seen "env $command"
    ! grep "$escape" typescript >&2 || exit 1
    grep -q 'Shares' typescript
done
zopa run "$scenarios/pie.cfg" -n 2 --color always 2>err | grep -q "$escape"
NO_COLOR=1 zopa run "$scenarios/pie.cfg" -n 2 2>err >out
! grep -q "$escape" out err
