# Sourced by cases: kills $command once at its beginning, then twice when the journals kept/$journals
# have grown by $growth bytes, or it ends. How far it is then is up to the machine: what a case asks
# for afterwards must hold wherever that was, and what is to be found at a certain place is cut there.
# shellcheck shell=sh disable=SC2086
grown()
{
    cat kept/$journals 2>/dev/null | wc -c
}
$command -j 1 >part.json 2>err &
kill -9 $!
wait $! || true
for round in 1 2; do
    before=$(grown)
    $command -j 1 >part.json 2>err &
    while kill -0 $! 2>/dev/null && [ "$(grown)" -le "$((before + growth))" ]; do sleep 0.02; done
    kill -9 $! 2>/dev/null || true
    wait $! || true
done

# behead JOURNAL: leaves its head alone, as before its first record.
behead()
{
    sed '/^end of head$/q' "$1" >head
    mv head "$1"
}

# tear JOURNAL: as while its first record was being written.
tear()
{
    behead "$1"
    printf 'the first bytes of a record' >>"$1"
}

# unstore RUN: leaves the runs of the store up to this one, as before the next was written.
unstore()
{
    sqlite3 runs.db "PRAGMA foreign_keys = ON; DELETE FROM run WHERE id > $1"
}

# stored N: whether that many runs are in the store, none of them twice.
stored()
{
    [ "$(sqlite3 runs.db 'SELECT count(*), count(DISTINCT scenario) FROM run')" = "$1|$1" ]
}
