#!/bin/sh
# check_case.sh PROGRAM CASE: runs one case of command-line use and compares what it said.
#
# A case is a shell script, run in an empty directory with `zopa` on its path, $scenarios the folder
# of small scenarios and $cli this folder. Its head says what is expected:
#   # exit N          exit code (0 where absent)
#   # stdout REGEX    a line of standard output that matches; any number of these
#   # stderr REGEX    likewise
#   # silent          nothing on standard error
# What takes longer than a minute hangs.
set -eu
program=$1
case_file=$(realpath "$2")
cli=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
scenarios=$cli/../scenarios
PATH=$(dirname -- "$(realpath "$program")"):$PATH
export cli scenarios PATH LC_ALL=C.UTF-8
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/empty"

# expected KEY: the values that the case's head gives for it, one per line.
expected()
{
    sed -n "s/^# $1 \(.*\)/\1/p" "$case_file"
}

failed=0
complain()
{
    echo "$(basename "$case_file" .sh): $*"
    failed=1
}

exit_code=0
(cd "$scratch/empty" && exec timeout 60 sh -eu "$case_file") \
    >"$scratch/stdout" 2>"$scratch/stderr" </dev/null || exit_code=$?

wanted=$(expected exit)
[ "$exit_code" = "${wanted:-0}" ] || complain "exit code $exit_code, expected ${wanted:-0}"
for stream in stdout stderr; do
    expected "$stream" >"$scratch/patterns"
    while IFS= read -r pattern; do
        grep -Eq -e "$pattern" "$scratch/$stream" || complain "nothing on $stream matches $pattern"
    done <"$scratch/patterns"
done
if grep -q '^# silent' "$case_file" && [ -s "$scratch/stderr" ]; then
    complain "standard error is not silent"
fi
if [ "$failed" -ne 0 ] || grep -Eq 'Sanitizer|runtime error' "$scratch/stderr"; then
    sed 's/^/stdout: /' "$scratch/stdout" | head -n 20
    sed 's/^/stderr: /' "$scratch/stderr" | head -n 100
fi
exit "$failed"
