# Sourced by cases: kills $command once before there is anything, then twice when the journals
# kept/$journals have grown by $growth bytes.
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
