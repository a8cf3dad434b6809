#!/bin/sh
# check_expected.sh PROGRAM SCENARIO    compares the scenario's summary with the one on record
# check_expected.sh --bless PROGRAM     puts every scenario's summary on record
#
# The records in tests/expected/ are values that our own code produced: they say nothing about being
# right, only that something changed. After an intended change, bless them and read the difference.
set -eu
cd "$(dirname -- "$0")/.."

# record SCENARIO: where its summary is kept.
record()
{
    name=${1#tests/}
    name=${name#scenarios/}
    echo "tests/expected/${name%.cfg}.json"
}

# trials SCENARIO: how many are on record. Those who ask a question of the baseline need few.
trials()
{
    case $1 in
    scenarios/ukraine/baseline.cfg) echo 1000 ;;
    scenarios/ukraine/*) echo 64 ;;
    *) echo 1000 ;;
    esac
}

# summary PROGRAM SCENARIO: its summary, without what may differ.
summary()
{
    "$1" run "$2" -n "$(trials "$2")" --json -q -j 2 >"$scratch/summary"
    sed -E -f tests/cli/without_wall.sed -e 's/("version": *)"[^"]*"/\1"any"/' "$scratch/summary"
}

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
if [ "$1" = --bless ]; then
    find scenarios tests/scenarios -name '*.cfg' | sort | while read -r scenario; do
        mkdir -p "$(dirname "$(record "$scenario")")"
        summary "$2" "$scenario" >"$scratch/new"
        cp "$scratch/new" "$(record "$scenario")"
        echo "blessed $(record "$scenario")"
    done
    exit
fi
summary "$1" "$2" >"$scratch/now"
diff -u "$(record "$2")" "$scratch/now" || {
    echo "$2: the summary changed; if it was meant to: tests/run --bless"
    exit 1
}
