#!/bin/sh
# check_determinism.sh SCENARIO PROGRAM...: the same scenario, seed and trials give the same bytes
# but for `wall`, and the same rows, from every program, number of threads and block size.
set -eu
scenario=$1
shift
cli=$(dirname -- "$0")/cli
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# A whole chunk of 1024 and a part of one, and blocks that do not divide them.
trials=1500

differs=0
for program in "$@"; do
    for layout in "1 64" "2 1" "3 64" "7 13"; do
        threads=${layout% *} block=${layout#* }
        "$program" run "$scenario" -n "$trials" --json -q -j "$threads" --block "$block" \
            --trials-out "$scratch/now.csv" |
            sed -E -f "$cli/without_wall.sed" >"$scratch/now"
        [ -s "$scratch/now" ] || {
            echo "$program run $scenario: no result"
            exit 1
        }
        [ -f "$scratch/first" ] || {
            cp "$scratch/now" "$scratch/first"
            cp "$scratch/now.csv" "$scratch/first.csv"
        }
        cmp -s "$scratch/first" "$scratch/now" && cmp -s "$scratch/first.csv" "$scratch/now.csv" &&
            continue
        differs=1
        echo "$scenario: $program -j $threads --block $block differs from $1 -j 1 --block 64:"
        diff "$scratch/first" "$scratch/now" | head -n 20
        diff "$scratch/first.csv" "$scratch/now.csv" | head -n 5
    done
done
exit "$differs"
